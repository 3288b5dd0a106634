/** What can be done at any moment, in every state: it is read before the dialog that waits. */
import { say, step } from './asking.ts';
import { goBack } from './back.ts';
import { toComplaint } from './complaint.ts';
import { toKnown } from './known.ts';
import { toLanguages } from './language.ts';
import { toMenu } from './menu.ts';
import type { GlobalAct } from './heard.ts';
import { toPerson } from './person.ts';
import { askWaiting, hearWaiting, whyWaiting } from './registry.ts';
import { toAnswer } from './plan-question.ts';
import { toStartOver } from './start-over.ts';
import type { State } from './state.ts';
import { toStatus } from './status.ts';
import { notMine, type NotMine, type Step } from './step.ts';
import { forWhom } from './whom.ts';
import type { World } from './world.ts';

export function doAct(act: GlobalAct, state: State, world: World): Step | NotMine {
  switch (act) {
    case 'person':
      return toPerson(state, world);
    case 'back':
      return goBack(state, world);
    case 'why': {
      const reasons = whyWaiting(state, world);
      return reasons.length > 0 ? step(state, [...reasons, ...askWaiting(state, world)]) : notMine;
    }
    case 'notSure':
    case 'decline':
      return notSaid(act, state, world);
    case 'language':
      return toLanguages(state);
    case 'menu':
      return toMenu(state, world);
    case 'startOver':
      return toStartOver(state);
    case 'known':
      return toKnown(state, world);
    case 'file':
      return state.waiting.dialog === 'file' ? step(state, askWaiting(state, world)) : forWhom(state, 'file', world);
    case 'complaint':
      return toComplaint(state, world);
    case 'appeal':
      return toComplaint(state, world, 'letter');
    case 'answer':
      return toAnswer(state, world);
    case 'takeBack':
      return toStatus(state, { then: 'takeBack' });
    case 'repeat':
      return step(state, askWaiting(state, world));
  }
}

/** "I don't know" and "I'd rather not say" answer every question about a person; where one must know, it says so. */
function notSaid(act: 'notSure' | 'decline', state: State, world: World): Step | NotMine {
  const heard = hearWaiting({ kind: 'act', act }, state, world);
  if (heard !== notMine) return heard;
  if (state.waiting.dialog === 'root') return notMine;
  return step({ ...state, misread: 0 }, [say('common.thatIsAllRight'), ...askWaiting(state, world)]);
}
