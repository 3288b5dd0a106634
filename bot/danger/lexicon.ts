/** The danger phrases of every language, read once and held ready. A file that cannot be read stops the start. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { DangerKind } from '../../dialogs/danger-kind.ts';
import { languages } from '../../locales/languages.ts';
import { parsePattern, type Groups, type Pattern } from './pattern.ts';
import { PhraseIndex } from './phrase-index.ts';
import { Vocabulary } from './vocabulary.ts';

const phrases = z.array(z.string().min(1));

/** One language's file, `locales/<tag>/danger-patterns.json`; docs/danger.md says how to write it. */
const DangerPatterns = z.strictObject({
  about: z.array(z.string()),
  /** Words that may be found written together ("killmyself"); `all` where syllables often are ("tuskheej"). */
  glued: z.union([z.literal('all'), phrases]),
  groups: z.record(z.string(), phrases),
  /** What tells of danger. */
  signs: z.record(DangerKind, phrases),
  /** What only looks like it: the words of these phrases cannot be part of a sign. */
  lookalikes: phrases,
  /** Words that are excused when a time long past, or another setting, stands near them in the same sentence. */
  excused: z.array(z.strictObject({ words: phrases, near: phrases, within: z.int().positive() })),
  /** What takes the excuse back: "again", "still" anywhere in the message; "now" in the same sentence. */
  present: z.strictObject({ message: phrases, sentence: phrases }),
});
type DangerPatterns = z.infer<typeof DangerPatterns>;

/** When words are excused by what stands near them. */
export type Excuse = { readonly words: PhraseIndex<true>; readonly near: PhraseIndex<true>; readonly within: number };

function read(tag: string): readonly DangerPatterns[] {
  const file = new URL(`../../locales/${tag}/danger-patterns.json`, import.meta.url);
  return existsSync(file) ? [DangerPatterns.parse(JSON.parse(readFileSync(file, 'utf8')))] : [];
}

const files = languages.flatMap(({ tag }) => read(tag));

function compile(groups: Groups, list: readonly string[]): readonly (readonly [Pattern, true])[] {
  return list.map((phrase) => [parsePattern(phrase, groups), true] as const);
}

const compiledSigns = files.flatMap(({ groups, signs }) =>
  DangerKind.options.flatMap((kind) => signs[kind].map((phrase) => [parsePattern(phrase, groups), kind] as const)),
);

/** Signs of danger; a comma does not part their words. */
export const signs = new PhraseIndex<DangerKind>(compiledSigns, true);

/** Look-alikes; a comma parts their words: "no, quiero morir" is not "no quiero morir". */
export const lookalikes = new PhraseIndex<true>(
  files.flatMap(({ groups, lookalikes: list }) => compile(groups, list)),
  false,
);

export const excuses: readonly Excuse[] = files.flatMap(({ groups, excused }) =>
  excused.map(({ words, near, within }) => ({
    words: new PhraseIndex<true>(compile(groups, words), false),
    near: new PhraseIndex<true>(compile(groups, near), true),
    within,
  })),
);

export const present = {
  message: new PhraseIndex<true>(
    files.flatMap(({ groups, present: { message } }) => compile(groups, message)),
    true,
  ),
  sentence: new PhraseIndex<true>(
    files.flatMap(({ groups, present: { sentence } }) => compile(groups, sentence)),
    true,
  ),
};

function wordsOfSigns({ groups, signs: kinds }: DangerPatterns): readonly string[] {
  const patterns = Object.values(kinds).flatMap((list) => list.map((phrase) => parsePattern(phrase, groups)));
  return patterns.flatMap((pattern) => pattern.flatMap((element) => (element.kind === 'one' ? element.of.words : [])));
}

function gluedIn(file: DangerPatterns): readonly string[] {
  return file.glued === 'all' ? wordsOfSigns(file).filter((word) => word.length > 1) : file.glued;
}

/** What hidden words may turn out to be. */
export const vocabulary = new Vocabulary(files.flatMap(wordsOfSigns), files.flatMap(gluedIn));
