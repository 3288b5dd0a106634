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
  /** Was homeless, and came into a home of their own in the last 24 months. */
  'enteredHousingWithin24Months',
  // Health
  'complexNeedHardToManage',
  'pregnantOrPostpartum',
  'seriousChronicCondition',
  /** Of the long list for people out of jail (ECM Policy Guide, pp. 131-134): also HIV, pain, three medicines or more. */
  'significantCondition',
  'nutritionSensitiveCondition',
  'disability',
  'mentalHealthMakesLifeHard',
  'substanceUseDisorder',
  'crisisCareIsMainCare',
  /** A crisis team or crisis center helped, over mood, alcohol or drugs. */
  'crisisIntervention',
  /** Gets care or medicine for a mental illness now. */
  'mentalHealthCare',
  /** Began before 18 and is there to stay: autism, Down syndrome, cerebral palsy. */
  'developmentalDisability',
  'brainInjury',
  'asthma',
  // What else weighs on them
  'lacksFood',
  'cannotWorkOrTakePart',
  'formerFosterYouth',
  'recentPoliceContact',
  'lacksTransportation',
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
  'dependsOnCaregiver',
  'caregiverNeedsBreak',
  // A facility, and the way out of it
  'livesInNursingFacility',
  'wantsHome',
  'wantsAssistedLiving',
  // What one can be in the middle of, whatever else
  /** Leaving now, or left in the last 12 months: prison, jail or a youth correctional facility. */
  'incarcerationWithin12Months',
  /** Children's services of the county, in any form, now or ever. */
  'everInChildWelfare',
  'inFosterCare',
  'fosterCareWithin12Months',
  /** In foster care on the 18th birthday or later. */
  'agedOutOfFosterCare',
  /** In the Adoption Assistance Program, or eligible for it. */
  'adoptionAssistance',
  /** Family Maintenance services now or in the last 12 months. */
  'familyMaintenance',
  /** California Children's Services, also as the plan's Whole Child Model. */
  'inCcs',
  // Other programmes, which only inform (`overlaps.ts`): no rule tests them
  'in1915cWaiver',
  'inHospice',
  'inComplexCareManagement',
  'inCommunityTransitions',
  'inCountyCaseManagement',
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
  /** Adverse childhood experiences, as a clinic counted them. */
  'adverseChildhoodExperiences',
  /** In a row, in a nursing facility or recuperative care, until today. */
  'daysInFacility',
  'asthmaEmergencyVisitsIn12Months',
  'asthmaStaysIn12Months',
  /** Sick visits to a doctor, or urgent care. */
  'asthmaSickVisitsIn12Months',
  /** Asthma Control Test, 5 to 25: low is poorly controlled. */
  'asthmaControlScore',
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
  /** Which card they show for Medicare: `both` is one plan for Medicare and Medi-Cal together. */
  medicare: ['none', 'original', 'advantage', 'both', 'pace'],
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
