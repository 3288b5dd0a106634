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
  #ordered: Ordered<Meaning> | undefined;

  constructor(entries: readonly (readonly [Pattern, Meaning])[], crossCommas: boolean) {
    this.#entries = entries.map(([pattern, meaning], id) => ({ id, pattern, meaning, crossCommas }));
  }

  /** Every phrase that matches, at every place where it does. */
  find(words: readonly Word[]): readonly Found<Meaning>[] {
    const { byRarest, byStart, atFirst } = (this.#ordered ??= ordered(this.#entries));
    const found: Found<Meaning>[] = [];
    const candidates = new Uint8Array(this.#entries.length);
    for (const { text } of words) {
      for (const list of byRarest.under(text)) for (const { id } of list) candidates[id] = 1;
    }
    for (const entry of atFirst) if (candidates[entry.id]) tryAt(entry, words, 0, found);
    for (let at = 0; at < words.length; at += 1) {
      for (const list of byStart.under(words[at]?.text ?? ''))
        for (const entry of list) if (candidates[entry.id]) tryAt(entry, words, at, found);
    }
    return found;
  }
}

/** Phrases by the rarest word that they need, and by the words that they may begin with. */
type Ordered<Meaning> = {
  readonly byRarest: WordLists<Entry<Meaning>>;
  readonly byStart: WordLists<Entry<Meaning>>;
  readonly atFirst: readonly Entry<Meaning>[];
};

function ordered<Meaning>(entries: readonly Entry<Meaning>[]): Ordered<Meaning> {
  const byRarest = new WordLists<Entry<Meaning>>();
  const byStart = new WordLists<Entry<Meaning>>();
  const uses = countUses(entries.map(({ pattern }) => pattern));
  for (const entry of entries) {
    for (const word of rarest(entry.pattern, uses)) byRarest.add(word, entry);
    for (const word of startsOf(entry.pattern)) if (!isMark(word)) byStart.add(word, entry);
  }
  return { byRarest, byStart, atFirst: entries.filter(({ pattern }) => startsOf(pattern).some(isMark)) };
}

type Entry<Meaning> = Phrase & { readonly id: number; readonly meaning: Meaning };

function tryAt<Meaning>(entry: Entry<Meaning>, words: readonly Word[], at: number, found: Found<Meaning>[]): void {
  const claims: number[] = [];
  if (matchAt(entry, words, at, claims) >= 0) found.push({ meaning: entry.meaning, claims });
}

/** The words one of which must be there for the phrase to match: those of the place that other phrases share least. */
function rarest(pattern: Pattern, uses: ReadonlyMap<string, number>): readonly string[] {
  const places = pattern.flatMap((element) =>
    element.kind === 'one' && !element.optional ? [element.of.anchors] : [],
  );
  const cost = (anchors: readonly string[]): number =>
    anchors.reduce((sum, word) => sum + (uses.get(word) ?? 0) * (everywhere.has(word) ? 20 : 1), 0);
  const fit = places.filter((anchors) => !anchors.some(isMark)).map((anchors) => ({ anchors, cost: cost(anchors) }));
  const [first, ...rest] = fit;
  if (!first) throw new Error('danger patterns: a phrase needs a word that must be there');
  return rest.reduce((least, one) => (one.cost < least.cost ? one : least), first).anchors;
}

/** The words with which a phrase may begin: those of its first place that must be there, and of the ones before it. */
function startsOf(pattern: Pattern): readonly string[] {
  const starts = new Set<string>();
  for (const element of pattern) {
    if (element.kind === 'gap') break;
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
