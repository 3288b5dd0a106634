import type { Count } from '../../policy/facts.ts';
import type { NumberSaid } from './numbers.ts';
import { phraseAt, type Phrases } from './phrases.ts';
import { everyLanguages, type Reads } from './words.ts';

const of = (pick: (counts: Reads['counts']) => readonly string[]): Phrases =>
  everyLanguages(({ counts }) => pick(counts));

/** What a qualifier makes of a bare number. */
const before: readonly (readonly [Phrases, (n: number) => Count])[] = [
  // "No more than" is looked for before the "more than" in it.
  [of((counts) => counts.atLeast), (n) => ({ from: n, to: null })],
  [of((counts) => counts.atMost), (n) => ({ from: 0, to: n })],
  [of((counts) => counts.moreThan), (n) => ({ from: n + 1, to: null })],
  [of((counts) => counts.lessThan), (n) => ({ from: 0, to: Math.max(n - 1, 0) })],
  [of((counts) => counts.almost), (n) => ({ from: Math.max(n - 1, 0), to: n })],
];
const after: typeof before = [
  [of((counts) => counts.orMore), (n) => ({ from: n, to: null })],
  [of((counts) => counts.orLess), (n) => ({ from: 0, to: n })],
  [of((counts) => counts.decades ?? []), (n) => ({ from: n, to: n % 10 === 0 ? n + 9 : n })],
];

/** What a number comes to with the words around it: "more than 5" is 6 or more. `end`: where its unit ends. */
export function qualified({ value, at, length }: NumberSaid, words: readonly string[], end: number): Count {
  for (const [phrases, count] of after)
    if (phraseAt(phrases, words, at + length) > 0 || phraseAt(phrases, words, end) > 0) return count(value);
  for (const [phrases, count] of before)
    for (let back = 1; back <= 5; back++)
      if (at - back >= 0 && phraseAt(phrases, words, at - back) === back) return count(value);
  return { from: value, to: value };
}
