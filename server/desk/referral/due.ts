/** The plan's other clocks for one request, as the desk shows them (policy.md 3.5). */
import type { ProgrammeId } from '../../../policy/rule.ts';

export { assignmentDue } from '../../../referral/decision-due.ts';

/** The instant (ISO 8601) 72 clock hours after filing: due then, if the plan takes the request as urgent. */
export function urgentDue(filedAt: string): string {
  return new Date(Date.parse(filedAt) + 72 * 3_600_000).toISOString();
}

/** Home modifications are assessed first: no source gives hours for them, and the member is told of none either. */
export const hasUrgentClock = (programme: ProgrammeId): boolean => programme !== 'homeModifications';
