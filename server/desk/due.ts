/** The plan's clocks for one request, as the desk shows them (policy.md 3.5). */
import { addDays, type IsoDate } from '../../policy/calendar.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import { addWorkingDays } from '../../referral/working-days.ts';

/**
 * When a decision is due: 5 working days after the filing, and 90 days for home modifications, which are assessed
 * first. Counted from the filing and not from the receipt, because that is what the member was told.
 */
export function decisionDue(programme: ProgrammeId, filedOn: IsoDate): IsoDate {
  return programme === 'homeModifications' ? addDays(filedOn, 90) : addWorkingDays(filedOn, 5);
}

/** The instant (ISO 8601) 72 clock hours after filing: due then, if the plan takes the request as urgent. */
export function urgentDue(filedAt: string): string {
  return new Date(Date.parse(filedAt) + 72 * 3_600_000).toISOString();
}

/** When a provider should be assigned: 10 working days after the approval. */
export function assignmentDue(approvedOn: IsoDate): IsoDate {
  return addWorkingDays(approvedOn, 10);
}
