/** Words that were claimed by a look-alike or an excuse are blotted out, so that they can be part of no sign. */
import type { Word } from './word.ts';

/** The same words, those claimed empty. Places stay as they were. */
export function blottedOut(
  words: readonly Word[],
  found: readonly { readonly claims: readonly number[] }[],
): readonly Word[] {
  const claimed = new Set(found.flatMap(({ claims }) => claims));
  return claimed.size === 0 ? words : words.map((word, at) => (claimed.has(at) ? { ...word, text: '' } : word));
}
