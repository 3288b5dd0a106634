/** The keys that stored words are sealed with: a file of its own, beside neither the data nor the code. */
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';

/** Keys by id, the one that seals from now on, and the one for what is looked up (which never changes). */
export type Keyring = {
  readonly active: string;
  readonly sealing: ReadonlyMap<string, KeyObject>;
  readonly index: KeyObject;
};

const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'a key is 32 bytes');
const KeyFile = z
  .strictObject({
    version: z.literal(1),
    active: z.string(),
    sealing: z.record(z.string().regex(/^[a-z0-9]{1,16}$/), key),
    index: key,
  })
  .refine(({ active, sealing }) => Object.hasOwn(sealing, active), 'the active key is missing');
type KeyFile = z.infer<typeof KeyFile>;

/**
 * The keyring in this file. Made when it is not there and `mayCreate` says that no data needs older keys.
 * Throws when others than its owner may read it, or when it lies with the data: a copy of one would be a copy of both.
 */
export function openKeys(options: {
  readonly file: string;
  readonly dataDir: string;
  readonly mayCreate: boolean;
}): Keyring {
  const { file, dataDir, mayCreate } = options;
  if (isInside(file, dataDir)) throw new Error(`The key file ${file} must lie outside the data folder ${dataDir}.`);
  if (mayCreate && !existsSync(file)) createOnce(file);
  return asKeyring(readKeys(file));
}

/** Adds a new key, which seals from the next start on; what older keys have sealed can still be opened. */
export function addKey(file: string): string {
  const keys = readKeys(file);
  const id = `k${String(Object.keys(keys.sealing).length + 1)}`;
  const written = writeBeside(file, { ...keys, active: id, sealing: { ...keys.sealing, [id]: newKey() } });
  renameSync(written, file);
  syncFolder(file);
  return id;
}

/** A keyring that is kept nowhere: for data that is kept nowhere. */
export function throwAwayKeys(): Keyring {
  return asKeyring(freshKeys());
}

function freshKeys(): KeyFile {
  return { version: 1, active: 'k1', sealing: { k1: newKey() }, index: newKey() };
}

function newKey(): string {
  return randomBytes(32).toString('base64');
}

function asKeyring({ active, sealing, index }: KeyFile): Keyring {
  return {
    active,
    sealing: new Map(Object.entries(sealing).map(([id, text]) => [id, secret(text)])),
    index: secret(index),
  };
}

function secret(text: string): KeyObject {
  return createSecretKey(Buffer.from(text, 'base64'));
}

function readKeys(file: string): KeyFile {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new Error(`Others may read the key file ${file}. Give it to its owner alone: chmod 600.`);
  }
  const parsed = KeyFile.safeParse(parseJson(readFileSync(file, 'utf8')));
  // The reason is left out on purpose: it could quote what is in the file.
  if (!parsed.success) throw new Error(`The key file ${file} is not one of ours, or is damaged.`);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whole or not at all, and never over another: of two processes that start at once, both read the first one's keys. */
function createOnce(file: string): void {
  mkdirSync(dirname(resolve(file)), { recursive: true, mode: 0o700 });
  const written = writeBeside(file, freshKeys());
  try {
    linkSync(written, file);
    syncFolder(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(written);
  }
}

function writeBeside(file: string, keys: KeyFile): string {
  const written = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(written, 'wx', 0o600);
  writeSync(handle, `${JSON.stringify(keys, null, 2)}\n`);
  fsyncSync(handle);
  closeSync(handle);
  return written;
}

/** A file's name is safe on disk only when its folder is. */
function syncFolder(file: string): void {
  const folder = openSync(dirname(resolve(file)), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function isInside(file: string, folder: string): boolean {
  const way = relative(withoutLinks(resolve(folder)), withoutLinks(resolve(file)));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** What is not there yet counts by the nearest folder that is. */
function withoutLinks(path: string): string {
  return existsSync(path) || dirname(path) === path
    ? realpathSync(path)
    : join(withoutLinks(dirname(path)), basename(path));
}
