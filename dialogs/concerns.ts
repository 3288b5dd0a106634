/** What a member said is going on, in their own words or again later. */
import type { Concern } from '../policy/rule.ts';
import { withoutRepliesTo } from './answers.ts';
import { updateCase } from './cases.ts';
import { withReply } from './replies.ts';
import type { State } from './state.ts';
import type { World } from './world.ts';

/** Adds to the answer to "what is going on?", as if it had been ticked. */
export function addConcerns(concerns: readonly Concern[], state: State, world: World): State {
  if (concerns.length === 0) return state;
  return updateCase(state, (about) => {
    const before = about.replies.find(({ question }) => question === 'concerns')?.reply;
    const ids = [...new Set([...(before?.kind === 'chosen' ? before.ids : []), ...concerns])];
    const replied = { question: 'concerns', reply: { kind: 'chosen' as const, ids }, on: world.today };
    return { ...about, replies: withReply(about.replies, replied) };
  });
}

/** Answers that hold for a moment only: somebody who comes back with this concern is asked them anew, and no others. */
const momentary: Readonly<Record<Concern, readonly string[]>> = {
  hospital: ['leaving', 'heal'],
  housing: ['housingRisk'],
  illness: [],
  mind: [],
  dailyHelp: [],
};

export function reopened(state: State, concerns: readonly Concern[]): State {
  const again = concerns.flatMap((concern) => momentary[concern]);
  return updateCase(state, (about) => ({ ...about, replies: withoutRepliesTo(about.replies, again) }));
}
