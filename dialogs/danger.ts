/** After danger words: a person may call, and the member may go on. The words themselves are chosen before any dialog. */
import { ask, heardOne, line, one, option, planParams, say, step } from './asking.ts';
import { goBack } from './back.ts';
import { toCallBack } from './call-back.ts';
import type { DangerKind } from './danger-kind.ts';
import type { Heard } from './heard.ts';
import { hoursLines } from './hours-lines.ts';
import type { Ask, Option, Say } from './say.ts';
import type { State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';

type Danger = Extract<Waiting, { dialog: 'danger' }>;

const options: readonly Option[] = [option('callMe', 'danger.options.callMe'), option('goOn', 'danger.options.goOn')];

/** Nobody promises a call that no one is there to make: the plan's file says who is on call, and when. */
function question(world: World): Ask {
  const key = world.onCall ? 'danger.callMe.staffed' : 'danger.callMe.notStaffed';
  return ask({ id: 'danger', line: line(key, planParams(world)), input: one(options), mayGoBack: false });
}

/** The gravest comes first. Danger waits before everything else; what waited comes back after it. The alert goes to the desk with this turn. */
export function toDanger(dangers: readonly [DangerKind, ...DangerKind[]], state: State, world: World): Step {
  const [kind] = dangers;
  const violence = dangers.includes('abuse');
  const trail =
    state.waiting.dialog === 'danger' || state.waiting.dialog === 'root'
      ? state.trail
      : [...state.trail, state.waiting];
  const moved: State = {
    ...state,
    waiting: { dialog: 'danger' },
    trail: trail.slice(-30),
    misread: 0,
    danger: { kind, alertId: world.ids.alertId, violence },
    // Violence near: contact becomes confidential, and texts that we start are held back.
    cases: violence
      ? state.cases.map((each) => (each.id === state.active ? { ...each, confidential: true } : each))
      : state.cases,
  };
  return step(moved, afterDanger(world), [{ do: 'alert', id: world.ids.alertId, danger: kind, wantsCall: false }]);
}

function afterDanger(world: World): readonly Say[] {
  return [...(world.onCall ? [] : hoursLines(world)), question(world)];
}

function hear(_waiting: Danger, heard: Heard, state: State, world: World): Step | NotMine {
  switch (heardOne(options, heard, state)) {
    case 'callMe':
      return toCallBack(state, 'danger', world);
    case 'goOn': {
      const on = goBack(state, world);
      return { ...on, says: [say('danger.goneOn'), ...on.says] };
    }
    default:
      return notMine;
  }
}

export const danger: Dialog<Danger> = { ask: (_waiting, _state, world) => afterDanger(world), hear };
