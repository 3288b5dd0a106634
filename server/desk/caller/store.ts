import type { State } from '../../../dialogs/state.ts';
import type { Tag } from '../../../locales/languages.ts';

/** A talk that a worker leads for somebody on the phone. */
export type CallerTalk = {
  readonly id: string;
  readonly begunAt: string;
  readonly language: Tag;
  /** As the caller gave it; null: not yet. */
  readonly name: string | null;
  /** Numbers of what was filed for the caller, in this talk or before it was taken over. */
  readonly filed: readonly string[];
};

/** One of them, with what it began from. */
export type CallerFile = CallerTalk & {
  /** What stands in it; null: nothing was said yet. */
  readonly state: State | null;
  /** The member's own talk as it stands now, and the phone that they write from by text; null: it began here. */
  readonly member: { readonly state: State | null; readonly phone: string | null } | null;
};

export type CallerTask = { readonly kind: 'callBack' | 'alert'; readonly id: string };

/** Talks for callers. Every call names the worker, who sees their own and no other's; each is a line of the audit log. */
export interface CallerStore {
  /** Those that are not closed, the newest first. */
  callerTalks(by: string): Promise<readonly CallerTalk[]>;
  /** Null: there is none, it is closed, or another worker's. */
  callerTalk(id: string, by: string): Promise<CallerFile | null>;
  /** The same id again is the same talk. */
  beginCallerTalk(id: string, language: Tag, by: string): Promise<void>;
  /**
   * Begins one out of a task's talk; the member's own stays as it is. Gives its id, which is that of the one that is open
   * already for this task; null where the task is not this worker's to work on, or is done.
   */
  takeOverTalk(id: string, task: CallerTask, by: string): Promise<string | null>;
  /** False: there is none of theirs that is open. */
  closeCallerTalk(id: string, by: string): Promise<boolean>;
}

/** Whose conversation it is, for the bot. */
export const callerKey = (id: string): string => `desk:${id}`;
