/** A talk that another person goes on with for the member: by phone, where the member stopped. */
import type { Tag } from '../locales/languages.ts';
import { step } from './asking.ts';
import { askWaiting } from './registry.ts';
import type { Case } from './case.ts';
import { activeCase, freshState, type State } from './state.ts';
import type { Waiting } from './waiting.ts';
import type { Step } from './step.ts';
import { forWhom } from './whom.ts';
import type { World } from './world.ts';

/** A talk in a language that was asked for, and chosen; it begins with the menu. */
export function begunIn(language: Tag, world: World): Step {
  const state: State = { ...freshState(language), languageChosen: true, greeted: true };
  return step(state, askWaiting(state, world));
}

/**
 * The same answers, cases and language, at the question where the member stopped; what led away from it (danger words,
 * a call to be made) is behind. `phone`: the one that the member wrote from, which by text was never asked for.
 */
export function takenOver(state: State, phone: string | null, world: World): Step {
  const way = [...state.trail, state.waiting].filter(goesOn);
  const copy: State = {
    ...begunIn(state.language, world).state,
    cases: state.cases.map((each) => withPhone(each, phone)),
    active: state.active,
    waiting: way.at(-1) ?? { dialog: 'root' },
    trail: way.slice(0, -1),
    // A danger that is told from now on is an alert of its own.
    danger: state.danger && { ...state.danger, alertId: world.ids.alertId },
  };
  if (way.length > 0) return step(copy, askWaiting(copy, world));
  return resumed(copy, world) ?? step(copy, askWaiting(copy, world));
}

const goesOn = ({ dialog }: Waiting): boolean => ['whom', 'screen', 'findings', 'file'].includes(dialog);

/** Nothing waits any more, for a call was asked for; but something was begun. */
function resumed(state: State, world: World): Step | undefined {
  const about = activeCase(state);
  if (!about) return undefined;
  const { draft, filed, replies } = about;
  if (draft.programmes || (draft.name !== undefined && filed.length === 0)) return forWhom(state, 'file', world);
  return replies.length > 0 && filed.length === 0 ? forWhom(state, 'screen', world) : undefined;
}

/** A helper's phone is not the member's. */
function withPhone(about: Case, phone: string | null): Case {
  const isKnown = phone === null || about.whose !== 'self' || about.draft.phone !== undefined;
  return isKnown ? about : { ...about, draft: { ...about.draft, phone } };
}
