/** What may be set of a request. A pair of decision, letter and loop that cannot be is recorded by nobody. */
import type { IsoDate } from '../policy/calendar.ts';
import { isApproved, mayHaveNotice, type Decision, type Loop } from './decision.ts';
import { openAsks, withAnswer, type InfoAnswer, type InfoAsk } from './info-ask.ts';
import type { RequestStatus } from './status.ts';

/** What is set of one request at once, whoever sets it: the desk, a plan's file, a plan's system. */
export type Change =
  | {
      readonly kind: 'decision';
      readonly decision: Decision;
      readonly decidedOn: IsoDate;
      readonly noticeMailedOn: IsoDate | null;
      /** With `pendingInfo`: what the member is asked, each once; absent or empty: they are asked to call. */
      readonly asks?: readonly InfoAsk[] | undefined;
    }
  /** What the member has said to something that the plan asked. */
  | { readonly kind: 'answered'; readonly on: IsoDate; readonly answer: InfoAnswer }
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

/** The steps of the loop since the last approval, oldest first: with each one it begins anew. */
export function loopSinceApproval(
  changes: readonly Change[],
): readonly { readonly loop: Loop; readonly on: IsoDate }[] {
  const ended = changes.findLastIndex((change) => change.kind === 'decision' && !isApproved(change.decision));
  return changes
    .slice(ended + 1)
    .flatMap((change) => (change.kind === 'loop' ? [{ loop: change.loop, on: change.on }] : []));
}

/** The loop begins with an approval; letters tell a denial or change; and nothing happens before what it follows. */
function canBe({ decision, decidedOn, info }: RequestStatus, change: Change, filedOn: IsoDate): boolean {
  if (change.kind === 'answered') return info?.asks.includes(change.answer.ask) ?? false;
  if (change.kind === 'loop') return isApproved(decision) && change.on >= (decidedOn ?? filedOn);
  if (change.decidedOn < filedOn) return false;
  if (change.asks?.length && change.decision !== 'pendingInfo') return false;
  if (change.noticeMailedOn === null) return true;
  return mayHaveNotice(change.decision) && change.noticeMailedOn >= change.decidedOn;
}

/** The loop ends with the approval that it began with. */
function after(standing: RequestStatus, change: Change): RequestStatus {
  if (change.kind === 'answered') {
    return standing.info ? { ...standing, info: withAnswer(standing.info, change.answer) } : standing;
  }
  if (change.kind === 'loop') return { ...standing, loop: change.loop, loopOn: change.on, provider: change.provider };
  const { decision, decidedOn, noticeMailedOn } = change;
  const { programme, loop, loopOn, provider } = standing;
  const loopStays = isApproved(decision) ? { loop, loopOn, provider } : { loop: null, loopOn: null, provider: null };
  // What was asked is asked until something else is decided; the answers stay in the history.
  const info = infoAfter(standing, change);
  return { programme, decision, decidedOn, noticeMailedOn, ...loopStays, ...info };
}

/** Asked again is asked anew; where only the day of the letter is set or put right, what was answered stays so. */
function infoAfter(
  standing: RequestStatus,
  change: Extract<Change, { readonly kind: 'decision' }>,
): Pick<RequestStatus, 'info'> {
  const { info, decidedOn, noticeMailedOn } = standing;
  const asks = [...new Set(change.asks)];
  const isOfLetter =
    change.decision === 'pendingInfo' && decidedOn === change.decidedOn && noticeMailedOn !== change.noticeMailedOn;
  // The desk's form holds what is still open, a plan's system all that was asked.
  const isSame = info && [info.asks, openAsks(info)].some((known) => isEqual(known, asks));
  if (isOfLetter && isSame) return { info };
  return asks.length > 0 ? { info: { asks, answers: [] } } : {};
}

const isEqual = (some: readonly InfoAsk[], others: readonly InfoAsk[]): boolean =>
  some.length === others.length && some.every((ask) => others.includes(ask));
