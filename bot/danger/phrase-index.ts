/** Finds which of many phrases occur in a message, looking only for those whose rarest word is there. */
import type { Choice } from './choice.ts';
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
  const byRarest = new Map<Choice, number[]>();
  const bySecond = new Map<Choice, number[]>();
  const byStart = new Map<Choice, number[]>();
  const atFirst: number[] = [];
  const costOf = costs(entries.map(({ pattern }) => pattern));
  for (const [id, { pattern }] of entries.entries()) {
    const [first, second = first] = rarest(pattern, costOf);
    if (first) put(byRarest, first, id);
    if (second) put(bySecond, second, id);
    const starts = startsOf(pattern);
    for (const place of starts) put(byStart, place, id);
    if (starts.some(hasMark)) atFirst.push(id);
  }
  return { byRarest: byWord(byRarest), bySecond: byWord(bySecond), byStart: byWord(byStart), atFirst };
}

function put(ids: Map<Choice, number[]>, place: Choice, id: number): void {
  const known = ids.get(place);
  if (known) known.push(id);
  else ids.set(place, [id]);
}

/** Many phrases share a place: its words are gone through once for all of them. */
function byWord(ids: ReadonlyMap<Choice, readonly number[]>): WordLists<number> {
  const lists = new WordLists<number>();
  for (const [place, list] of ids) for (const word of place.anchors) if (!isMark(word)) lists.add(word, list);
  return lists;
}

type Entry<Meaning> = Phrase & { readonly meaning: Meaning };

/** The two places whose words other phrases share least: one of the words of each must be there. */
function rarest(pattern: Pattern, costOf: (place: Choice) => number): readonly Choice[] {
  return pattern
    .flatMap((element) => (element.kind === 'one' && !element.optional && !hasMark(element.of) ? [element.of] : []))
    .sort((one, other) => costOf(one) - costOf(other))
    .slice(0, 2);
}

/** The places with which a phrase may begin: its first that must be there, and the ones before it. */
function startsOf(pattern: Pattern): readonly Choice[] {
  const starts: Choice[] = [];
  for (const element of pattern) {
    if (element.kind !== 'one') break;
    starts.push(element.of);
    if (!element.optional) break;
  }
  return starts;
}

/** How many phrases would be looked at for the words of a place. */
function costs(patterns: readonly Pattern[]): (place: Choice) => number {
  const times = new Map<Choice, number>();
  for (const pattern of patterns)
    for (const element of pattern) if (element.kind === 'one') times.set(element.of, (times.get(element.of) ?? 0) + 1);
  const uses = new Map<string, number>();
  for (const [{ anchors }, count] of times) for (const word of anchors) uses.set(word, (uses.get(word) ?? 0) + count);
  const known = new Map<Choice, number>();
  return (place) => {
    const cost = known.get(place) ?? costIn(uses, place);
    known.set(place, cost);
    return cost;
  };
}

function costIn(uses: ReadonlyMap<string, number>, { anchors }: Choice): number {
  return anchors.reduce((sum, word) => sum + (uses.get(word) ?? 0) * (everywhere.has(word) ? 20 : 1), 0);
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

function hasMark({ anchors }: Choice): boolean {
  return anchors.some(isMark);
}
