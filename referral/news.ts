/** Whether a step is news for the member, and the port that tells it. */
import type { IsoDate } from '../policy/calendar.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import { unheard } from './clocks.ts';
import { mayBeAnswered } from './info-ask.ts';
import type { Claimed, OutboxItem, Sent } from './outbox-store.ts';
import type { NewsTopic } from './news-topic.ts';
import type { ReferralStatus } from './status.ts';
import { letterDay, told, type Next, type Standing, type Told } from './told.ts';

export type NewsItem = Extract<OutboxItem, { readonly kind: 'news' }>;

/** Tells a conversation that there is something new: what it is, is read from the status when it is told. */
export interface News {
  tell(item: NewsItem, attempt: Claimed['attempt']): Promise<Sent>;
}

/**
 * Whether there is anything in this standing that we may start to tell. That the plan decides was told at the filing;
 * what was taken back or answered, the member took back or answered themselves.
 */
export function mayHear(standing: Standing): boolean {
  return isTold(told(standing));
}

/** Whether something is still to be told: taken back meanwhile, or overtaken, it would only frighten. */
export function stands(
  topic: NewsTopic,
  programme: ProgrammeId | null,
  status: ReferralStatus,
  today: IsoDate,
): boolean {
  const of = status.requests.filter((request) => programme === null || request.programme === programme);
  switch (topic.kind) {
    case 'status':
      return true;
    case 'checkIn':
      return unheard(topic.clock, programme, status, today).length > 0;
    case 'stillMissing':
      return of.some(
        (request) =>
          told(request).kind === 'pendingInfo' && request.decidedOn !== null && mayBeAnswered(request.decidedOn, today),
      );
    case 'message':
      return of.some(({ decision }) => decision !== 'withdrawn');
  }
}

/**
 * Whether a step is news after all the standings before it, oldest first. It is measured by what was told last, not by
 * what was set last: the desk may set the same again, or put right a slip by setting an earlier step of the loop, and
 * then the member has heard as much already. What was taken back altogether and is set anew is told anew: whoever asked
 * meanwhile was told that the plan decides, and the first may have been taken back before we came to tell it.
 */
export function isNews(before: readonly Standing[], after: Standing): boolean {
  return isNew(before.reduce<Told | null>(lastTold, null), told(after));
}

function lastTold(last: Told | null, standing: Standing): Told | null {
  const now = told(standing);
  if (!isTold(now)) return null;
  // Asked once more after an answer is asked anew.
  return isNew(last, now) || now.kind === 'answered' ? now : last;
}

function isTold(is: Told): boolean {
  if (is.kind === 'answered') return is.mailedOn !== null;
  return is.kind !== 'deciding' && is.kind !== 'withdrawn';
}

function isNew(last: Told | null, now: Told): boolean {
  if (!isTold(now)) return false;
  if (now.kind === 'approved' && last?.kind === 'approved') return goesOn(last.next, now.next);
  // That it takes longer was told; that a letter with rights was mailed about it was not.
  if (now.kind === 'answered') return letterDay(last) === null;
  if (now.kind === 'pendingInfo' && last?.kind === 'pendingInfo') {
    const isMailed = now.mailedOn !== null && last.mailedOn === null;
    return isMailed || now.asks.some((ask) => !last.asks.includes(ask));
  }
  if (now.kind === 'letter' && last?.kind === 'letter') {
    // Another decision with another letter; of the same one only the day was put right.
    return (last.of !== now.of && last.mailedOn !== now.mailedOn) || goesOn(last.next, now.next);
  }
  return last?.kind !== now.kind;
}

/** Whether what follows a yes has moved on. Somebody may wait for a call: that it will not come is news too. */
function goesOn(last: Next | null, now: Next | null): boolean {
  if (now === null || now.step === 'finding') return last !== null && last.step !== 'finding';
  if (now.step === 'closed') return !(last?.step === 'closed' && last.reason === now.reason);
  if (last === null || last.step === 'finding' || last.step === 'closed') return true;
  const another = now.provider !== null && JSON.stringify(now.provider) !== JSON.stringify(last.provider);
  return another || order.indexOf(now.step) > order.indexOf(last.step);
}
const order = ['assigned', 'accepted', 'outreach'];
