/**
 * The small grammar in which danger phrases are written, so that a clinician can read and mend them:
 *
 * - `want to die`    these words, next to each other
 * - `die|dead`       either word; `be_dead` joins two words into one alternative
 * - `suicid*`        any word that begins so
 * - `@want`          any of the file's group of that name
 * - `[to]`           may be there or not
 * - `..3`            up to three words between, within one sentence
 * - `(on the stove)` what must stand there without being part of the phrase: a look-alike does not excuse these words
 * - `#` a number, `#year` a year long past, `^` the start of the message, `$` its end
 */
export type Pattern = readonly Element[];

/** A word as read, and what stands before it: nothing, a comma or dash, or the end of a sentence. */
export type Word = { readonly text: string; readonly after: 'space' | 'comma' | 'stop' };

type Atom =
  { readonly is: 'word' | 'prefix'; readonly text: string } | { readonly is: 'number' | 'year' | 'start' | 'end' };
type Sequence = readonly Atom[];
type Element =
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'one'; readonly of: readonly Sequence[]; readonly optional: boolean; readonly context: boolean };

/** Named lists of alternatives, each written as a phrase. */
export type Groups = Readonly<Record<string, readonly string[]>>;

/** Reads one phrase. A name that no group has, or an empty alternative, throws: a broken file stops the start. */
export function parsePattern(phrase: string, groups: Groups): Pattern {
  try {
    return elements(phrase, groups);
  } catch (cause) {
    throw new Error(`danger patterns: cannot read "${phrase}"`, { cause });
  }
}

function elements(phrase: string, groups: Groups): Pattern {
  let context = false;
  return phrase.split(' ').map((part): Element => {
    context ||= part.startsWith('(');
    const inContext = context;
    if (part.endsWith(')')) context = false;
    const bare = part.replace(/^\(|\)$/g, '');
    if (/^\.\.\d+$/.test(bare)) return { kind: 'gap', most: Number(bare.slice(2)) };
    const optional = bare.startsWith('[') && bare.endsWith(']');
    return { kind: 'one', of: alternatives(optional ? bare.slice(1, -1) : bare, groups), optional, context: inContext };
  });
}

/** Single words and short sequences of a list like `die|be_dead|@ill`. */
export function alternatives(list: string, groups: Groups): readonly Sequence[] {
  return list.split('|').flatMap((each) => {
    if (!each.startsWith('@')) return [each.split('_').map(atom)];
    const group = groups[each.slice(1)];
    if (!group) throw new Error(`no group ${each}`);
    return group.flatMap((member) => alternatives(member.replaceAll(' ', '_'), groups));
  });
}

const marks = { '#': 'number', '#year': 'year', '^': 'start', $: 'end' } as const;

function atom(text: string): Atom {
  if (text === '#' || text === '#year' || text === '^' || text === '$') return { is: marks[text] };
  if (!/^[\p{L}\p{N}]+(\*\p{L}+)?\*?$/u.test(text)) throw new Error(`not a word: "${text}"`);
  return text.endsWith('*') ? { is: 'prefix', text: text.slice(0, -1) } : { is: 'word', text };
}

/** Words that a match may begin with; null when it may begin with anything. */
export function beginnings(pattern: Pattern): readonly Atom[] {
  const [first, ...rest] = pattern;
  if (first?.kind !== 'one') throw new Error('danger patterns: a phrase begins with a word');
  const own = first.of.flatMap((sequence) => sequence.slice(0, 1));
  return first.optional ? [...own, ...beginnings(rest)] : own;
}

/** Where a pattern that is laid on the words at `at` ends, or -1; the places that it claims go into `claims`. */
export function matchAt(
  pattern: Pattern,
  words: readonly Word[],
  at: number,
  crossCommas: boolean,
  claims: number[],
): number {
  const joined = (place: number): boolean => {
    const after = words[place]?.after;
    return place === at || after === 'space' || (after === 'comma' && crossCommas);
  };

  function element(index: number, place: number): number {
    const here = pattern[index];
    if (!here) return place;
    return here.kind === 'gap' ? gap(here.most, index, place) : one(here, index, place);
  }
  function gap(most: number, index: number, place: number): number {
    for (let skipped = 0; skipped <= most; skipped += 1) {
      const end = element(index + 1, place + skipped);
      if (end >= 0) return end;
      if (!joined(place + skipped)) return -1;
    }
    return -1;
  }
  function one(here: Extract<Element, { kind: 'one' }>, index: number, place: number): number {
    for (const sequence of here.of) {
      const next = follow(sequence, place);
      const end = next < 0 ? -1 : element(index + 1, next);
      if (end < 0) continue;
      if (!here.context) for (let claimed = place; claimed < next; claimed += 1) claims.push(claimed);
      return end;
    }
    return here.optional ? element(index + 1, place) : -1;
  }
  function follow(sequence: Sequence, from: number): number {
    let place = from;
    for (const part of sequence) {
      if (part.is === 'start' || part.is === 'end') {
        if (place !== (part.is === 'start' ? 0 : words.length)) return -1;
        continue;
      }
      const word = words[place];
      if (!word || !joined(place) || !fits(part, word.text)) return -1;
      place += 1;
    }
    return place;
  }
  return element(0, at);
}

/** Whether a word is what the grammar asks for. Years count as long past up to two years before these lists were written. */
function fits(part: Atom, word: string): boolean {
  switch (part.is) {
    case 'word':
      return word === part.text;
    case 'prefix':
      return word.startsWith(part.text);
    case 'number':
      return /^\d+$/.test(word);
    case 'year':
      return /^(19\d\d|20[01]\d|202[0-4])$/.test(word);
    case 'start':
    case 'end':
      return false;
  }
}
