/** Finds which of many phrases occur in a message, looking only for those whose rarest word is there. */
import type { Pattern } from './pattern.ts';
import { matchAt, type Phrase } from './phrase.ts';
import type { Word } from './word.ts';

/** A phrase that was found: what it means, and the places of the words that it claims. */
export type Found<Meaning> = { readonly meaning: Meaning; readonly claims: readonly number[] };

/** Phrases, each with what it means. */
export class PhraseIndex<Meaning> {
  readonly #byWord = new Map<string, Entry<Meaning>[]>();
  readonly #byPrefix = new Map<string, Entry<Meaning>[]>();
  readonly #byNumber: Entry<Meaning>[] = [];
  readonly #prefixLengths: readonly number[];

  constructor(entries: readonly (readonly [Pattern, Meaning])[], crossCommas: boolean) {
    const uses = countUses(entries.map(([pattern]) => pattern));
    for (const [pattern, meaning] of entries) this.#add({ pattern, meaning, crossCommas }, rarest(pattern, uses));
    this.#prefixLengths = [...new Set([...this.#byPrefix.keys()].map((prefix) => prefix.length))];
  }

  /** Every phrase that matches, at every place where it does. */
  find(words: readonly Word[]): readonly Found<Meaning>[] {
    const found: Found<Meaning>[] = [];
    for (const entry of this.#candidates(words)) {
      for (let at = 0; at < words.length; at += 1) {
        const claims: number[] = [];
        if (matchAt(entry, words, at, claims) >= 0) found.push({ meaning: entry.meaning, claims });
      }
    }
    return found;
  }

  #candidates(words: readonly Word[]): ReadonlySet<Entry<Meaning>> {
    const candidates = new Set<Entry<Meaning>>();
    const add = (entries: readonly Entry<Meaning>[] = []): void => entries.forEach((entry) => candidates.add(entry));
    for (const text of new Set(words.map((word) => word.text))) {
      add(this.#byWord.get(text));
      if (/^\d/.test(text)) add(this.#byNumber);
      for (const length of this.#prefixLengths) {
        if (length <= text.length) add(this.#byPrefix.get(text.slice(0, length)));
      }
    }
    return candidates;
  }

  #add(entry: Entry<Meaning>, anchors: readonly string[]): void {
    for (const list of new Set(anchors.map((word) => this.#listFor(word)))) list.push(entry);
  }

  #listFor(word: string): Entry<Meaning>[] {
    if (word.startsWith('#')) return this.#byNumber;
    return word.endsWith('*') ? listOf(this.#byPrefix, word.slice(0, -1)) : listOf(this.#byWord, word);
  }
}

type Entry<Meaning> = Phrase & { readonly meaning: Meaning };

/** The words one of which must be there for the phrase to match: those of the place that other phrases share least. */
function rarest(pattern: Pattern, uses: ReadonlyMap<string, number>): readonly string[] {
  const places = pattern.flatMap((element) =>
    element.kind === 'one' && !element.optional ? [element.of.anchors] : [],
  );
  const cost = (anchors: readonly string[]): number => anchors.reduce((sum, word) => sum + (uses.get(word) ?? 0), 0);
  const [first] = places.filter((anchors) => !anchors.some(isMark)).sort((one, other) => cost(one) - cost(other));
  if (!first) throw new Error('danger patterns: a phrase needs a word that must be there');
  return first;
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

/** The start and the end of a message are everywhere: they tell nothing apart. */
function isMark(word: string): boolean {
  return word === '^' || word === '$';
}

function listOf<Value>(map: Map<string, Value[]>, key: string): Value[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
