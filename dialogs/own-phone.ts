/**
 * Something is new for a member who typed this phone on the page, or told it to a worker. Nobody has shown that it is
 * theirs: the birth date shows it, once.
 */
import type { ReferralStatus } from '../referral/status.ts';
import { tellNews } from './news.ts';
import type { State } from './state.ts';
import { toStatus } from './status.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';

/** Asked in the place of the menu, and never of a question; from it there is a way to the menu. */
export function askWhosePhone(found: Step, before: State, { unproven = [] }: World): Step {
  const [first] = unproven;
  if (!first) return found;
  const numbers = unproven.map(({ number }) => number);
  const others = found.state.news.filter(({ number }) => !numbers.includes(number));
  const state: State = { ...found.state, news: [...others, ...unproven].slice(-10) };
  if (before.waiting.dialog !== 'root' || state.waiting.dialog !== 'root') return { ...found, state };
  const asked = toStatus(state, { number: first.number });
  const beside = found.says.filter((each) => !(each.kind === 'ask' && each.id === 'menu'));
  return { ...asked, says: [...beside, ...asked.says], does: found.does };
}

/** What waited is told beside how it stands, and from now on at this phone like where a request is filed. */
export function tellProven(found: Step, status: ReferralStatus, world: World): Step {
  const theirs = (world.unproven ?? []).filter(({ number }) => number === status.number);
  if (theirs.length === 0 || status.teller !== 'member') return found;
  const others = found.state.news.filter(({ number }) => number !== status.number);
  const news = theirs.filter(({ topic }) => topic.kind !== 'status').map((due) => ({ ...due, status }));
  const told = tellNews({ ...found, state: { ...found.state, news: theirs } }, { ...world, news });
  return {
    ...told,
    state: { ...told.state, news: [...told.state.news, ...others] },
    does: [...told.does, { do: 'ownPhone', number: status.number }],
  };
}
