/** Which of the clocks that a member was told of has run out with no word (policy.md 3.5), and has to be asked about. */
import { addDays, type IsoDate } from '../policy/calendar.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import { assignmentDue, decisionDue, hasUrgentClock, urgentDue } from './decision-due.ts';
import type { LoopClock } from './news-topic.ts';
import type { ReferralStatus, RequestStatus } from './status.ts';
import { told } from './told.ts';

/** A referral as far as its clocks go. */
export type Clocked = Pick<ReferralStatus, 'filedOn' | 'receivedOn' | 'asksForFast' | 'requests'>;

/** Requests of one referral for which nobody was heard of by the same day. */
export type RunOut = {
  readonly clock: LoopClock;
  readonly due: IsoDate;
  readonly programmes: readonly ProgrammeId[];
};

/** Later than so many days after, nobody is asked any more: what went wrong then is the desk's alone. */
const askWithinDays = 30;

/**
 * All that has run out by now and was not too long ago. What is hidden from the member (a denial of which no letter was
 * mailed) runs on like what is not decided: nobody learns of it by being asked, or by not being asked.
 */
export function runOut(
  referral: Clocked,
  filedAt: string,
  now: { readonly at: string; readonly today: IsoDate },
): readonly RunOut[] {
  const isUrgentOver = Date.parse(now.at) > Date.parse(urgentDue(filedAt));
  const clocks: readonly LoopClock[] = isUrgentOver ? ['decision', 'urgent', 'assignment'] : ['decision', 'assignment'];
  return clocks
    .flatMap((clock) => byDay(clock, unheard(clock, null, referral, now.today)))
    .filter(({ due }) => now.today <= addDays(due, askWithinDays));
}

export type Unheard = { readonly programme: ProgrammeId; readonly due: IsoDate };

/** The requests, or the one, for which this clock has run out and still nothing may be told. */
export function unheard(
  clock: LoopClock,
  programme: ProgrammeId | null,
  referral: Clocked,
  today: IsoDate,
): readonly Unheard[] {
  // Until the plan has it, and where its system would not take it, they are told just that.
  if (referral.receivedOn === null) return [];
  return referral.requests
    .filter((request) => programme === null || request.programme === programme)
    .flatMap((request) => {
      const due = dueOf(clock, request, referral, today);
      return due !== null && due < today ? [{ programme: request.programme, due }] : [];
    });
}

/** The last day of a clock that nothing has ended; null where it does not run. */
function dueOf(
  clock: LoopClock,
  request: RequestStatus,
  { filedOn, asksForFast }: Clocked,
  today: IsoDate,
): IsoDate | null {
  if (clock === 'assignment') return callBy(request);
  if (told(request).kind !== 'deciding') return null;
  const decision = decisionDue(request.programme, filedOn);
  if (clock === 'decision') return decision;
  // Once the longer clock has run out, too, it is the one to be asked about. Three whole days have passed on the fourth.
  return asksForFast && hasUrgentClock(request.programme) && today <= decision ? addDays(filedOn, 2) : null;
}

/**
 * By when somebody should call: by the plan's clock for finding a provider. None once they try, where nobody is to call,
 * and where the plan began anew after that day, or told it only then: no source gives another.
 */
export function callBy(request: RequestStatus): IsoDate | null {
  const { decidedOn, loopOn, noticeMailedOn } = request;
  const is = told(request);
  const next = is.kind === 'approved' || is.kind === 'letter' ? is.next : null;
  if (!next || next.step === 'outreach' || next.step === 'closed' || decidedOn === null) return null;
  const due = assignmentDue(decidedOn);
  return [loopOn, noticeMailedOn].some((day) => day !== null && due < day) ? null : due;
}

function byDay(clock: LoopClock, requests: readonly Unheard[]): readonly RunOut[] {
  const days = [...new Set(requests.map(({ due }) => due))];
  return days.map((due) => ({
    clock,
    due,
    programmes: requests.filter((each) => each.due === due).map(({ programme }) => programme),
  }));
}

/** The part of the store that is swept for what has run out. */
export interface ClockStore {
  /**
   * Puts one question into the outbox for each clock that has run out by this instant, and one reminder for each asking
   * of the plan's that waits for its answer and will not wait much longer: once and never again. How many.
   */
  askWhatRanOut(at: string): Promise<number>;
}
