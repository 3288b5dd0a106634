/** Words that were meant: a slip of one letter in a long word. Never used where a wrong reading would decide something. */
import type { Phrases } from './phrases.ts';

/** Shorter words are one letter from too many others. */
const shortest = 6;

/** The text with each long word that is one slip away from a first word of the phrases put right. */
export function nearest(set: Phrases, words: readonly string[]): readonly string[] {
  return words.map((word) => {
    if (word.length < shortest || set.has(word)) return word;
    const meant = [...set.keys()].filter((known) => known.length >= shortest && isOneSlip(word, known));
    return meant.length === 1 ? (meant[0] ?? word) : word;
  });
}

/** One letter more, less or other, or two neighbours swapped; the first letter is rarely wrong. */
export function isOneSlip(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const swapped = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return swapped || (left.length <= 1 && right.length <= 1);
}
