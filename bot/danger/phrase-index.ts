/** Finds which of many phrases occur in a message, looking only at those that can begin with the word at hand. */
import { beginnings, matchAt, type Pattern, type Word } from './pattern.ts';

/** Phrases, each with what it means, found by their first word. */
export class PhraseIndex<Meaning> {
  readonly #byWord = new Map<string, Entry<Meaning>[]>();
  readonly #byPrefix = new Map<string, Entry<Meaning>[]>();
  readonly #atStart: Entry<Meaning>[] = [];
  readonly #anywhere: Entry<Meaning>[] = [];
  #prefixLengths: readonly number[] = [];

  constructor(entries: readonly (readonly [Pattern, Meaning])[], crossCommas: boolean) {
    for (const [pattern, meaning] of entries) this.#add({ pattern, meaning, crossCommas });
    this.#prefixLengths = [...new Set([...this.#byPrefix.keys()].map((prefix) => prefix.length))];
  }

  /** Every place where a phrase matches: what it means, and the places of the words that it claims. */
  *find(words: readonly Word[]): Generator<{ readonly meaning: Meaning; readonly claims: readonly number[] }> {
    for (const [at, { text }] of words.entries()) {
      for (const { pattern, meaning, crossCommas } of this.#candidates(text, at)) {
        const claims: number[] = [];
        if (matchAt(pattern, words, at, crossCommas, claims) >= 0) yield { meaning, claims };
      }
    }
  }

  *#candidates(word: string, at: number): Generator<Entry<Meaning>> {
    if (at === 0) yield* this.#atStart;
    yield* this.#anywhere;
    yield* this.#byWord.get(word) ?? [];
    for (const length of this.#prefixLengths) {
      if (length <= word.length) yield* this.#byPrefix.get(word.slice(0, length)) ?? [];
    }
  }

  #add(entry: Entry<Meaning>): void {
    const lists = beginnings(entry.pattern).map((first) => {
      switch (first.is) {
        case 'word':
          return listOf(this.#byWord, first.text);
        case 'prefix':
          return listOf(this.#byPrefix, first.text);
        case 'start':
          return this.#atStart;
        case 'number':
        case 'year':
        case 'end':
          return this.#anywhere;
      }
    });
    for (const list of new Set(lists)) list.push(entry);
  }
}

type Entry<Meaning> = { readonly pattern: Pattern; readonly meaning: Meaning; readonly crossCommas: boolean };

function listOf<Value>(map: Map<string, Value[]>, key: string): Value[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
