/** What the answers of one day say on another: ages grow, windows run out, and some facts follow from others. */
import type { Answers, ChoiceFact, Count, CountFact, Fact, YesNoFact } from './facts.ts';
import { CountFact as countFacts } from './facts.ts';
import { daysBetween, fullYears, type IsoDate } from './calendar.ts';

/** What is known today, fact by fact. What is absent is unknown: not asked, not sure, not said, or too long ago. */
export type Held = { readonly [F in YesNoFact]?: boolean } & { readonly [F in CountFact]?: Count } & {
  readonly [F in ChoiceFact]?: string;
};
/** What a criterion can ask about. */
export type HeldFact = keyof Held;
type Draft = { -readonly [F in keyof Held]: Held[F] };

/**
 * For how many days an answer holds. What looks 30 days ahead holds for 30. Where somebody lives, how often they were
 * in hospital, and where they stand with a programme is asked again after 90 days: long enough for one conversation
 * with its pauses, short beside the windows of 6 and 12 months. Everything else holds until the member changes it.
 */
const windows: { readonly [F in Fact]?: number } = {
  losesHousingWithin30Days: 30,
  leavingInstitutionIntoHomelessness: 30,
  leavingFacility: 30,
  needsPlaceToHeal: 30,
  lacksFixedResidence: 90,
  sleepsWhereNotMeantForSleeping: 90,
  staysInShelter: 90,
  doubledUp: 90,
  fleeingViolence: 90,
  prioritizedForHousing: 90,
  pregnantOrPostpartum: 90,
  emergencyVisitsIn6Months: 90,
  emergencyVisitsIn12Months: 90,
  unplannedStaysIn6Months: 90,
  unplannedStaysIn12Months: 90,
  crisisCareIsMainCare: 90,
  behavioralEmergencyVisitsIn12Months: 90,
  behavioralStaysIn12Months: 90,
  ecm: 90,
  ihss: 90,
  ihssHours: 90,
};

/** Whether an answer about this fact, given on that day, no longer says anything today. */
export function hasRunOut(fact: Fact, on: IsoDate, today: IsoDate): boolean {
  const days = windows[fact];
  return days !== undefined && on !== today && daysBetween(on, today) > days;
}

/** The answers as they hold today, with what follows from them. */
export function heldOn(today: IsoDate, answers: Answers): Held {
  const held: Draft = {};
  for (const key in answers.yesNo) {
    const fact = key as YesNoFact;
    const answer = answers.yesNo[fact];
    if (answer?.kind === 'known' && !hasRunOut(fact, answer.on, today)) held[fact] = answer.value;
  }
  for (const fact of countFacts.options) {
    const answer = answers.count[fact];
    if (answer?.kind === 'known' && !hasRunOut(fact, answer.on, today)) held[fact] = answer.value;
  }
  for (const key in answers.choice) {
    const fact = key as ChoiceFact;
    const answer = answers.choice[fact];
    if (answer?.kind === 'known' && !hasRunOut(fact, answer.on, today)) held[fact] = answer.value;
  }
  const age = ageOn(today, answers);
  if (age) held.age = age;
  addWhatFollows(held);
  return held;
}

/** Exactly, from the birth date; else from the age as it was told, which may have grown by one since. */
function ageOn(today: IsoDate, { date: { birthDate }, count: { age } }: Answers): Count | undefined {
  if (birthDate?.kind === 'known') {
    const years = Math.max(0, fullYears(birthDate.value, today));
    return { from: years, to: years };
  }
  if (age?.kind !== 'known' || age.on === today) return age?.kind === 'known' ? age.value : undefined;
  const years = Math.max(0, fullYears(age.on, today));
  const { from, to } = age.value;
  return { from: from + years, to: to === null ? null : to + years + (today > age.on ? 1 : 0) };
}

/** What would be known if this were said besides. */
export function heldWith(held: Held, said: Held): Held {
  const both: Draft = { ...held, ...said };
  addWhatFollows(both);
  return both;
}

/** What nobody needs to be asked, because something else that they said settles it. An answer of their own stands. */
function addWhatFollows(held: Draft): void {
  if (held.sleepsWhereNotMeantForSleeping) held.lacksFixedResidence ??= true;
  if (held.leavingInstitutionIntoHomelessness) held.leavingFacility ??= true;
  if (held.ihssHours !== undefined) held.ihss ??= 'receives';
  withinTheYear(held, 'emergencyVisitsIn6Months', 'emergencyVisitsIn12Months');
  withinTheYear(held, 'unplannedStaysIn6Months', 'unplannedStaysIn12Months');
}

/** What was counted in six months is part of the twelve: neither can be more than the year, nor less than the half. */
function withinTheYear(held: Draft, half: CountFact, year: CountFact): void {
  const inHalf = held[half];
  const inYear = held[year];
  if (inHalf && !inYear) held[year] = { from: inHalf.from, to: null };
  if (inYear && !inHalf) held[half] = { from: 0, to: inYear.to };
}
