/**
 * Which font file has which sign. The families come out of the package registry, each cut into files by the signs they
 * have, so that only what a text needs is ever opened.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

export type FontFile = { readonly family: string; readonly path: string };

/** The scripts of California's threshold languages; the first that has a sign is taken. */
const families = [
  'arimo', // Latin with Vietnamese and Hmong, Cyrillic, Greek, Hebrew
  'noto-sans-armenian',
  'noto-sans-arabic', // Farsi too
  'noto-sans-devanagari',
  'noto-sans-gurmukhi',
  'noto-sans-khmer',
  'noto-sans-lao',
  'noto-sans-thai',
] as const;

const chinese = ['noto-sans-sc', 'noto-sans-tc', 'noto-sans-jp', 'noto-sans-kr'] as const;
type Family = (typeof families)[number] | (typeof chinese)[number];

/** The same Chinese character is written in four ways: first as in the member's own language. */
const ownShapes: ReadonlyMap<string, Family> = new Map([
  ['zh-Hans', 'noto-sans-sc'],
  ['zh-Hant', 'noto-sans-tc'],
  ['ja', 'noto-sans-jp'],
  ['ko', 'noto-sans-kr'],
]);

/** The files that may have a sign, likeliest first. Whether one has it is known once it is open. */
export function* filesFor(codePoint: number, languages: readonly string[]): Generator<FontFile> {
  const own = languages.map((language) => ownShapes.get(language)).find((family) => family !== undefined);
  const order: readonly Family[] = [...families, ...(own ? [own] : []), ...chinese.filter((family) => family !== own)];
  for (const family of order) {
    for (const { has, file } of partsOf(family)) if (has(codePoint)) yield file;
  }
}

type Part = { readonly file: FontFile; readonly has: (codePoint: number) => boolean };

const known = new Map<Family, readonly Part[]>();

function partsOf(family: Family): readonly Part[] {
  const before = known.get(family);
  if (before) return before;
  const parts = readParts(family);
  known.set(family, parts);
  return parts;
}

const require = createRequire(import.meta.url);
const UnicodeRanges = z.record(z.string(), z.string());

function readParts(family: Family): readonly Part[] {
  const home = `@fontsource-variable/${family}`;
  const index = require.resolve(`${home}/unicode.json`);
  const ranges = UnicodeRanges.parse(JSON.parse(readFileSync(index, 'utf8')));
  return Object.entries(ranges).map(([name, range]) => {
    const file = `${family}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`;
    return { file: { family, path: path.join(path.dirname(index), 'files', file) }, has: reader(range) };
  });
}

/** Reads "U+0-FF,U+131". */
function reader(range: string): Part['has'] {
  const spans = range.split(',').map((span) => {
    const [from = '', to = from] = span.replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return (codePoint) => spans.some(([from, to]) => codePoint >= from && codePoint <= to);
}
