/** Which of the three clocks has passed for a referral, with the plan's word still out (policy.md 3.5). */
import type { IsoDate } from '../../../policy/calendar.ts';
import type { ProgrammeId } from '../../../policy/rule.ts';
import { isApproved, isOpen } from '../../../referral/decision.ts';
import { assignmentDue, decisionDue, hasUrgentClock, urgentDue } from '../../../referral/decision-due.ts';
import { LoopClock } from '../../../referral/news-topic.ts';
import type { ReferralStanding } from '../desk-store.ts';
import { californiaDay } from '../desk-time.ts';

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

/** Many are filed on one day, and the plan's holidays are slow to count. */
const dues = new Map<string, IsoDate>();
function dueOf(programme: ProgrammeId, filedOn: IsoDate): IsoDate {
  const key = `${programme} ${filedOn}`;
  const due = dues.get(key) ?? decisionDue(programme, filedOn);
  if (dues.size < 10_000) dues.set(key, due);
  return due;
}

function hasPassed(
  clock: LoopClock,
  { programme, decision, decidedOn, loop, providerNamed }: ReferralStanding['requests'][number],
  { filedOn, filedAt, asksForFast }: ReferralStanding,
  now: Date,
  today: IsoDate,
): boolean {
  switch (clock) {
    case 'decision':
      return isOpen(decision) && dueOf(programme, filedOn) < today;
    case 'urgent':
      return (
        isOpen(decision) && asksForFast && hasUrgentClock(programme) && Date.parse(urgentDue(filedAt)) < now.getTime()
      );
    case 'assignment': {
      // What is due is that the provider knows of it (ECM Policy Guide, p. 112); one who declined has to be replaced.
      const isNamed = providerNamed && loop?.state !== 'declined';
      const isAssigned = isNamed || loop?.state === 'outreachInitiated' || loop?.state === 'closed';
      return isApproved(decision) && !isAssigned && decidedOn !== null && assignmentDue(decidedOn) < today;
    }
  }
}
