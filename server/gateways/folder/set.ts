/** The files of one referral, or of what followed it, and the manifest that says what belongs to the set. */
import { createHash } from 'node:crypto';

export type HandedFile = { readonly name: string; readonly bytes: Buffer };

/** A whole set. The manifest is apart because it goes last. */
export type FileSet = { readonly files: readonly HandedFile[]; readonly manifest: HandedFile };

/** A name, not an address, as with the referral's own schema. */
export const manifestSchema = 'https://calaim-navigator.example/schema/referral-manifest-1.json';

/** The same for what followed a referral. */
export const followUpManifestSchema = 'https://calaim-navigator.example/schema/follow-up-manifest-1.json';

export const manifestName = (set: string): string => `${set}.manifest.json`;

/** What a set is of: `number` is its referral's, and `name` what all its files are named by. */
export type SetOf = { readonly schema: string; readonly name: string; readonly number: string };

/** What a form's file is called. */
export const formName = (number: string): RegExp => new RegExp(`^${number}-[A-Za-z0-9][A-Za-z0-9-]{0,60}\\.pdf$`);

/** Throws when two files have one name: the second would take the place of the first. */
export function wholeSet({ schema, name: set, number }: SetOf, files: readonly HandedFile[]): FileSet {
  if (new Set(files.map(({ name }) => name.toLowerCase())).size < files.length)
    throw new Error('two files of a set have the same name');
  const listed = files.map(({ name, bytes }) => ({
    name,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const manifest = JSON.stringify({ schema, number, files: listed }, null, 2);
  return { files, manifest: { name: manifestName(set), bytes: Buffer.from(`${manifest}\n`) } };
}
