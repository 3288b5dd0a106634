import { z } from 'zod';
import type { IsoDate } from './calendar.ts';
import { isIsoDate } from './calendar.ts';

/** A statement that is true of a member or is not. */
export const YesNoFact = z.enum([
  // Where they live (ECM's own list of homelessness; see populations/homelessness.ts)
  'lacksFixedResidence',
  'sleepsWhereNotMeantForSleeping',
  'staysInShelter',
  'leavingInstitutionIntoHomelessness',
  'losesHousingWithin30Days',
  'fleeingViolence',
  'doubledUp',
  'familyMemberUnder21',
  'prioritizedForHousing',
  // Health
  'complexNeedHardToManage',
  'pregnantOrPostpartum',
  'seriousChronicCondition',
  'nutritionSensitiveCondition',
  'disability',
  'mentalHealthMakesLifeHard',
  'substanceUseDisorder',
  'crisisCareIsMainCare',
  // What else weighs on them
  'lacksFood',
  'cannotWorkOrTakePart',
  'formerFosterYouth',
  'recentPoliceContact',
  'livesAlone',
  'hardToCommunicate',
  'needsHelpDeciding',
  'caregivingFallsShort',
  // Care and help at home
  'leavingFacility',
  'needsPlaceToHeal',
  'needsSkilledNursing',
  /** Bathing, dressing, eating, using the toilet, moving about. */
  'needsHelpWithDailyLiving',
  /** Shopping, cooking, cleaning, money. */
  'needsHelpWithHousehold',
  'noOneElseToHelp',
  'atRiskOfNursingHome',
  'inHomeCareWaiver',
]);
export type YesNoFact = z.infer<typeof YesNoFact>;

/** A number that is true of a member. Windows look back from the day of the answer. */
export const CountFact = z.enum([
  'age',
  'emergencyVisitsIn6Months',
  'emergencyVisitsIn12Months',
  'unplannedStaysIn6Months',
  'unplannedStaysIn12Months',
  'behavioralEmergencyVisitsIn12Months',
  'behavioralStaysIn12Months',
]);
export type CountFact = z.infer<typeof CountFact>;

/** A day that is true of a member. */
export const DateFact = z.enum(['birthDate']);
export type DateFact = z.infer<typeof DateFact>;

/** One of a few states that exclude each other, each fact with its own list. */
export const choiceValues = {
  /** Enhanced Care Management so far. */
  ecm: ['has', 'hadWithFormerPlan', 'none'],
  /** In-Home Supportive Services so far. */
  ihss: ['receives', 'waiting', 'notEligible', 'notFinished', 'none'],
  /** For those who receive it: whether the hours are enough, and more were asked for. */
  ihssHours: ['needsMore', 'atMaximum', 'notAsked', 'enough'],
} as const;
export const ChoiceFact = z.enum(Object.keys(choiceValues) as [keyof typeof choiceValues]);
export type ChoiceFact = keyof typeof choiceValues;
export type ChoiceValue = (typeof choiceValues)[ChoiceFact][number];

export type Fact = YesNoFact | CountFact | DateFact | ChoiceFact;

/** A count as it was said: exactly (`from` = `to`), or "five or more" (`to` is null). */
export const Count = z.strictObject({
  from: z.int().nonnegative(),
  to: z.int().nonnegative().nullable(),
});
export type Count = z.infer<typeof Count>;

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));

/**
 * What the member said when asked, and on which day. "Not sure" and "rather not say" are answers, and are not "no".
 * The day is kept because "in the last 6 months" means something else later on.
 */
const answer = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('known'), value, on: date }),
    z.strictObject({ kind: z.literal('notSure'), on: date }),
    z.strictObject({ kind: z.literal('declined'), on: date }),
  ]);

/** Everything one person has told us about one case. A fact that is absent has not been asked. */
export const Answers = z.strictObject({
  yesNo: z.partialRecord(YesNoFact, answer(z.boolean())),
  count: z.partialRecord(CountFact, answer(Count)),
  date: z.partialRecord(DateFact, answer(date)),
  choice: z.partialRecord(ChoiceFact, answer(z.string())),
});
export type Answers = z.infer<typeof Answers>;

export const noAnswers: Answers = { yesNo: {}, count: {}, date: {}, choice: {} };

/** What one reply says of a fact, before it is dated. */
export type Given =
  | { readonly fact: YesNoFact; readonly value: boolean }
  | { readonly fact: CountFact; readonly value: Count }
  | { readonly fact: DateFact; readonly value: IsoDate }
  | { readonly fact: ChoiceFact; readonly value: ChoiceValue };
