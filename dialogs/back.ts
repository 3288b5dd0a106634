/** One step back: what waited before waits again, and its question is shown again. Answers stay until given anew. */
import { step } from './asking.ts';
import { askWaiting } from './registry.ts';
import type { State } from './state.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';

export function goBack(state: State, world: World): Step {
  const waiting = state.trail.at(-1) ?? { dialog: 'root' as const };
  const back: State = { ...state, waiting, trail: state.trail.slice(0, -1), misread: 0 };
  return step(back, askWaiting(back, world));
}
