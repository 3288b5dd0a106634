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
  for (let back = 1; back <= 4 && at - back >= 0; back++) {
    if (isSpared(words, at - back)) return false;
    if (phraseAt(denials, words, at - back) > 0) return true;
    if (phraseAt(through, words, at - back) === 0) return false;
  }
  return false;
}

/** Whether the word is part of a phrase that only looks like a denial: the "no" of "tam sim no" is Hmong for "this". */
export function isSpared(words: readonly string[], at: number): boolean {
  for (let from = Math.max(at - 3, 0); from <= at; from++) if (from + phraseAt(spared, words, from) > at) return true;
  return false;
}
