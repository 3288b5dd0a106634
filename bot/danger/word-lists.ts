/** Things kept under words, under beginnings of words (`suicid*`) and under numbers (`#`), and found by a word. */
export class WordLists<Value> {
  readonly #byWord = new Map<string, [Value[]]>();
  readonly #byBeginning = new Map<string, { readonly prefix: string; readonly values: Value[] }[]>();
  readonly #byNumber: Value[] = [];

  add(word: string, value: Value): void {
    if (word.startsWith('#')) this.#byNumber.push(value);
    else if (word.endsWith('*')) this.#valuesUnder(word.slice(0, -1)).push(value);
    else {
      const known = this.#byWord.get(word);
      if (known) known[0].push(value);
      else this.#byWord.set(word, [[value]]);
    }
  }

  /** All lists under the word, or under something that it begins with. What is under several comes several times. */
  under(word: string): readonly (readonly Value[])[] {
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

  #valuesUnder(prefix: string): Value[] {
    const key = prefix.slice(0, 2);
    const list = this.#byBeginning.get(key) ?? [];
    this.#byBeginning.set(key, list);
    const known = list.find((each) => each.prefix === prefix);
    if (known) return known.values;
    const values: Value[] = [];
    list.push({ prefix, values });
    return values;
  }
}

const none: readonly never[] = [];
