/** Start over: what was said here is forgotten; what was filed stays with the plan. */
import { ask, goTo, heardOne, line, one, say, step } from './asking.ts';
import { goBack } from './back.ts';
import { yesNo } from './file/questions.ts';
import type { Heard } from './heard.ts';
import { menuAfter } from './menu.ts';
import { freshState, type State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';

type StartOver = Extract<Waiting, { dialog: 'startOver' }>;

const question = ask({ id: 'startOver', line: line('common.startOver.ask'), input: one(yesNo) });

export function toStartOver(state: State): Step {
  return step(goTo(state, { dialog: 'startOver' }), [question]);
}

function hear(_waiting: StartOver, heard: Heard, state: State, world: World): Step | NotMine {
  const chosen = heardOne(yesNo, heard, state);
  if (chosen === 'no') return goBack(state, world);
  if (chosen !== 'yes') return notMine;
  // At a screen another person may sit by now; a phone is the member's own all along.
  const news = world.channel === 'sms' ? state.news : [];
  const fresh: State = { ...freshState(state.language), languageChosen: state.languageChosen, greeted: true, news };
  return step(fresh, [say('common.startOver.done'), ...menuAfter(fresh, world)]);
}

export const startOver: Dialog<StartOver> = { ask: () => [question], hear };
