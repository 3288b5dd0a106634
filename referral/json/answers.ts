/** A member's answers as a list, each with its fact, so that a reader needs no knowledge of our kinds of facts. */
import type { Answers, CountFact, Fact } from '../../policy/facts.ts';
import type { AnswerJson, Unit } from './request.ts';
import { plain } from './text.ts';

type Told<T> = { kind: 'known'; value: T; on: string } | { kind: 'notSure' | 'declined'; on: string };

/** Sorted by fact: how they were stored must not show. */
export function answersJson({ yesNo, count, date, choice }: Answers): AnswerJson[] {
  return [
    ...list(yesNo, (fact, value, on) => ({ fact, said: 'known', value, on })),
    ...list(count, (fact, { from, to }, on) => ({ fact, said: 'known', value: { from, to, unit: units[fact] }, on })),
    ...list(date, (fact, value, on) => ({ fact, said: 'known', value, on })),
    ...list(choice, (fact, value, on) => ({ fact, said: 'known', value: plain(value), on })),
  ].sort((one, other) => (one.fact < other.fact ? -1 : 1));
}

function list<F extends Fact, T>(
  answers: Readonly<Partial<Record<F, Told<T>>>>,
  known: (fact: F, value: T, on: string) => AnswerJson,
): AnswerJson[] {
  return (Object.entries(answers) as [F, Told<T> | undefined][]).flatMap(([fact, told]) => {
    if (!told) return [];
    return [told.kind === 'known' ? known(fact, told.value, told.on) : { fact, said: told.kind, on: told.on }];
  });
}

/** What each count is counted in. */
export const units: Readonly<Record<CountFact, Unit>> = {
  age: 'years',
  emergencyVisitsIn6Months: 'visits',
  emergencyVisitsIn12Months: 'visits',
  unplannedStaysIn6Months: 'stays',
  unplannedStaysIn12Months: 'stays',
  behavioralEmergencyVisitsIn12Months: 'visits',
  behavioralStaysIn12Months: 'stays',
  adverseChildhoodExperiences: 'experiences',
  daysInFacility: 'days',
  asthmaEmergencyVisitsIn12Months: 'visits',
  asthmaStaysIn12Months: 'stays',
  asthmaSickVisitsIn12Months: 'visits',
  asthmaControlScore: 'points',
};
