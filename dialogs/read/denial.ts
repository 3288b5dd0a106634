import { phraseAt } from './phrases.ts';
import { everyLanguages } from './words.ts';

const denials = everyLanguages((words) => words.denials.words);
const through = everyLanguages((words) => words.denials.through);
const spared = everyLanguages((words) => words.denials.spared ?? []);

/**
 * Whether what stands at `at` is denied: "not in a shelter", "sin diabetes". Only small words may stand between; in
 * "I can't cook" nothing is denied, it is the trouble itself.
 */
export function denied(words: readonly string[], at: number): boolean {
  for (let from = at - 1; from >= 0 && at - from <= 7; from--) {
    const length = phraseAt(denials, words, from);
    if (length > 0 && !isSpared(words, from) && areThrough(words, from + length, at)) return true;
  }
  return false;
}

/** Whether only small words stand from `from` until `to`. */
function areThrough(words: readonly string[], from: number, to: number): boolean {
  if (from >= to) return true;
  const length = isSpared(words, from) ? 0 : phraseAt(through, words, from);
  return length > 0 && areThrough(words, from + length, to);
}

/** Whether the word is part of a phrase that only looks like a denial: the "no" of "tam sim no" is Hmong for "this". */
export function isSpared(words: readonly string[], at: number): boolean {
  for (let from = Math.max(at - 3, 0); from <= at; from++) if (from + phraseAt(spared, words, from) > at) return true;
  return false;
}
