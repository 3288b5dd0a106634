/** Reading in a folder that others may write in: whatever stands there under a name must not keep or fool us. */
import { constants, type Stats } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { codeOf, onDisk } from './trouble.ts';

/** Far more than any file needs that we read there. */
const mostBytes = 64 * 1024;

/** Undefined where there is no such file; null where there is one that must not or cannot be read. */
export async function textOf(name: string): Promise<string | null | undefined> {
  const there = await statOf(name);
  if (there === undefined) return undefined;
  if (!there.isFile()) return null;
  return onDisk(async () => {
    try {
      return await start(name);
    } catch (error) {
      if (!['ELOOP', 'EACCES', 'EPERM'].includes(codeOf(error) ?? '')) throw error;
      return null;
    }
  });
}

/** Not through a link, which could show the desk any file of ours; and a pipe must not keep us. */
async function start(name: string): Promise<string> {
  const file = await open(name, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mostBytes), 0, mostBytes, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What stands there itself, and not what it leads to. */
export async function statOf(name: string): Promise<Stats | undefined> {
  return onDisk(() =>
    lstat(name).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }),
  );
}
