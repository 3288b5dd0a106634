import { z } from 'zod';
import { Condition } from './condition.ts';
import { Citation } from './citation.ts';
import { isIsoDate, type IsoDate } from './calendar.ts';
import { YesNoFact } from './facts.ts';
import { faultLines } from './rule-faults.ts';

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));

/** When a rule holds, and under what authority. `to` is its last day; without it, no end is known. */
export const InForce = z
  .strictObject({
    from: date,
    to: date.optional(),
    authority: z.enum(['stateBenefit', 'calaim1115', 'inLieuOfServices', 'bhConnect']),
    cite: Citation,
  })
  .refine(({ from, to }) => to === undefined || from <= to, { path: ['to'], message: 'must not be before "from"' });
export type InForce = z.infer<typeof InForce>;

/** The ECM populations of focus, in the order of the guide (ECM Policy Guide, p. 10). */
export const PopulationId = z.enum([
  'homelessness',
  'avoidableUse',
  'behavioralHealth',
  'justiceInvolved',
  'longTermCareRisk',
  'nursingFacilityTransition',
  'californiaChildrensServices',
  'childWelfare',
  'birthEquity',
]);
export type PopulationId = z.infer<typeof PopulationId>;

/** How many populations of focus ECM has in all (ECM Policy Guide, pp. 8-10). */
export const populationsOfFocus = 9;

/** The fifteen Community Supports: the seven of Volume 2 of the State's guide, then the eight of Volume 1. */
export const SupportId = z.enum([
  'housingTransitionNavigation',
  'housingDeposits',
  'housingTenancySustaining',
  'dayHabilitation',
  'transitionalRent',
  'recuperativeCare',
  'shortTermPostHospitalizationHousing',
  'respite',
  'assistedLivingTransitions',
  'homeTransition',
  'personalCareHomemaker',
  'homeModifications',
  'medicallyTailoredMeals',
  'soberingCenters',
  'asthmaRemediation',
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
export const Limit = z.strictObject({
  id: z.string().min(1),
  amount: z.strictObject({ value: z.int().positive(), currency: z.literal('USD') }).optional(),
  duration: z
    .strictObject({ value: z.int().positive(), unit: z.enum(['hours', 'days', 'weeks', 'months']) })
    .optional(),
  times: z.int().positive().optional(),
  /** Over what the amount, the duration or the times are counted; without it, over one use. */
  per: z.enum(['lifetime', 'calendarYear', 'anyTwelveMonths', 'household', 'day']).optional(),
  cite: Citation,
});
export type Limit = z.infer<typeof Limit>;

/** Another name that the State or a plan has printed, such as one from before it was renamed; never translated. */
export const OtherName = z.strictObject({ name: z.string().min(1), cite: Citation });
export type OtherName = z.infer<typeof OtherName>;

/** A service that a plan may offer in place of costlier care. */
export const CommunitySupport = z.strictObject({
  id: SupportId,
  inForce: InForce,
  concerns: z.array(Concern),
  when: Condition,
  /** Comes only together with or after this one, so by itself it is never "may qualify". */
  after: SupportId.optional(),
  /** What is asked for together with it. */
  together: z.array(ProgrammeId).optional(),
  /** Is explained, and may be asked of the plan, but no screen says of anybody that it may fit. */
  explainOnly: z.literal(true).optional(),
  /**
   * For a few: told unasked only to those who may qualify, or of whom one of these is true. To others only when they
   * have everything looked into.
   */
  toldIf: z.array(YesNoFact).optional(),
  /** Told where it is explained: who has an old letter or another plan's list finds it by the name that stands there. */
  alsoCalled: z.array(OtherName).optional(),
  limits: z.array(Limit),
  /** What the plan will also need; told, never asked. Words are keyed by the id. */
  planAlsoNeeds: z.array(Limit),
});
export type CommunitySupport = z.infer<typeof CommunitySupport>;

/** A rule out of its file. Throws with the rule's name and each key at fault: bad data stops the start. */
export const population = (rule: Population): Population => read(Population, rule);
export const support = (rule: CommunitySupport): CommunitySupport => read(CommunitySupport, rule);

function read<T>(shape: z.ZodType<T>, rule: T & { readonly id: string }): T {
  const found = shape.safeParse(rule);
  // The rule itself, not zod's copy: what several rules share is then seen to be one, and is weighed once.
  if (found.success) return rule;
  const faults = faultLines(found.error.issues).map((fault) => `  ${fault}`);
  throw new Error([`The rule "${rule.id}" is wrong:`, ...faults].join('\n'));
}
