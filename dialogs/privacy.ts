/** By text message, before anything sensitive: texts are not private; here, on the web page, or by a call? Asked once. */
import { ask, goTo, heardOne, line, one, option, planParams, say, step } from './asking.ts';
import { toCallBack } from './call-back.ts';
import type { Heard } from './heard.ts';
import type { State } from './state.ts';
import type { Goal, Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import { beginScreening } from './screen.ts';
import type { World } from './world.ts';
import { menuAfter } from './menu.ts';
import type { Ask, Option } from './say.ts';

type Privacy = Extract<Waiting, { dialog: 'privacy' }>;

/** The page is offered only where the deployment has an address. */
const options = (world: World): readonly Option[] =>
  (world.webUrl ? (['here', 'web', 'call'] as const) : (['here', 'call'] as const)).map((id) =>
    option(id, `sms.privacy.options.${id}`),
  );
export const privacyQuestion = (world: World): Ask =>
  ask({ id: 'privacy', line: line('sms.privacy.ask'), input: one(options(world)) });

export function askPrivacy(state: State, goal: Goal, world: World): Step {
  return step(goTo(state, { dialog: 'privacy', goal }), [privacyQuestion(world)]);
}

function hear(_waiting: Privacy, heard: Heard, state: State, world: World): Step | NotMine {
  return hearPrivacy(heard, state, world, (next) => beginScreening(next, world));
}

/** `here`: what is asked once they have said that it may be asked in texts. */
export function hearPrivacy(heard: Heard, state: State, world: World, here: (state: State) => Step): Step | NotMine {
  switch (heardOne(options(world), heard, state)) {
    case 'here':
      return here({ ...state, privacy: 'here' });
    case 'web': {
      const rested: State = { ...state, privacy: 'web', waiting: { dialog: 'root' }, trail: [] };
      return step(rested, [say('sms.privacy.web', { url: { url: world.webUrl ?? '' } }), ...menuAfter(rested, world)]);
    }
    case 'call':
      return toCallBack({ ...state, privacy: 'call' }, 'asked', world);
    default:
      return notMine;
  }
}

export const privacy: Dialog<Privacy> = {
  ask: (_waiting, _state, world) => [privacyQuestion(world)],
  hear,
  why: (_waiting, _state, world) => [say('sms.privacy.why', planParams(world))],
};
