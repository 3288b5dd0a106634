/** Finds which of many phrases occur in a message, looking only for those whose rarest word is there. */
import type { Pattern } from './pattern.ts';
import { matchAt, type Phrase } from './phrase.ts';
import type { Word } from './word.ts';
import { WordLists } from './word-lists.ts';

/** A phrase that was found: what it means, and the places of the words that it claims. */
export type Found<Meaning> = { readonly meaning: Meaning; readonly claims: readonly number[] };

/** Phrases, each with what it means. They are put in order when first looked for: most messages need few of the lists. */
export class PhraseIndex<Meaning> {
  readonly #entries: readonly Entry<Meaning>[];
  #ordered: Ordered | undefined;

  constructor(entries: readonly (readonly [Pattern, Meaning])[], crossCommas: boolean) {
    this.#entries = entries.map(([pattern, meaning]) => ({ pattern, meaning, crossCommas }));
  }

  /** Every phrase that matches, at every place where it does. */
  find(words: readonly Word[]): readonly Found<Meaning>[] {
    const { byRarest, bySecond, byStart, atFirst } = (this.#ordered ??= ordered(this.#entries));
    const seen = new Uint8Array(this.#entries.length);
    const texts = new Set(words.map(({ text }) => text));
    for (const text of texts) for (const ids of byRarest.under(text)) for (const id of ids) seen[id] = 1;
    for (const text of texts)
      for (const ids of bySecond.under(text)) for (const id of ids) if (seen[id] === 1) seen[id] = 2;
    const found: Found<Meaning>[] = [];
    for (const id of atFirst) if (seen[id] === 2) this.#tryAt(id, words, 0, found);
    for (let at = 0; at < words.length; at += 1) {
      for (const ids of byStart.under(words[at]?.text ?? ''))
        for (const id of ids) if (seen[id] === 2) this.#tryAt(id, words, at, found);
    }
    return found;
  }

  #tryAt(id: number, words: readonly Word[], at: number, found: Found<Meaning>[]): void {
    const entry = this.#entries[id];
    const claims: number[] = [];
    if (entry && matchAt(entry, words, at, claims) >= 0) found.push({ meaning: entry.meaning, claims });
  }
}

/**
 * The numbers of phrases, by the words of the two places that fewest messages fill (where there is but one, by it
 * twice), and by the words that they may begin with.
 */
type Ordered = {
  readonly byRarest: WordLists<number>;
  readonly bySecond: WordLists<number>;
  readonly byStart: WordLists<number>;
  readonly atFirst: readonly number[];
};

function ordered(entries: readonly Entry<unknown>[]): Ordered {
  const byRarest = new WordLists<number>();
  const bySecond = new WordLists<number>();
  const byStart = new WordLists<number>();
  const atFirst: number[] = [];
  const uses = countUses(entries.map(({ pattern }) => pattern));
  for (const [id, { pattern }] of entries.entries()) {
    const [first = [], second = first] = rarest(pattern, uses);
    for (const word of first) byRarest.add(word, id);
    for (const word of second) bySecond.add(word, id);
    const starts = startsOf(pattern);
    for (const word of starts) if (!isMark(word)) byStart.add(word, id);
    if (starts.some(isMark)) atFirst.push(id);
  }
  return { byRarest, bySecond, byStart, atFirst };
}

type Entry<Meaning> = Phrase & { readonly meaning: Meaning };

/** For the two places that other phrases share least: the words one of which must be there for the phrase to match. */
function rarest(pattern: Pattern, uses: ReadonlyMap<string, number>): readonly (readonly string[])[] {
  const places = pattern.flatMap((element) =>
    element.kind === 'one' && !element.optional ? [element.of.anchors] : [],
  );
  const cost = (anchors: readonly string[]): number =>
    anchors.reduce((sum, word) => sum + (uses.get(word) ?? 0) * (everywhere.has(word) ? 20 : 1), 0);
  return places
    .filter((anchors) => !anchors.some(isMark))
    .map((anchors) => ({ anchors, cost: cost(anchors) }))
    .sort((one, other) => one.cost - other.cost)
    .slice(0, 2)
    .map(({ anchors }) => anchors);
}

/** The words with which a phrase may begin: those of its first place that must be there, and of the ones before it. */
function startsOf(pattern: Pattern): readonly string[] {
  const starts = new Set<string>();
  for (const element of pattern) {
    if (element.kind !== 'one') break;
    for (const word of element.of.anchors) starts.add(word);
    if (!element.optional) break;
  }
  return [...starts];
}

function countUses(patterns: readonly Pattern[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const pattern of patterns) {
    for (const element of pattern) {
      if (element.kind === 'one') for (const word of element.of.anchors) uses.set(word, (uses.get(word) ?? 0) + 1);
    }
  }
  return uses;
}

/** Words that nearly every message has: a phrase that waits for one of them would be tried on all. */
const everywhere = new Set(
  (
    'i a an the to in it is was are be and or of on at for with my me he she we you they this that have has not no do ' +
    'need help can de la el que y en a un una los las mi me se no con por para es le lo su ' +
    'kuv nws peb koj tsis muaj tus cov lub rau hauv los lawm tau yuav xav thiab no kom mus ua'
  ).split(' '),
);

/** The start and the end of a message are everywhere: they tell nothing apart. */
function isMark(word: string): boolean {
  return word === '^' || word === '$';
}
