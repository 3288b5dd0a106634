/**
 * Hands one set over, once. It is prepared whole under `.sent/<name>`, and each of its files is then moved from there
 * to where the plan's side picks it up. A move happens once or not at all: whoever was killed between two, whoever else
 * moves at the same time, and whatever the plan's side has taken away meanwhile, no file comes a second time.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { syncFolder, writeWhole } from './disk.ts';
import type { Places } from './places.ts';
import { statOf, textOf } from './reading.ts';
import { manifestName, type FileSet } from './set.ts';
import { codeOf, FolderTrouble, onDisk } from './trouble.ts';

const recordName = 'record.json';
const HandoverRecord = z.strictObject({
  handedOverAt: z.iso.datetime(),
  /** The refusal that this handover answers. */
  answeredBefore: z.string().nullable().default(null),
});
type HandoverRecord = z.infer<typeof HandoverRecord>;

/** Whether there is such a set, handed over or about to be. */
export async function isPrepared({ mine }: Places): Promise<boolean> {
  return (await statOf(path.join(mine, recordName))) !== undefined;
}

/** Stores the whole set out of the plan's sight. Another sender may do so at the same time: one of them has its way. */
export async function prepare(places: Places, { files, manifest }: FileSet, told: HandoverRecord): Promise<void> {
  const { part, sent, name: set, mine } = places;
  const half = path.join(part, `${set}.${randomBytes(8).toString('hex')}`);
  const record = { name: recordName, bytes: Buffer.from(JSON.stringify(told)) };
  await onDisk(async () => {
    try {
      await mkdir(half, { mode: 0o700 });
      for (const { name, bytes } of [...files, manifest, record]) await writeWhole(path.join(half, name), bytes);
      await syncFolder(half);
      await rename(half, mine);
    } catch (error) {
      await rm(half, { recursive: true, force: true }).catch(() => undefined);
      if (!(await isPrepared(places))) throw error;
    }
    await syncFolder(sent);
  });
}

/** Moves what has not been moved yet, the manifest last. */
export async function handOver(places: Places): Promise<void> {
  await onDisk(async () => {
    const last = manifestName(places.name);
    for (const name of await unmoved(places)) if (name !== last) await move(name, places);
    const left = await unmoved(places);
    // A share that was gone for a moment: without this a manifest could come before a file that it names.
    if (left.some((name) => name !== last)) throw new FolderTrouble('folderGone');
    if (left.includes(last)) {
      await syncFolder(places.folder);
      await move(last, places);
      await syncFolder(places.folder);
      await syncFolder(places.mine);
    }
    await removeHalves(places);
    await removeEarlier(places);
  });
}

/** After the plan has answered: what a killed sender left goes, and where it cannot, the answer counts all the same. */
export async function clearAway(places: Places): Promise<void> {
  await removeHalves(places).catch((error: unknown) => {
    if (codeOf(error) === undefined) throw error;
  });
}

/** When it was prepared; null where that cannot be read any more. */
export async function handedOverAt(places: Places): Promise<Date | null> {
  const told = await recordIn(places);
  return told && new Date(told.handedOverAt);
}

/** The refusal that this handover answers; null: none, or it cannot be read any more. */
export async function answeredBefore(places: Places): Promise<string | null> {
  return (await recordIn(places))?.answeredBefore ?? null;
}

async function recordIn({ mine }: Places): Promise<HandoverRecord | null> {
  const text = await textOf(path.join(mine, recordName));
  try {
    return HandoverRecord.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}

/** What is ours to know is in names of our own; all others are to be handed over. */
async function unmoved({ mine, name: set }: Places): Promise<readonly string[]> {
  return (await readdir(mine)).filter((name) => name.startsWith(set));
}

/** A link that stands where the file goes is replaced, never followed. */
async function move(name: string, { mine, folder }: Places): Promise<void> {
  try {
    await rename(path.join(mine, name), path.join(folder, name));
  } catch (error) {
    // Another sender was first.
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** What senders left who were killed while they prepared the same set: it names a member, and nobody needs it. */
async function removeHalves({ part, name: set }: Places): Promise<void> {
  for (const name of await readdir(part)) {
    if (name.startsWith(`${set}.`)) await rm(path.join(part, name), { recursive: true, force: true });
  }
}

/** What was refused before all of it was handed over: what was handed over now is all that counts. */
async function removeEarlier({ before, name: set }: Places): Promise<void> {
  for (const earlier of before) {
    const names = await readdir(earlier).catch(noneWhereGone);
    for (const name of names) if (name.startsWith(set)) await rm(path.join(earlier, name), { force: true });
  }
}

function noneWhereGone(error: unknown): readonly string[] {
  if (codeOf(error) === 'ENOENT') return [];
  throw error;
}
