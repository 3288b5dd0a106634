import type { IsoDate } from '../../policy/calendar.ts';
import type { Change } from '../changes.ts';
import { isOpen, mayHaveNotice, type Decision } from '../decision.ts';
import type { KnownRequest } from './judge.ts';
import type { TaskProblem } from './problem.ts';
import type { HeardTask } from './read.ts';

/** The change that a decision makes, null where it is recorded already, or why it is not taken. */
export function judgeDecision(
  said: Decision,
  { days }: HeardTask,
  known: KnownRequest,
  today: IsoDate,
): Extract<Change, { kind: 'decision' }> | TaskProblem | null {
  const { status: standing, filedOn } = known;
  const isSame = said === standing.decision;
  const on = days.decidedOn ?? (isSame && standing.decidedOn !== null ? standing.decidedOn : days.changedOn);
  const mailed = days.noticeMailedOn ?? (isSame ? standing.noticeMailedOn : null);
  // What is open is not put right, but for the letter that tells of the delay.
  if (isSame && isOpen(said) && (said === 'pending' || mailed === standing.noticeMailedOn)) return null;
  if (!isSame) {
    const problem = problemAfter(said, known);
    if (problem) return problem;
  }
  if (on === null) return 'noDate';
  if (on > today || (mailed !== null && mailed > today)) return 'future';
  if (on < filedOn) return 'beforeFiling';
  if (!isSame && standing.decidedOn !== null && on < standing.decidedOn) return 'older';
  if (mailed !== null && !mayHaveNotice(said)) return 'noticeNotForThis';
  if (mailed !== null && mailed < on) return 'noticeBeforeDecision';
  if (isSame && on === standing.decidedOn && mailed === standing.noticeMailedOn) return null;
  if (isSame && mayNotPutRight(known, on, mailed)) return 'setByHand';
  // The loop stays where a decision is only put right, and it cannot have begun before it.
  if (isSame && standing.loopOn !== null && standing.loopOn < on) return 'contradicts';
  const asks = isSame && standing.info ? { asks: standing.info.asks } : {};
  return { kind: 'decision', decision: said, decidedOn: on, noticeMailedOn: mailed, ...asks };
}

/** What is decided stays, whoever set it: another decision is a person's to record. */
function problemAfter(said: Decision, { status, events }: KnownRequest): TaskProblem | null {
  const isByHand = isLastByHand(events);
  if (isOpen(status.decision)) return isByHand && isOpen(said) ? 'setByHand' : null;
  if (isByHand) return 'setByHand';
  return isOpen(said) ? 'backward' : 'decided';
}

/** What a worker has set may be added to, not put right: the day of the letter, where none stands. */
function mayNotPutRight({ status, events }: KnownRequest, on: IsoDate, mailed: IsoDate | null): boolean {
  if (!isLastByHand(events)) return false;
  return on !== status.decidedOn || (status.noticeMailedOn !== null && mailed !== status.noticeMailedOn);
}

function isLastByHand(events: KnownRequest['events']): boolean {
  const last = events.findLast(({ what }) => what.kind === 'decision');
  return last !== undefined && !last.isPlans;
}
