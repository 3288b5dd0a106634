/** All words that danger phrases are made of: what a hidden or glued word may be read as. */
import { sound } from './sound.ts';
import { WordLists } from './word-lists.ts';

/** Other ways to write the words of a language: short forms ("q" for "que"), and words to be known by their sound. */
export type Spelling = { readonly short: Readonly<Record<string, string>>; readonly bySound: readonly string[] };

/** Knows words and beginnings of words, and takes glued words apart. */
export class Vocabulary {
  readonly #words: ReadonlySet<string>;
  readonly #known = new WordLists<true>();
  readonly #glued: ReadonlySet<string>;
  readonly #short: ReadonlyMap<string, string>;
  readonly #bySound = new Map<string, string>();

  /**
   * Words as written in phrases, `suicid*` for a beginning. `glued` are those that are written together in earnest, as
   * Hmong syllables are ("tuskheej").
   */
  constructor(words: readonly string[], glued: readonly string[], { short, bySound }: Spelling) {
    this.#words = new Set(words.filter((word) => /^[^#^$].*[^*]$|^\p{L}$/u.test(word)));
    for (const word of new Set(words)) if (!/^[#^$]/.test(word)) this.#known.add(word, [true]);
    this.#glued = new Set(glued.filter((word) => this.#words.has(word)));
    this.#short = new Map(Object.entries(short));
    for (const word of bySound) if (word.length >= shortestBySound) this.#bySound.set(sound(word), word);
  }

  /** What a short form stands for ("kiero": "quiero"); the word itself where it is none. */
  written(word: string): string {
    return this.#short.get(word) ?? word;
  }

  /** The word that an unknown one sounds like ("aser": "hacer"). */
  soundingLike(word: string): string | undefined {
    return word.length < shortestBySound - 1 ? undefined : this.#bySound.get(sound(word));
  }

  /** Known as it is, not only by its beginning. */
  has(word: string): boolean {
    return this.#words.has(word);
  }

  knows(word: string): boolean {
    return this.#known.has(word);
  }

  /** The words that these letters are made of, the fewest that there can be; undefined when a letter is left over. */
  split(letters: string): readonly string[] | undefined {
    return this.has(letters)
      ? [letters]
      : (fewest(letters, this.#words) ?? (this.knows(letters) ? [letters] : undefined));
  }

  /** The same for words that are really found written together. */
  splitGlued(letters: string): readonly string[] | undefined {
    return fewest(letters, this.#glued);
  }
}

const longest = 14;

/** Of fewer letters too many words sound alike. */
const shortestBySound = 4;

/** For each place that whole words reach, the fewest words that reach it. */
function fewest(letters: string, words: ReadonlySet<string>): readonly string[] | undefined {
  const best: (readonly string[] | undefined)[] = [[]];
  for (let start = 0; start < letters.length; start += 1) {
    const before = best[start];
    if (!before) continue;
    for (let end = start + 1; end <= Math.min(letters.length, start + longest); end += 1) {
      const word = letters.slice(start, end);
      const rival = best[end];
      if (words.has(word) && (!rival || before.length + 1 < rival.length)) best[end] = [...before, word];
    }
  }
  return best[letters.length];
}
