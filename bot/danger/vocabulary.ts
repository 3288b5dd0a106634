/** All words that danger phrases are made of: what a hidden or glued word may be read as. */

/** Knows words and beginnings of words, and takes glued words apart. */
export class Vocabulary {
  readonly #words: ReadonlySet<string>;
  readonly #prefixes: readonly string[];
  readonly #glued: ReadonlySet<string>;

  /** `glued` are the words that are written together in earnest, as Hmong syllables are ("tuskheej"). */
  constructor(words: Iterable<string>, prefixes: Iterable<string>, glued: Iterable<string>) {
    this.#words = new Set(words);
    this.#prefixes = [...new Set(prefixes)];
    this.#glued = new Set(glued);
  }

  knows(word: string): boolean {
    return this.#words.has(word) || this.#prefixes.some((prefix) => word.startsWith(prefix));
  }

  /** The words that these letters are made of, the fewest that there can be; undefined when a letter is left over. */
  split(letters: string): readonly string[] | undefined {
    return this.knows(letters) ? [letters] : fewest(letters, this.#words);
  }

  /** The same for words that a language really glues together. */
  splitGlued(letters: string): readonly string[] | undefined {
    return fewest(letters, this.#glued);
  }
}

const longest = 14;

function fewest(letters: string, words: ReadonlySet<string>): readonly string[] | undefined {
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - longest); start < end; start += 1) {
      const before = best[start];
      const word = letters.slice(start, end);
      const sofar = best[end];
      if (before && words.has(word) && (!sofar || before.length + 1 < sofar.length)) best[end] = [...before, word];
    }
  }
  return best[letters.length];
}
