/** A member's answers and the criteria they bear on, in words. */
import type { Criterion } from '../../../policy/condition.ts';
import type { Answers, Count, Fact } from '../../../policy/facts.ts';
import type { IsoDate } from '../../../policy/calendar.ts';
import { word } from '../names.ts';
import { fill, words } from '../words.ts';

/** One answer, as it was given. */
export type Answered = { readonly fact: Fact; readonly value: string; readonly on: IsoDate };

/** What a fact states. */
export function factName(fact: Fact): string {
  return word(words.facts, fact);
}

/** Every answer that came with a request. */
export function answered({ yesNo, count, date, choice }: Answers): readonly Answered[] {
  return [
    ...list(yesNo, (value) => (value ? words.referral.yes : words.referral.no)),
    ...list(count, countWords),
    ...list(date, (value) => value),
    ...list(choice, (value) => word(words.choices, value)),
  ];
}

type Told<T> = { kind: 'known'; value: T; on: IsoDate } | { kind: 'notSure' | 'declined'; on: IsoDate };

function list<F extends Fact, T>(
  answers: Readonly<Partial<Record<F, Told<T>>>>,
  show: (value: T) => string,
): readonly Answered[] {
  return Object.entries<Told<T> | undefined>(answers).flatMap(([fact, answer]) =>
    answer
      ? [
          {
            fact: fact as F,
            value: answer.kind === 'known' ? show(answer.value) : words.request[answer.kind],
            on: answer.on,
          },
        ]
      : [],
  );
}

function countWords({ from, to }: Count): string {
  if (to === null) return fill(words.request.orMore, { from });
  return from === to ? String(from) : fill(words.request.range, { from, to });
}

/** What a criterion asks for. */
export function criterionWords(criterion: Criterion): string {
  const fact = factName(criterion.fact);
  switch (criterion.test) {
    case 'is':
      return fact;
    case 'atLeast':
      return fill(words.request.atLeast, { fact, value: criterion.value });
    case 'atMost':
      return fill(words.request.atMost, { fact, value: criterion.value });
    case 'oneOf':
      return fill(words.request.oneOf, {
        fact,
        values: criterion.values.map((value) => word(words.choices, value)).join(words.request.or),
      });
  }
}

type Teller = keyof typeof words.whoCanTell;

/** Who beside the member can tell about a fact. */
export function whoCanTell(fact: Fact): string {
  return words.whoCanTell[tellers[fact] ?? 'member'];
}

const tellers: Partial<Record<Fact, Teller>> = {
  emergencyVisitsIn6Months: 'hospital',
  emergencyVisitsIn12Months: 'hospital',
  unplannedStaysIn6Months: 'hospital',
  unplannedStaysIn12Months: 'hospital',
  behavioralEmergencyVisitsIn12Months: 'hospital',
  behavioralStaysIn12Months: 'hospital',
  leavingFacility: 'hospital',
  complexNeedHardToManage: 'clinic',
  seriousChronicCondition: 'clinic',
  significantCondition: 'clinic',
  nutritionSensitiveCondition: 'clinic',
  mentalHealthMakesLifeHard: 'clinic',
  substanceUseDisorder: 'clinic',
  needsPlaceToHeal: 'clinic',
  needsSkilledNursing: 'clinic',
  needsHelpWithDailyLiving: 'clinic',
  atRiskOfNursingHome: 'clinic',
  ihss: 'county',
  ihssHours: 'county',
  needsHelpWithHousehold: 'clinic',
  ecm: 'plan',
  inHomeCareWaiver: 'plan',
  prioritizedForHousing: 'homeless',
};
