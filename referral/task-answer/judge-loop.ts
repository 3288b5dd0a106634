/** A step of the loop, by the same rules as a row of a return file, with who will call. */
import type { IsoDate } from '../../policy/calendar.ts';
import type { Change } from '../changes.ts';
import { isApproved, type Loop } from '../decision.ts';
import type { ProviderName } from '../provider.ts';
import { checkRows, type CheckedRow } from '../return-file.ts';
import type { KnownRequest } from './judge.ts';
import { TaskProblem } from './problem.ts';
import type { HeardTask } from './read.ts';
import type { WhoCalls } from './who-calls.ts';

type Step = Extract<Change, { kind: 'loop' }>;
export type JudgedLoop = { readonly change: Step | null; readonly problem: TaskProblem | null };

/** `status` and `events`: with the decision that the same Task brings. */
export function judgeLoop(
  heard: HeardTask,
  who: Exclude<WhoCalls, { kind: 'there' }>,
  known: KnownRequest & { readonly recorded: readonly { readonly loop: Loop; readonly on: IsoDate }[] },
  today: IsoDate,
): JudgedLoop {
  const { status, events } = known;
  const only = (problem: TaskProblem | null): JudgedLoop => ({ change: null, problem });
  // Somebody who will call, and no word of how far it is.
  const loop = heard.loop ?? (who.kind === 'nobody' ? null : status.loop);
  if (!loop) return only(who.kind === 'nobody' ? null : isApproved(status.decision) ? 'ambiguous' : 'notApproved');
  const on = heard.days.loopOn ?? (isSame(loop, status.loop) ? status.loopOn : heard.days.changedOn);
  if (on === null) return only('noDate');

  const step = { number: known.number, programme: status.programme, loop, on };
  const request = { status, recorded: known.recorded };
  const [row] = checkRows(
    [{ row: 1, kind: 'step', step }],
    new Map([[known.number, { filedOn: known.filedOn, requests: [request] }]]),
    today,
  );
  if (!row || row.kind === 'wrong') return only(problemOf(row));

  const isNow = isSame(loop, status.loop) && on === status.loopOn;
  // A step of the past: who was to call then is not who will.
  if (row.kind === 'already' && !isNow) return only(null);
  const caller = whoWillCall(who, loop, status, isProviderByHand(events));
  if ('problem' in caller) return only(caller.problem);
  const isNew = row.kind === 'record' || !isSameProvider(caller.provider, status.provider);
  return {
    change: isNew ? { kind: 'loop', loop, on, provider: caller.provider } : null,
    problem: caller.isLeftOut ? 'providerLeftOut' : null,
  };
}

type Caller =
  | { readonly provider: ProviderName | null; readonly isLeftOut: boolean }
  /** Nothing is taken: who will call would be told wrongly. */
  | { readonly problem: TaskProblem };

function whoWillCall(
  who: Exclude<WhoCalls, { kind: 'there' }>,
  next: Loop,
  { loop: present, provider: before }: KnownRequest['status'],
  isByHand: boolean,
): Caller {
  // Whoever declined does not call; who does is another.
  const old = present?.state === 'declined' && next.state !== 'declined' ? null : before;
  switch (who.kind) {
    case 'nobody':
      return { provider: old, isLeftOut: false };
    case 'unusable':
      if (old === null) return { provider: null, isLeftOut: true };
      return who.name === old.name ? { provider: old, isLeftOut: false } : { problem: 'providerLeftOut' };
    case 'named':
      if (old !== null && isByHand && !isSameProvider(old, who.provider)) return { problem: 'setByHand' };
      return { provider: who.provider, isLeftOut: false };
  }
}

function isProviderByHand(events: KnownRequest['events']): boolean {
  const steps = events.filter(({ what }) => what.kind === 'loop');
  const last = steps.at(-1)?.what;
  if (last?.kind !== 'loop' || last.provider === null) return false;
  const { provider } = last;
  // Steps that follow pass on who was set before them: what counts is who set this one first.
  const other = steps.findLastIndex(({ what }) => what.kind === 'loop' && !isSameProvider(what.provider, provider));
  return steps[other + 1]?.isPlans === false;
}

function isSameProvider(one: ProviderName | null, other: ProviderName | null): boolean {
  return one?.name === other?.name && one?.phone === other?.phone;
}

function isSame(one: Loop, other: Loop | null): boolean {
  if (other === null || one.state !== other.state) return false;
  return one.state !== 'closed' || (other.state === 'closed' && one.reason === other.reason);
}

function problemOf(row: CheckedRow | undefined): TaskProblem {
  const code = row?.kind === 'wrong' ? row.problems[0]?.code : undefined;
  return TaskProblem.safeParse(code).data ?? 'contradicts';
}
