import type { ProgrammeId } from '../../../policy/rule.ts';
import type { TaskProblem } from '../../../referral/task-answer.ts';

/** One request that the plan has and that may still change, with what its Task's id is made of. */
export type WatchedTask = {
  readonly number: string;
  /** Null: damaged in our storage. */
  readonly caseId: string | null;
  readonly programme: ProgrammeId;
  /** Its place in its referral. */
  readonly place: number;
  /** Its Task has been read before. */
  readonly isKnown: boolean;
};

/** What is remembered of the plan's Tasks, so that each answer is judged once, whoever starts anew in between. */
export interface TaskWatch {
  /** In a fixed order, from after this one on; null: from the first. */
  watchedTasks(after: Pick<WatchedTask, 'number' | 'place'> | null, most: number): Promise<readonly WatchedTask[]>;
  /** Whether this is what its Task said last. */
  isHeard(task: Pick<WatchedTask, 'number' | 'programme'>, content: string): Promise<boolean>;
  /**
   * Remembers what its Task says; with `kept`, also keeps it for the desk, as far as `answer` has it. The same again is
   * kept once.
   */
  hear(
    task: Pick<WatchedTask, 'number' | 'programme'>,
    content: string,
    kept: { readonly problem: TaskProblem; readonly answer: string } | null,
  ): Promise<void>;
}
