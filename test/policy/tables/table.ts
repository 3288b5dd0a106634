/** A rule at both sides of each of its edges: who, what they said, and what the rule then comes to. */
import type { Fact } from '../../../policy/facts.ts';
import type { PopulationId, SupportId } from '../../../policy/rule.ts';
import type { Truth } from '../../../policy/truth.ts';
import type { Said } from '../answering.ts';

export type Row = readonly [who: string, said: Partial<Record<Fact, Said>>, truth: Truth];

export type Table = {
  readonly rule: PopulationId | SupportId;
  /** The place in policy.md that it tests. */
  readonly where: string;
  readonly rows: readonly Row[];
};

export const table = (rule: Table['rule'], where: string, rows: readonly Row[]): Table => ({ rule, where, rows });

/** A home of one's own, and none of the ways to be without one. */
export const housed = {
  lacksFixedResidence: false,
  sleepsWhereNotMeantForSleeping: false,
  staysInShelter: false,
  leavingInstitutionIntoHomelessness: false,
  losesHousingWithin30Days: false,
  fleeingViolence: false,
  doubledUp: false,
} as const;
