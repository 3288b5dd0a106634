import type { Effect } from './effect.ts';
import type { Heard } from './heard.ts';
import type { Say } from './say.ts';
import type { State } from './state.ts';
import type { World } from './world.ts';

/** One step of a conversation: what is now known, what to say, and what must be done before it is said. */
export type Step = { readonly state: State; readonly says: readonly Say[]; readonly does: readonly Effect[] };

/** The dialog does not understand what was heard; Understanding may. */
export const notMine = Symbol('not mine');
export type NotMine = typeof notMine;

/** A dialog is a pure function: what was, what was heard, what the world is; what follows. */
export type Dialog = (state: State, heard: Heard, world: World) => Step | NotMine;
