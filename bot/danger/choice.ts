/** One place in a danger phrase: the words, or short sequences of words, that may stand there. */
import type { Word } from './word.ts';

/** Alternatives, found by their first word. They are looked at when first needed: most never are. */
export class Choice {
  readonly #written: () => readonly string[];
  #anchors: readonly string[] | undefined;
  #ready: Ready | undefined;

  /** The alternatives as they are written, the words of each joined by `_`. */
  constructor(written: () => readonly string[]) {
    this.#written = written;
  }

  /** The first word of each alternative: one of them stands wherever this does. */
  get anchors(): readonly string[] {
    return (this.#anchors ??= [...new Set(this.#written().map(firstWord))]);
  }

  /** Places just after each alternative that stands at `place`. Words within one are parted by nothing but spaces. */
  after(words: readonly Word[], place: number): readonly number[] {
    const { byWord, others } = (this.#ready ??= ready(this.#written()));
    const word = words[place];
    const plain = word && byWord.get(word.text);
    if (!plain && others.length === 0) return none;
    const ends: number[] = [];
    for (const each of plain ?? none) add(ends, follow(each, words, place));
    for (const each of others) add(ends, follow(each, words, place));
    return ends;
  }
}

function firstWord(written: string): string {
  const end = written.indexOf('_');
  return end < 0 ? written : written.slice(0, end);
}

/** Alternatives by their first word, and those that begin otherwise. */
type Ready = {
  readonly byWord: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly others: readonly (readonly string[])[];
};

function ready(alternatives: readonly string[]): Ready {
  const byWord = new Map<string, (readonly string[])[]>();
  const others: (readonly string[])[] = [];
  for (const written of alternatives) {
    const each = written.split('_');
    const [first] = each;
    if (!isPlain(first)) others.push(each);
    else if (!byWord.get(first)?.push(each)) byWord.set(first, [each]);
  }
  return { byWord, others };
}

const none: readonly never[] = [];

function isPlain(word: string | undefined): word is string {
  return word !== undefined && !word.endsWith('*') && !/^[#^$]/.test(word);
}

function add(ends: number[], end: number): void {
  if (end >= 0 && !ends.includes(end)) ends.push(end);
}

function follow(sequence: readonly string[], words: readonly Word[], from: number): number {
  let place = from;
  for (const part of sequence) {
    if (part === '^' || part === '$') {
      if (place !== (part === '^' ? 0 : words.length)) return -1;
      continue;
    }
    const word = words[place];
    if (!word || (place > from && word.after !== 'space') || !fits(part, word.text)) return -1;
    place += 1;
  }
  return place;
}

/** Years count as long past up to two years before these lists were written: later ones may be this week. */
function fits(part: string, word: string): boolean {
  if (part === '#') return /^\d+$/.test(word);
  if (part === '#age') return /^(\d|1[0-7])$/.test(word);
  if (part === '#grown') return /^(1[89]|[2-9]\d|1[01]\d)$/.test(word);
  if (part === '#many') return /^([1-9]\d|1\d\d|200)$/.test(word);
  if (part === '#year') return /^(19\d\d|20[01]\d|202[0-4])$/.test(word);
  return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part;
}
