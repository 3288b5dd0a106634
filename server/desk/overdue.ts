/** Which of the three clocks has passed for a referral, with the plan's word still out (policy.md 3.5). */
import type { IsoDate } from '../../policy/calendar.ts';
import { isApproved } from '../../referral/decision.ts';
import { assignmentDue, decisionDue } from '../../referral/decision-due.ts';
import { LoopClock } from '../../referral/news-topic.ts';
import type { ReferralStanding } from './desk-store.ts';
import { californiaDay } from './desk-time.ts';
import { urgentDue } from './due.ts';
import { isOpen } from './open.ts';

/** In the order of the clocks; empty: nothing is overdue. */
export function overdue(row: ReferralStanding, now: Date): readonly LoopClock[] {
  const today = dayOf(now);
  return LoopClock.options.filter((clock) =>
    row.requests.some((request) => hasPassed(clock, request, row, now, today)),
  );
}

/** One instant is asked about for thousands of referrals. */
const days = new WeakMap<Date, IsoDate>();
function dayOf(now: Date): IsoDate {
  const day = days.get(now) ?? californiaDay(now.toISOString());
  days.set(now, day);
  return day;
}

function hasPassed(
  clock: LoopClock,
  { programme, decision, decidedOn, loop }: ReferralStanding['requests'][number],
  { filedOn, filedAt, asksForFast }: ReferralStanding,
  now: Date,
  today: IsoDate,
): boolean {
  switch (clock) {
    case 'decision':
      return isOpen(decision) && decisionDue(programme, filedOn) < today;
    case 'urgent':
      return isOpen(decision) && asksForFast && Date.parse(urgentDue(filedAt)) < now.getTime();
    case 'assignment': {
      const isReachedOut = loop?.state === 'outreachInitiated' || loop?.state === 'closed';
      return isApproved(decision) && !isReachedOut && decidedOn !== null && assignmentDue(decidedOn) < today;
    }
  }
}
