/** Where things lie in the folder that is shared with a plan, for one set: a referral, or what followed it. */
import { lstat, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { statOf } from './reading.ts';
import { codeOf, FolderTrouble, onDisk } from './trouble.ts';

export type Places = {
  /** What the plan's side picks up. */
  readonly folder: string;
  /** What the plan's side drops. Made by whoever sets the folder up, never by us. */
  readonly acks: string;
  /** Half sets; nobody but their writer reads them. */
  readonly part: string;
  /** What was prepared, one folder for each set; it stays when its files have been handed over. */
  readonly sent: string;
  /** What its files are named by: the number of a referral, or the name of a follow-up. */
  readonly name: string;
  /** This set's folder in `sent`: one for each time that the desk has asked for it. */
  readonly mine: string;
  /** Those of the times before, the first one first. */
  readonly before: readonly string[];
};

/** `again`: how often the desk has asked to send it again. */
export function placesIn(folder: string, name: string, again = 0): Places {
  const sent = path.join(folder, '.sent');
  const mineAt = (time: number): string => path.join(sent, time === 0 ? name : `${name}.${time}`);
  return {
    folder,
    acks: path.join(folder, 'acks'),
    part: path.join(folder, '.part'),
    sent,
    name,
    mine: mineAt(again),
    before: Array.from({ length: again }, (_, time) => mineAt(time)),
  };
}

/**
 * Throws a FolderTrouble when the folder cannot be used. Without `acks` the share is not mounted, and what we wrote
 * would lie beneath it where nobody comes.
 */
export async function openPlaces({ acks, part, sent, mine, before }: Places): Promise<void> {
  if (!(await isFolder(acks))) throw new FolderTrouble('folderGone');
  for (const own of [part, sent]) {
    await onDisk(() => mkdir(own, { mode: 0o700 }).catch(unlessThere));
    if (!(await isFolder(own))) throw new FolderTrouble('folderFull');
  }
  for (const own of [mine, ...before]) {
    const there = await statOf(own);
    if (there?.isDirectory() === false) throw new FolderTrouble('folderFull');
  }
}

/** A link to a folder is none: who may write here must not choose where we write. */
async function isFolder(name: string): Promise<boolean> {
  return onDisk(async () => (await lstat(name)).isDirectory());
}

function unlessThere(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error;
}
