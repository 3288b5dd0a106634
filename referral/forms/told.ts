/** What a request tells, as the boxes of a form are ticked from it. */
import type { IsoDate } from '../../policy/calendar.ts';
import type { Answers, Count, Fact } from '../../policy/facts.ts';
import type { Referral, Request } from '../referral.ts';
import { fill, word, words } from './words.ts';

export type Told = { readonly answers: Answers; readonly on: IsoDate };

/** The answers of a request, and the birth date, which is known of everybody who is referred. */
export function toldIn({ answers }: Request, { person, filedOn: on }: Referral): Told {
  const birthDate = { kind: 'known', value: person.birthDate, on } as const;
  return { answers: { ...answers, date: { ...answers.date, birthDate } }, on };
}

/** Any answer to a fact, also that it is not known. */
export function answerTo(fact: Fact, { answers }: Told): { readonly kind: string } | undefined {
  const all: Readonly<Record<string, { readonly kind: string } | undefined>> = {
    ...answers.yesNo,
    ...answers.count,
    ...answers.date,
    ...answers.choice,
  };
  return all[fact];
}

/** A number or a choice as it was said; null where the answer is a plain yes or no, or none. */
export function saidOf(fact: Fact, { answers }: Told): string | null {
  const count = Object.entries(answers.count).find(([name]) => name === fact)?.[1];
  if (count?.kind === 'known') return countWords(count.value);
  const choice = Object.entries(answers.choice).find(([name]) => name === fact)?.[1];
  return choice?.kind === 'known' ? word(words.choices, choice.value) : null;
}

/** A number as it was said. */
export function countWords({ from, to }: Count): string {
  if (to === null) return fill(words.counts.orMore, { from });
  return from === to ? fill(words.counts.exactly, { from }) : fill(words.counts.range, { from, to });
}
