/** Had ECM with a former plan: the new plan must go on with it, on the member's own word (policy.md 1.6, G26 p111). */
import { ask, goTo, heardOne, line, one, option, planParams, say, step } from './asking.ts';
import type { Heard } from './heard.ts';
import { perspectiveOf } from './perspective.ts';
import type { Say } from './say.ts';
import { beginScreening } from './screen.ts';
import { activeCase, type State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import { forWhom } from './whom.ts';
import type { World } from './world.ts';

type Continuity = Extract<Waiting, { dialog: 'continuity' }>;

const options = [option('file', 'findings.continuity.file'), option('goOn', 'findings.continuity.goOn')];

function told(state: State, world: World): readonly Say[] {
  const who = perspectiveOf(activeCase(state));
  return [
    say(`findings.continuity.${who}`, planParams(world)),
    { kind: 'source', cites: [{ source: 'ecmPolicyGuide2026', place: 'p. 111', standing: 'verified' }] },
    ask({ id: 'continuity', line: line('findings.continuity.ask'), input: one(options) }),
  ];
}

export function toContinuity(state: State, world: World): Step {
  return step(goTo(state, { dialog: 'continuity' }), told(state, world));
}

function hear(_waiting: Continuity, heard: Heard, state: State, world: World): Step | NotMine {
  switch (heardOne(options, heard, state)) {
    case 'file':
      return forWhom(state, 'file', world, { programmes: ['ecm'] });
    case 'goOn':
      return beginScreening(state, world);
    default:
      return notMine;
  }
}

export const continuity: Dialog<Continuity> = { ask: (_waiting, state, world) => told(state, world), hear };
