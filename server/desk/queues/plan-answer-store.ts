import type { ProgrammeId } from '../../../policy/rule.ts';
import type { TaskProblem } from '../../../referral/task-answer.ts';

/** What the plan's system said of a request that was not taken, wholly or in part. It is for the desk alone. */
export type PlanAnswer = {
  readonly id: string;
  readonly at: string;
  readonly number: string;
  readonly programme: ProgrammeId;
  readonly problem: TaskProblem;
  /** Word for word, as far as it was kept; null: damaged in our storage. */
  readonly answer: string | null;
};

/** Answers of the plan's system that wait for somebody to look. Every call names who does it, for the audit log. */
export interface PlanAnswerStore {
  /** The oldest first. */
  planAnswers(by: string): Promise<readonly PlanAnswer[]>;
  /** Somebody has looked and done what was to be done. False: there is none such, or it was dealt with before. */
  dealWithPlanAnswer(id: string, by: string): Promise<boolean>;
}
