/** What a member wants, in words that no dialog could take: an aside is answered and what waited goes on waiting. */
import { say, step } from './asking.ts';
import type { Concern } from '../policy/rule.ts';
import { addConcerns, reopened } from './concerns.ts';
import { toComplaint } from './complaint.ts';
import { tellTopic, toLearn } from './learn.ts';
import { toPerson } from './person.ts';
import { askWaiting } from './registry.ts';
import { activeCase, type State } from './state.ts';
import { toStatus } from './status.ts';
import { notMine, type NotMine, type Step } from './step.ts';
import type { Intent } from './understanding.ts';
import { askWhose, forWhom } from './whom.ts';
import type { World } from './world.ts';

export function act(intent: Intent, state: State, world: World): Step | NotMine {
  switch (intent.wants) {
    case 'learn':
      return intent.topic ? tellTopic(intent.topic, state, world) : toLearn(state, world);
    case 'screen':
      return screenFor(intent.concerns, state, world);
    case 'file':
      return forWhom(state, 'file', world, { programmes: intent.programmes });
    case 'status':
      return toStatus(state);
    case 'person':
      return toPerson(state, world);
    case 'complaint':
      return toComplaint(state, world);
    case 'appeal':
      return toComplaint(state, world, 'letter');
    case 'greeting':
      // At the very first word who we are is said anyway; later it is not said again.
      return step(state, askWaiting(state, world));
    case 'thanks':
      return step(state, [say('common.thanks'), ...(state.waiting.dialog === 'root' ? [] : askWaiting(state, world))]);
  }
}

/** In the middle of a screen this is no new wish. Named concerns are taken as the answer to "what is going on?". */
function screenFor(concerns: readonly Concern[], state: State, world: World): Step | NotMine {
  const free = ['root', 'findings', 'learn', 'language', 'known'].includes(state.waiting.dialog);
  if (!free) return notMine;
  if (!activeCase(state)) return askWhose(state, 'screen', { concerns });
  return forWhom(reopened(addConcerns(concerns, state, world), concerns), 'screen', world);
}
