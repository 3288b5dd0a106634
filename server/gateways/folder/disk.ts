/** Writing that lasts: what these have ended is there after a power cut. */
import { open } from 'node:fs/promises';
import { codeOf } from './trouble.ts';

/** Writes a new file for its owner alone. Throws where the name is taken, also by a link. */
export async function writeWhole(name: string, bytes: Buffer): Promise<void> {
  const file = await open(name, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A file's name is safe only when its folder is. Some shares cannot be told so, and need no telling. */
export async function syncFolder(name: string): Promise<void> {
  const folder = await open(name, 'r');
  try {
    await folder.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP'].includes(codeOf(error) ?? '')) throw error;
  } finally {
    await folder.close();
  }
}
