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
  /** Short forms and common misspellings, each with the word that it stands for; read so in every language. */
  short: z.record(z.string(), z.string()).optional(),
  /** The words are also known by how they sound in this language ("aser" is "hacer"). */
  bySound: z.literal('es').optional(),
  groups: z.record(z.string(), phrases),
  /** What tells of danger, by kind, and within a kind by idea. */
  signs: z.record(DangerKind, z.record(z.string(), phrases)),
  /** What tells of danger only when one phrase of each list is in the message: "i give up" with "tell my kids". */
  together: z.partialRecord(DangerKind, z.record(z.string(), z.array(phrases).min(2))).optional(),
  /** What only looks like it: the words of these phrases cannot be part of a sign. */
  lookalikes: z.record(z.string(), phrases),
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

/** What a phrase tells: a danger, or one part of a danger that needs all `parts` of its `idea`. */
export type Sign = {
  readonly kind: DangerKind;
  readonly part?: { readonly idea: object; readonly bit: number; readonly all: number };
};

function meaning(phrasesOf: readonly string[], groups: Groups, sign: Sign): readonly (readonly [Pattern, Sign])[] {
  return phrasesOf.map((phrase) => [parsePattern(phrase, groups), sign] as const);
}

const whole = files.flatMap(({ groups, signs }) =>
  DangerKind.options.flatMap((kind) => Object.values(signs[kind]).flatMap((list) => meaning(list, groups, { kind }))),
);

const parts = files.flatMap(({ groups, together }) =>
  DangerKind.options.flatMap((kind) =>
    Object.values(together?.[kind] ?? {}).flatMap((idea) =>
      idea.flatMap((list, at) =>
        meaning(list, groups, { kind, part: { idea, bit: 1 << at, all: (1 << idea.length) - 1 } }),
      ),
    ),
  ),
);

/** Signs of danger; a comma does not part their words. */
export const signs = new PhraseIndex<Sign>([...whole, ...parts], true);

/** Look-alikes; a comma parts their words: "no, quiero morir" is not "no quiero morir". */
export const lookalikes = new PhraseIndex<true>(
  files.flatMap(({ groups, lookalikes: ideas }) => compile(groups, Object.values(ideas).flat())),
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

/** The words of a language's signs, and of the groups that they are written with. */
const wordsOf = files.map(({ groups, signs, together = {} }): readonly string[] => {
  const lines = [
    ...Object.values(signs).flatMap((ideas) => Object.values(ideas)),
    ...Object.values(together).flatMap((ideas) => Object.values(ideas).flat()),
    ...Object.values(groups),
  ].flat();
  const written = lines.join(' ').replace(/\.\.\d+|[#@]\p{L}+/gu, ' ');
  return [...new Set<string>(written.match(/[\p{L}\p{N}*]+/gu) ?? [])];
});

/** Where syllables are often written together, every word of the language may be part of a longer one. */
function gluedIn({ glued }: DangerPatterns, at: number): readonly string[] {
  return glued === 'all' ? (wordsOf[at] ?? []).filter((word) => word.length > 1) : glued;
}

/** What hidden words may turn out to be. */
export const vocabulary = new Vocabulary(wordsOf.flat(), files.flatMap(gluedIn), {
  short: Object.assign({}, ...files.map(({ short }) => short)) as Readonly<Record<string, string>>,
  bySound: files.flatMap(({ bySound }, at) => (bySound ? (wordsOf[at] ?? []) : [])),
});
