/** What may be set of a request. A pair of decision, letter and loop that cannot be is recorded by nobody. */
import type { IsoDate } from '../policy/calendar.ts';
import { hasNotice, isApproved, type Decision, type Loop } from './decision.ts';
import type { RequestStatus } from './status.ts';

/** What is set of one request at once, whoever sets it: the desk, a plan's file, a plan's system. */
export type Change =
  | {
      readonly kind: 'decision';
      readonly decision: Decision;
      readonly decidedOn: IsoDate;
      readonly noticeMailedOn: IsoDate | null;
    }
  | {
      readonly kind: 'loop';
      readonly loop: Loop;
      readonly on: IsoDate;
      readonly provider: RequestStatus['provider'];
    };

/** The status that follows; null where there can be none, and nothing is to be recorded. */
export function changed(before: RequestStatus, change: Change, filedOn: IsoDate): RequestStatus | null {
  return canBe(before, change, filedOn) ? after(before, change) : null;
}

/** All standings that a request has been through, its first one too. What was recorded is not judged again. */
export function standings(first: RequestStatus, changes: readonly Change[]): readonly RequestStatus[] {
  return changes.reduce<readonly RequestStatus[]>(
    (all, change) => [...all, after(all.at(-1) ?? first, change)],
    [first],
  );
}

/** The loop begins with an approval; letters tell a denial or change; and nothing happens before what it follows. */
function canBe({ decision, decidedOn }: RequestStatus, change: Change, filedOn: IsoDate): boolean {
  if (change.kind === 'loop') return isApproved(decision) && change.on >= (decidedOn ?? filedOn);
  if (change.decidedOn < filedOn) return false;
  if (change.noticeMailedOn === null) return true;
  return hasNotice(change.decision) && change.noticeMailedOn >= change.decidedOn;
}

/** The loop ends with the approval that it began with. */
function after(before: RequestStatus, change: Change): RequestStatus {
  if (change.kind === 'loop') return { ...before, loop: change.loop, loopOn: change.on, provider: change.provider };
  const { decision, decidedOn, noticeMailedOn } = change;
  const loopStays = isApproved(decision) ? {} : { loop: null, loopOn: null, provider: null };
  return { ...before, decision, decidedOn, noticeMailedOn, ...loopStays };
}
