/** Reads one Task of the plan's system: what it says of decision and loop, or why that cannot be told. */
import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../../policy/calendar.ts';
import { codes, numbers } from '../bundle/systems.ts';
import { ClosureReason, Decision, Loop } from '../decision.ts';
import type { TaskProblem } from './problem.ts';
import { TaskShape, type Concept, type TaskStatus } from './shape.ts';
import { whoCalls, type WhoCalls } from './who-calls.ts';

/** The request that a Task is about, by what we have written into it. */
export type Ours = {
  /** The id of the Task, and of the ServiceRequest that it is about. */
  readonly id: string;
  readonly request: string;
  /** The number of the referral and the programme, as in `Task.identifier`. */
  readonly identifier: string;
  /** The plan, as Organization. */
  readonly plan: string;
  /** The base of the plan's server, without a slash at the end. */
  readonly base: string;
};

/** The day in California of an instant. */
export type DayOf = (instant: Date) => IsoDate;

export type HeardTask = {
  readonly kind: 'task';
  readonly status: TaskStatus;
  /** What it says by a code of ours; null: nothing. */
  readonly decision: Decision | null;
  readonly loop: Loop | null;
  readonly days: Readonly<Record<Day, IsoDate | null>> & {
    /** When it was changed last. */
    readonly changedOn: IsoDate | null;
  };
  readonly who: WhoCalls;
  /** We ended it, for the member had taken the request back: it is no word of the plan's. */
  readonly isOurs: boolean;
};

const days = ['decidedOn', 'noticeMailedOn', 'loopOn'] as const;
type Day = (typeof days)[number];

export type Read = HeardTask | { readonly kind: 'wrong'; readonly problem: TaskProblem };

export function readTask(resource: unknown, ours: Ours, dayOf: DayOf): Read {
  const task = TaskShape.safeParse(resource).data;
  if (!task) return wrong('unreadable');
  if (!isOurs(task, ours)) return wrong('wrongTask');
  try {
    const state = coded(
      task.businessStatus,
      codes.loop,
      Loop.options.map(({ shape }) => shape.state.value),
    );
    const reason = coded(task.statusReason, codes.closure, ClosureReason.options);
    const outputs = outputsOf(task);
    const day = (name: Day): IsoDate | null => dayIn(outputs(name), dayOf);
    const changed = task.lastModified ?? task.meta?.lastUpdated;
    return {
      kind: 'task',
      status: task.status,
      decision: coded(task.businessStatus, codes.decision, Decision.options),
      loop: loopFrom(state, reason),
      days: {
        decidedOn: day('decidedOn'),
        noticeMailedOn: day('noticeMailedOn'),
        loopOn: day('loopOn'),
        changedOn: changed === undefined ? null : asDay(changed, dayOf),
      },
      isOurs: task.status === 'cancelled' && coded(task.statusReason, codes.followUp, ['withdrawn']) !== null,
      who: whoCalls(task, outputs('provider')?.valueReference, ours, state !== null),
    };
  } catch (error) {
    if (error instanceof Unclear) return wrong(error.problem);
    throw error;
  }
}

const wrong = (problem: TaskProblem): Read => ({ kind: 'wrong', problem });

/** Ends the reading of this Task; goes no further than here. */
class Unclear extends Error {
  constructor(readonly problem: TaskProblem) {
    super(problem);
  }
}

/** What we wrote may be gone since; what stands there must be ours. */
function isOurs({ id, identifier, focus }: TaskShape, ours: Ours): boolean {
  if (id !== ours.id) return false;
  const named = (identifier ?? []).filter(({ system }) => system === numbers.request);
  if (named.some(({ value }) => value !== ours.identifier)) return false;
  const [, about] = /(?:^|\/)(ServiceRequest\/[^/]+)(?:\/_history\/[^/]+)?$/.exec(focus?.reference ?? '') ?? [];
  return about === undefined || about === `ServiceRequest/${ours.request}`;
}

/** The one code of this list of ours that is there; null: none. Codes of other lists are the plan's own affair. */
function coded<Code extends string>(concept: Concept | undefined, system: string, known: readonly Code[]): Code | null {
  const found = new Set((concept?.coding ?? []).filter((one) => one.system === system).map(({ code }) => code));
  if (found.size > 1) throw new Unclear('contradicts');
  const [only] = found;
  if (found.size === 0) return null;
  const code = known.find((one) => one === only);
  if (code === undefined) throw new Unclear('unknownCode');
  return code;
}

/** What is closed is closed for a reason; a reason beside another step is the plan's note and no step. */
function loopFrom(state: Loop['state'] | null, reason: ClosureReason | null): Loop | null {
  if (state !== 'closed') return state && { state };
  if (reason === null) throw new Unclear('reasonMissing');
  return { state, reason };
}

type Output = NonNullable<TaskShape['output']>[number];

function outputsOf({ output = [] }: TaskShape): (name: Day | 'provider') => Output | undefined {
  const named = output.map((one) => ({ one, name: coded(one.type, codes.output, [...days, 'provider'] as const) }));
  return (name) => {
    const found = named.filter((each) => each.name === name);
    if (found.length > 1) throw new Unclear('contradicts');
    return found[0]?.one;
  };
}

function dayIn(output: Output | undefined, dayOf: DayOf): IsoDate | null {
  if (!output) return null;
  const day = asDay(output.valueDate ?? output.valueDateTime ?? '', dayOf);
  if (day === null) throw new Unclear('notADate');
  return day;
}

/** A whole day, or an instant with its offset; a year, a month or a time of nowhere is neither. */
function asDay(text: string, dayOf: DayOf): IsoDate | null {
  if (isIsoDate(text)) return text;
  const parsed = z.iso.datetime({ offset: true }).safeParse(text);
  return parsed.success ? dayOf(new Date(text)) : null;
}
