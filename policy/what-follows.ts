/** What follows from what was said, so that nobody need be asked for it. */
import type { Draft } from './derived.ts';
import type { Count, CountFact, YesNoFact } from './facts.ts';

/** What nobody needs to be asked, because something else that they said settles it. An answer of their own stands. */
export function addWhatFollows(held: Draft): void {
  if (held.sleepsWhereNotMeantForSleeping) held.lacksFixedResidence ??= true;
  if (held.leavingInstitutionIntoHomelessness) {
    held.leavingFacility ??= true;
    held.lacksFixedResidence ??= true;
  }
  if (held.ihssHours !== undefined) held.ihss ??= 'receives';
  if (held.developmentalDisability) held.disability ??= true;
  if (held.inHomeCareWaiver) held.in1915cWaiver ??= true;
  withinTheYear(held, 'emergencyVisitsIn6Months', 'emergencyVisitsIn12Months');
  withinTheYear(held, 'unplannedStaysIn6Months', 'unplannedStaysIn12Months');
  addWhereTheyLive(held);
  addChildWelfare(held);
  if (held.age) addByAge(held, held.age);
}

/** Nobody lives in a nursing facility and somewhere else. */
function addWhereTheyLive(held: Draft): void {
  if (held.sleepsWhereNotMeantForSleeping || held.staysInShelter || held.doubledUp || held.livesAlone)
    held.livesInNursingFacility ??= false;
  if (!held.livesInNursingFacility) return;
  held.sleepsWhereNotMeantForSleeping ??= false;
  held.staysInShelter ??= false;
  held.doubledUp ??= false;
  held.livesAlone ??= false;
  // Who wants out of one could be back in it without help. Rules for people still outside ask that, too.
  held.atRiskOfNursingHome ??= true;
}

/**
 * Each form of it is child welfare; who never had to do with it was in none of its forms. One form that was told
 * outweighs a "none of these" over the wider words. Who was in foster care within a year and is 19 was so at 18.
 */
function addChildWelfare(held: Draft): void {
  if (held.fosterCareWithin12Months && held.age && held.age.from >= 19) held.agedOutOfFosterCare ??= true;
  if (held.agedOutOfFosterCare) held.formerFosterYouth = true;
  for (const form of formsOfChildWelfare) if (held[form]) held.everInChildWelfare = true;
  if (held.everInChildWelfare === false) for (const form of formsOfChildWelfare) held[form] ??= false;
}

const formsOfChildWelfare = [
  'formerFosterYouth',
  'inFosterCare',
  'fosterCareWithin12Months',
  'agedOutOfFosterCare',
  'adoptionAssistance',
  'familyMaintenance',
] as const satisfies readonly YesNoFact[];

/**
 * What nobody of that age is in: foster care, adoption assistance and CCS end at 21 (ECM Policy Guide, pp. 46 and 66),
 * Family Maintenance at 18, and "within 12 months" a year later. Nor is anybody asked at 8 or at 65 for a pregnancy.
 */
function addByAge(held: Draft, { from, to }: Count): void {
  if (from >= 21) {
    held.inCcs ??= false;
    held.inFosterCare ??= false;
    held.adoptionAssistance ??= false;
  }
  if (from >= 22) held.fosterCareWithin12Months ??= false;
  if (from >= 19) held.familyMaintenance ??= false;
  if (to !== null && to < 18) held.agedOutOfFosterCare ??= false;
  if (from >= 65 || (to !== null && to < 9)) held.pregnantOrPostpartum ??= false;
}

/** What was counted in six months is part of the twelve: neither can be more than the year, nor less than the half. */
function withinTheYear(held: Draft, half: CountFact, year: CountFact): void {
  const inHalf = held[half];
  const inYear = held[year];
  if (inHalf && !inYear) held[year] = { from: inHalf.from, to: null };
  if (inYear && !inHalf) held[half] = { from: 0, to: inYear.to };
}
