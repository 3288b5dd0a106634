/** Asked of the member, by a contact of their own: may the one who filed for them be told what becomes of it? */
import { ask, atRest, goTo, heardOne, line, one, say, step } from './asking.ts';
import { yesNo } from './file/questions.ts';
import type { Heard } from './heard.ts';
import { menuAfter } from './menu.ts';
import type { Say } from './say.ts';
import type { State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';

type TellHelper = Extract<Waiting, { dialog: 'tellHelper' }>;

const question = ask({ id: 'tellHelper', line: line('status.tellHelper.ask'), input: one(yesNo) });

export function askTellHelper(state: State, number: string, before: readonly Say[]): Step {
  return step(goTo(state, { dialog: 'tellHelper', number }), [...before, question]);
}

function hear({ number }: TellHelper, heard: Heard, state: State, world: World): Step | NotMine {
  const chosen = heardOne(yesNo, heard, state);
  if (chosen === undefined) return notMine;
  const rested = atRest(state);
  return chosen === 'yes'
    ? step(rested, [say('status.tellHelper.yes'), ...menuAfter(rested, world)], [{ do: 'confirmHelper', number }])
    : step(rested, [say('status.tellHelper.no'), ...menuAfter(rested, world)]);
}

export const tellHelper: Dialog<TellHelper> = {
  ask: () => [question],
  hear,
  why: () => [say('status.tellHelper.why')],
};
