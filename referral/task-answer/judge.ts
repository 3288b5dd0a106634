/** Holds what a Task says against what is recorded of its request. */
import type { IsoDate } from '../../policy/calendar.ts';
import { changed, loopSinceApproval, type Change } from '../changes.ts';
import type { RequestStatus } from '../status.ts';
import { judgeDecision } from './judge-decision.ts';
import { judgeLoop } from './judge-loop.ts';
import { agrees, byStatusAlone } from './meaning.ts';
import type { TaskProblem } from './problem.ts';
import type { HeardTask } from './read.ts';
import type { WhoCalls } from './who-calls.ts';

/** One request as it is recorded. */
export type KnownRequest = {
  readonly number: string;
  readonly filedOn: IsoDate;
  readonly status: RequestStatus;
  /** Of this request, oldest first. `isPlans`: the plan's system said so, and no worker. */
  readonly events: readonly { readonly what: Change; readonly isPlans: boolean }[];
};

export type Judged = {
  /** To be recorded, in this order. None: nothing new. */
  readonly changes: readonly Change[];
  /** What is not taken of it, and why; null: nothing is left out. */
  readonly problem: TaskProblem | null;
};

/** `who`: as the Task names them, after their own resource was read where it lies elsewhere. */
export function judgeTask(
  heard: HeardTask,
  who: Exclude<WhoCalls, { kind: 'there' }>,
  known: KnownRequest,
  today: IsoDate,
): Judged {
  const { status: standing, filedOn } = known;
  const only = (problem: TaskProblem): Judged => ({ changes: [], problem });
  if (heard.isOurs) return { changes: [], problem: null };
  if (heard.status === 'entered-in-error') return only('ambiguous');
  if (!agrees(heard)) return only('contradicts');

  const said = heard.decision ?? (heard.loop ? null : byStatusAlone(heard.status, standing, isOnHoldByPlan(known)));
  if (said === 'ambiguous') return only('ambiguous');
  const decision = said === null ? null : judgeDecision(said, heard, known, today);
  if (typeof decision === 'string') return only(decision);
  const after = decision === null ? standing : changed(standing, decision, filedOn);
  if (after === null) return only('contradicts');

  const begun = decision === null ? [] : [decision];
  const events = [...known.events, ...begun.map((what) => ({ what, isPlans: true }))];
  const recorded = loopSinceApproval(events.map(({ what }) => what));
  const loop = judgeLoop(heard, who, { ...known, status: after, events, recorded }, today);
  return { changes: loop.change ? [...begun, loop.change] : begun, problem: loop.problem };
}

function isOnHoldByPlan({ events }: KnownRequest): boolean {
  const last = events.findLast(({ what }) => what.kind === 'decision');
  return last !== undefined && last.isPlans && last.what.kind === 'decision' && last.what.decision === 'pendingInfo';
}
