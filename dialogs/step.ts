import type { Effect } from './effect.ts';
import type { Heard } from './heard.ts';
import type { Say } from './say.ts';
import type { State } from './state.ts';
import type { Waiting } from './waiting.ts';
import type { World } from './world.ts';

/** One step of a conversation: what is now known, what to say, and what must be done before it is said. */
export type Step = { readonly state: State; readonly says: readonly Say[]; readonly does: readonly Effect[] };

/** The dialog does not understand what was heard; Understanding may. */
export const notMine = Symbol('not mine');
export type NotMine = typeof notMine;

/**
 * A dialog is three pure functions of what waits, what was said so far, and what the world is.
 * Asking is apart from hearing, so that any question can be shown again: after a reload, in another language, later.
 */
export type Dialog<W extends Waiting = Waiting> = {
  /** The question that waits. */
  readonly ask: (waiting: W, state: State, world: World) => readonly Say[];
  /** What follows from what was heard. */
  readonly hear: (waiting: W, heard: Heard, state: State, world: World) => Step | NotMine;
  /** Why it is asked; empty where that goes without saying. */
  readonly why?: (waiting: W, state: State, world: World) => readonly Say[];
};
