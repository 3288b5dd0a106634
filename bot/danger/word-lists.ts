/** Things kept under words, under beginnings of words (`suicid*`) and under numbers (`#`), and found by a word. */
export class WordLists<Value> {
  readonly #byWord = new Map<string, (readonly Value[])[]>();
  readonly #byBeginning = new Map<string, { readonly prefix: string; readonly values: readonly Value[] }[]>();
  readonly #byNumber: Value[] = [];
  /** What stands under words that were asked for: the words of danger come again and again. Never a number. */
  readonly #kept = new Map<string, readonly (readonly Value[])[]>();

  /** Under each word the lists themselves are kept, not copied. */
  add(word: string, values: readonly Value[]): void {
    if (this.#kept.size > 0) this.#kept.clear();
    if (word.startsWith('#')) this.#byNumber.push(...values);
    else if (word.endsWith('*')) this.#addBeginning(word.slice(0, -1), values);
    else {
      const known = this.#byWord.get(word);
      if (known) known.push(values);
      else this.#byWord.set(word, [values]);
    }
  }

  /** All lists under the word, or under something that it begins with. What is under several comes several times. */
  under(word: string): readonly (readonly Value[])[] {
    const known = this.#kept.get(word);
    if (known) return known;
    const found = this.#find(word);
    if (found.length > 0 && /^\p{L}/u.test(word) && this.#kept.size < mostKept) this.#kept.set(word, found);
    return found;
  }

  #find(word: string): readonly (readonly Value[])[] {
    const plain = this.#byWord.get(word) ?? none;
    const beginnings = this.#byBeginning.get(word.slice(0, 2));
    const first = word.charCodeAt(0);
    const number = first >= 48 && first <= 57;
    if (!beginnings && !number) return plain;
    const begun = (beginnings ?? none).filter(({ prefix }) => word.startsWith(prefix)).map(({ values }) => values);
    return [...plain, ...begun, ...(number ? [this.#byNumber] : none)];
  }

  has(word: string): boolean {
    if (this.#byWord.has(word)) return true;
    return this.#byBeginning.get(word.slice(0, 2))?.some(({ prefix }) => word.startsWith(prefix)) ?? false;
  }

  #addBeginning(prefix: string, values: readonly Value[]): void {
    const key = prefix.slice(0, 2);
    const known = this.#byBeginning.get(key);
    if (known) known.push({ prefix, values });
    else this.#byBeginning.set(key, [{ prefix, values }]);
  }
}

/** Words that only begin as a phrase does are without number: they must not fill the memory. */
const mostKept = 2000;

const none: readonly never[] = [];
