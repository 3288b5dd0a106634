import { askWaiting } from '../dialogs/registry.ts';
import type { Heard } from '../dialogs/heard.ts';
import type { State } from '../dialogs/state.ts';
import type { World } from '../dialogs/world.ts';
import { hasDigitActs, readNumber } from './layout/numbers.ts';
import { numbering, type Medium } from './channel.ts';

/** The id of the question that waits, as a page shows it; a page sends it back, so that an old one answers nothing else. */
export function questionId(state: State, world: World): string | null {
  return askWaiting(state, world).find((each) => each.kind === 'ask')?.id ?? null;
}

/** Whether 0, 8 and 9 mean a person, "I don't know" and "I'd rather not say": not where a number itself is asked for. */
export function takesDigits(state: State, world: World): boolean {
  return hasDigitActs(askWaiting(state, world), numbering[mediumOf(world)]);
}

/** A number that stands for an act or an offer beside the question's own choices, which the question reads itself. */
export function numberHeard(text: string, state: State, world: World): Heard | undefined {
  return readNumber(text, askWaiting(state, world), numbering[mediumOf(world)]);
}

const mediumOf = ({ channel }: World): Medium => (channel === 'sms' ? 'sms' : 'plain');
