/** The words that members may type, parsed once and joined: the chosen language's first, every other's beside them. */
import { z } from 'zod';
import { languages, type Tag } from '../../locales/languages.ts';
import { reads } from '../../locales/reads.ts';
import { phrases, type Phrases } from './phrases.ts';
import { tokens } from './plain.ts';

const list = z.array(z.string());
const lists = z.record(z.string(), list);
const opening = z.strictObject({ alone: list, opens: list, words: list });
const silence = z.strictObject({ alone: list, anywhere: list });

/** What a `reads.json` holds. A language may leave out what it has no words for. */
export const Reads = z.strictObject({
  /** Number words and what they come to; words such as "one" or "rau" that also mean something else are in `vague`. */
  numbers: z.strictObject({
    values: z.record(z.string(), z.int()),
    vague: list,
    joiners: list,
    /** Those that say how often, and so no place in a list: "twice". */
    often: list.optional(),
  }),
  /** "The first" is 1, "the last" is -1. */
  ordinals: z.record(z.string(), z.int()),
  counts: z.strictObject({
    zero: list,
    times: list,
    years: list,
    windows: list,
    within: list,
    several: list,
    couple: list,
    almost: list,
    moreThan: list,
    lessThan: list,
    atLeast: list,
    atMost: list,
    orMore: list,
    orLess: list,
    between: list,
    upTo: list,
    /** So many in each week or month: nobody can tell from it how many that makes. */
    rates: list.optional(),
    /** Some of them do not count: "3 but one was planned". */
    less: list.optional(),
    /** What a number counts that is not asked for: "3 kids". */
    others: list.optional(),
    /** "70s": any of ten. */
    decades: list.optional(),
  }),
  dates: z.strictObject({ order: z.enum(['month', 'day']), months: z.array(list).length(12), fillers: list }),
  names: z.strictObject({
    opens: list,
    never: list,
    /** What no name holds: "I told you already" is none. */
    notIn: list.optional(),
  }),
  yes: opening,
  no: opening,
  /** What makes a yes or a no half of one: "but", "sometimes". */
  halfway: list,
  subjects: list,
  none: list,
  /** That what is asked for is not had, or not at hand: "I lost it". */
  lacking: list.optional(),
  all: list,
  both: list,
  notSure: silence,
  declined: silence,
  /** "What do you mean?": not an answer at all. */
  confused: list,
  and: list,
  or: list,
  fillers: list,
  choiceWords: list,
  negations: list,
  /** What makes a label a trouble, beside the negations: "hard". */
  troubles: list,
  /** What denies the word after it, the small words that may stand between, and what only looks like a denial. */
  denials: z.strictObject({ words: list, through: list, spared: list.optional() }),
  /** Words too common to tell one label from another. */
  common: list,
  /** What refuses an option that it stands behind: "cooking is fine". */
  refusals: list.optional(),
  /** What takes back what is said after it or before it as of now; and the words of labels that speak of then too. */
  formerly: z.strictObject({ said: list, longAgo: list, labels: list }).optional(),
  /** "It's for", said of whom; what says it is for somebody else as it stands. */
  forWhom: z.strictObject({ frames: list, me: list, alone: list }).optional(),
  /** What takes back what was said before: "no wait, I meant 3". */
  corrections: list.optional(),
  acts: lists,
  languages: z.strictObject({ names: lists, frames: list }),
  detect: z.strictObject({ sure: list, words: list, unlike: list, syllable: z.string().optional() }),
  intents: z.strictObject({
    person: list,
    complaint: list,
    /** That a decision or a letter is wrong. */
    appeal: list,
    status: list,
    file: list,
    screen: list,
    learn: list,
    greeting: list,
    thanks: list,
  }),
  topics: lists,
  programmes: lists,
  concerns: lists,
  /**
   * Drunk or high at this moment: how the state is called, what makes it somebody's ("am", "ando"), what makes it now,
   * wishes that are had only then ("sober up"), and what tells of a habit, the past or something else.
   */
  intoxicated: z.strictObject({ states: list, being: list, now: list, wishes: list, unless: list }),
  /** Ways to say an option, by its id, beside its label. */
  options: z.record(z.string(), silence),
});
export type Reads = z.infer<typeof Reads>;

/** Each language's own words. Bad words stop the process at its start. */
export const readsOf = Object.fromEntries(languages.map(({ tag }) => [tag, Reads.parse(reads[tag])])) as Readonly<
  Record<Tag, Reads>
>;

/** The languages' words, the chosen one's first. */
export function inOrder(language: Tag): readonly Reads[] {
  return [readsOf[language], ...languages.filter(({ tag }) => tag !== language).map(({ tag }) => readsOf[tag])];
}

const everyReads: readonly Reads[] = languages.map(({ tag }) => readsOf[tag]);

/** One list of phrases out of every language. Built once for each use: keep it in a constant. */
export function everyLanguages(pick: (words: Reads) => readonly string[]): Phrases {
  return phrases(everyReads.flatMap((words) => pick(words)));
}

/** Phrases by key (an act, a topic, a concern) out of every language. */
export function everyLanguagesBy(
  pick: (words: Reads) => Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, Phrases> {
  const picked = everyReads.map(pick);
  const keys = new Set(picked.flatMap((lists) => Object.keys(lists)));
  return new Map([...keys].map((key) => [key, phrases(picked.flatMap((lists) => lists[key] ?? []))]));
}

/**
 * Words with their values. Where two languages differ ("once" is 11 in Spanish), the chosen one's holds; where two
 * others differ, neither.
 */
export function valuesIn(
  language: Tag,
  pick: (words: Reads) => Readonly<Record<string, number>>,
): ReadonlyMap<string, number> {
  const [own, ...others] = inOrder(language).map((words) =>
    Object.entries(pick(words)).map(([word, value]) => [tokens(word).join(' '), value] as const),
  );
  const values = new Map<string, number>();
  const disputed = new Set<string>();
  for (const [word, value] of others.flat()) {
    if ((values.get(word) ?? value) !== value) disputed.add(word);
    values.set(word, value);
  }
  for (const word of disputed) values.delete(word);
  for (const [word, value] of own ?? []) values.set(word, value);
  return values;
}

/** A function whose results are kept: for what is asked again and again, of few things. */
export function kept<K, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => {
    const before = made.get(key) ?? make(key);
    made.set(key, before);
    return before;
  };
}
