import type { Answers, Fact } from './facts.ts';
import type { Condition, Criterion, PlanDecides } from './condition.ts';
import type { IsoDate } from './calendar.ts';
import type { Truth } from './truth.ts';

/** What can be said about a condition, and why. */
export type Evaluation = {
  readonly truth: Truth;
  /** The criteria that decided; empty while unknown. */
  readonly because: readonly Criterion[];
  /** Facts that the member could still tell and that could still change the truth. */
  readonly missing: readonly Fact[];
  /** What only the plan can judge, in the parts that are still open or met. */
  readonly planDecides: readonly PlanDecides[];
  /** Answered "no", but by a criterion whose source is not verified: never "no match"; the plan can tell. */
  readonly unsure: readonly Criterion[];
};

export declare function evaluate(condition: Condition, answers: Answers, today: IsoDate): Evaluation;
