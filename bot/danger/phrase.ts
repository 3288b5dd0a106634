/** A danger phrase laid on the words of a message. */
import type { Choice } from './choice.ts';
import type { Element, Pattern } from './pattern.ts';
import type { Word } from './word.ts';

/** A pattern, and whether its words may have a comma between them. */
export type Phrase = { readonly pattern: Pattern; readonly crossCommas: boolean };

/** Where a phrase that is laid on the words at `at` ends, or -1; the places that it claims go into `claims`. */
export function matchAt(phrase: Phrase, words: readonly Word[], at: number, claims: number[]): number {
  return from(phrase, 0, words, at, at, claims);
}

function from(
  phrase: Phrase,
  index: number,
  words: readonly Word[],
  at: number,
  place: number,
  claims: number[],
): number {
  const here = phrase.pattern[index];
  if (!here) return place;
  if (here.kind === 'gap') return gap(phrase, here.most, index, words, at, place, claims);
  if (here.kind === 'none')
    return isAhead(here.of, words, place) ? -1 : from(phrase, index + 1, words, at, place, claims);
  const joined = place === at || mayFollow(words[place], phrase.crossCommas);
  const end = joined ? one(here, phrase, index, words, at, place, claims) : -1;
  return end < 0 && here.optional ? from(phrase, index + 1, words, at, place, claims) : end;
}

function one(
  here: Extract<Element, { kind: 'one' }>,
  phrase: Phrase,
  index: number,
  words: readonly Word[],
  at: number,
  place: number,
  claims: number[],
): number {
  for (const next of here.of.after(words, place)) {
    const end = from(phrase, index + 1, words, at, next, claims);
    if (end < 0) continue;
    if (!here.context) for (let claimed = place; claimed < next; claimed += 1) claims.push(claimed);
    return end;
  }
  return -1;
}

function gap(
  phrase: Phrase,
  most: number,
  index: number,
  words: readonly Word[],
  at: number,
  place: number,
  claims: number[],
): number {
  for (let skipped = 0; skipped <= most; skipped += 1) {
    const end = from(phrase, index + 1, words, at, place + skipped, claims);
    if (end >= 0) return end;
    const word = words[place + skipped];
    if (!word || (place + skipped > at && !mayFollow(word, phrase.crossCommas))) return -1;
  }
  return -1;
}

/** Whether one of these stands among the next four words of the sentence. */
function isAhead(of: Choice, words: readonly Word[], place: number): boolean {
  for (let next = place; next < place + 4 && words[next] && words[next]?.after !== 'stop'; next += 1) {
    if (of.after(words, next).length > 0) return true;
  }
  return false;
}

/** The end of the message may follow anything. */
function mayFollow(word: Word | undefined, crossCommas: boolean): boolean {
  return !word || word.after === 'space' || (word.after === 'comma' && crossCommas);
}
