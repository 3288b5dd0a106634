import { z } from 'zod';
import { Condition } from './condition.ts';
import { Citation } from './citation.ts';
import { isIsoDate, type IsoDate } from './calendar.ts';

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));

/** When a rule holds, and under what authority. `to` is its last day; without it, no end is known. */
export const InForce = z.strictObject({
  from: date,
  to: date.optional(),
  authority: z.enum(['stateBenefit', 'calaim1115', 'inLieuOfServices', 'bhConnect']),
  cite: Citation,
});
export type InForce = z.infer<typeof InForce>;

/** The ECM populations of focus that are screened for so far. */
export const PopulationId = z.enum(['homelessness', 'avoidableUse', 'behavioralHealth', 'longTermCareRisk']);
export type PopulationId = z.infer<typeof PopulationId>;

/** How many populations of focus ECM has in all (ECM Policy Guide, pp. 8-10). */
export const populationsOfFocus = 9;

/** The Community Supports that are screened for so far. */
export const SupportId = z.enum([
  'housingTransitionNavigation',
  'housingDeposits',
  'shortTermPostHospitalizationHousing',
  'recuperativeCare',
  'medicallyTailoredMeals',
  'personalCareHomemaker',
  'homeModifications',
]);
export type SupportId = z.infer<typeof SupportId>;

/** What a member can ask the plan for. */
export const ProgrammeId = z.enum(['ecm', ...SupportId.options]);
export type ProgrammeId = z.infer<typeof ProgrammeId>;

/** What a member says is going on; decides what is looked into, never what is true. */
export const Concern = z.enum(['housing', 'hospital', 'illness', 'mind', 'dailyHelp']);
export type Concern = z.infer<typeof Concern>;

/** A group of people whom Enhanced Care Management is for. */
export const Population = z.strictObject({
  id: PopulationId,
  inForce: InForce,
  concerns: z.array(Concern),
  when: Condition,
});
export type Population = z.infer<typeof Population>;

/** One limit in money, time or number, told to members in words keyed by its id. */
export const Limit = z.strictObject({ id: z.string(), cite: Citation });

/** A service that a plan may offer in place of costlier care. */
export const CommunitySupport = z.strictObject({
  id: SupportId,
  inForce: InForce,
  concerns: z.array(Concern),
  when: Condition,
  /** Comes only together with or after this one, so by itself it is never "may qualify". */
  after: SupportId.optional(),
  limits: z.array(Limit),
  /** What the plan will also need; told, never asked. Words are keyed by the id. */
  planAlsoNeeds: z.array(Limit),
});
export type CommunitySupport = z.infer<typeof CommunitySupport>;
