/** What a member said when a clock had run out: kept with the referral, where the desk reads it. */
import type { MemberSaid } from '../../referral/case-event.ts';
import { caseEventsOf, recordCaseEvent } from './case-events.ts';
import type { Tools } from './vault.ts';

/** Inside a write. A reminder that was asked for twice is one reminder. */
export function recordMemberSaid(tools: Tools, number: string, what: MemberSaid, at: string): void {
  const isKnown = caseEventsOf(tools, number).some(
    ({ what: before }) =>
      before.kind === 'memberSaid' &&
      before.programme === what.programme &&
      before.clock === what.clock &&
      before.said === what.said,
  );
  if (isKnown) return;
  recordCaseEvent(tools, number, { at, by: 'member', what });
  // A plan that works outside of the desk reads of a reminder (`what.said === 'remind'`) once follow-ups go to its system.
}
