/** Whether the plan's file names a folder that referrals can be handed over in: looked at before anything starts. */
import { constants } from 'node:fs';
import { access, lstat, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FolderSettings } from '../../../referral/gateway-settings.ts';
import { codeOf } from './trouble.ts';

/** Throws with what is wrong with `gateway.path`. Gives back what is only unwise, to be logged. */
export async function checkFolderSettings({ path: folder }: FolderSettings): Promise<readonly string[]> {
  const inner = (name: string): string => path.join(folder, name);
  const fault =
    (await folderFault(folder, 'the folder')) ??
    (await folderFault(inner('acks'), 'a folder')) ??
    (await standInFault(inner('acks'))) ??
    (await standInFault(inner('.part'))) ??
    (await standInFault(inner('.sent')));
  if (fault !== undefined) throw new Error(`The plan's file is wrong:\n  gateway.path: ${fault}`);
  const { mode } = await stat(folder);
  if (process.platform === 'win32' || (mode & 0o077) === 0) return [];
  return [`gateway.path: others may look into the folder (mode ${(mode & 0o777).toString(8)}); 700 is enough`];
}

/** A link, or a file, where only a folder of its own will do. */
async function standInFault(name: string): Promise<string | undefined> {
  const there = await lstat(name).catch(() => undefined);
  return there?.isDirectory() === false ? `${name} must be a folder of its own, and no link` : undefined;
}

async function folderFault(folder: string, what: string): Promise<string | undefined> {
  try {
    if (!(await stat(folder)).isDirectory()) return `${folder} is not a folder`;
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') return `there must be ${what} ${folder}; it is never made from here`;
    return `${folder} cannot be written to (${code})`;
  }
}
