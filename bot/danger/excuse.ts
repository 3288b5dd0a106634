/** History is told apart from now: "I tried in 2019" is excused, "I tried in 2019 and it is back" is not. */
import { blottedOut } from './blot.ts';
import { excuses, present, type Excuse } from './lexicon.ts';
import type { Found } from './phrase-index.ts';
import type { Word } from './word.ts';

/** The same words without those that a time long past excuses. */
export function withoutExcused(words: readonly Word[]): readonly Word[] {
  if (present.message.find(words).length > 0) return words;
  return excuses.reduce((left, excuse) => blottedOut(left, excusedBy(excuse, left)), words);
}

function excusedBy({ words: excusable, near, within }: Excuse, words: readonly Word[]): readonly Found<true>[] {
  const settings = placesOf(near.find(words));
  if (settings.length === 0) return [];
  const sentences = sentencesOf(words);
  const now = new Set(placesOf(present.sentence.find(words)).map((at) => sentences[at]));
  const isNear = (at: number): boolean =>
    !now.has(sentences[at]) &&
    settings.some((setting) => sentences[at] === sentences[setting] && Math.abs(at - setting) <= within);
  return excusable.find(words).filter(({ claims }) => claims.every(isNear));
}

function placesOf(found: readonly Found<true>[]): readonly number[] {
  return [...new Set(found.flatMap(({ claims }) => claims))];
}

/** For each word, the number of the sentence that it stands in. */
function sentencesOf(words: readonly Word[]): readonly number[] {
  let sentence = 0;
  return words.map(({ after }) => (after === 'stop' ? (sentence += 1) : sentence));
}
