/** What a folder that cannot be used is to the sender. */
import type { Trouble } from '../../../referral/plan-gateway.ts';

/** The folder is gone, or it is there and cannot be written to. Nothing is lost; it is tried again. */
export class FolderTrouble extends Error {
  override readonly name = 'FolderTrouble';
  constructor(readonly trouble: Extract<Trouble, 'folderGone' | 'folderFull'>) {
    super(trouble);
  }
}

/** Errors of a path or a share that is not there, at this moment or at all. */
const gone: ReadonlySet<string | undefined> = new Set([
  'ENOENT',
  'ENOTDIR',
  'ESTALE',
  'EIO',
  'ENODEV',
  'ENXIO',
  'ENOTCONN',
  'ETIMEDOUT',
  'EHOSTDOWN',
  'EHOSTUNREACH',
]);

/** Does something in the folder; what the system says against it becomes a FolderTrouble. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new FolderTrouble(gone.has(code) ? 'folderGone' : 'folderFull');
  }
}

/** The system's name for what went wrong: ENOSPC. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
