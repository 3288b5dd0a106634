/** A person: the plan's line with its hours, and "call me back". One step away from everywhere, also for those who do not read. */
import { ask, goTo, heardOne, line, one, option, planParams, say, step } from './asking.ts';
import { toCallBack } from './call-back.ts';
import { toComplaint } from './complaint.ts';
import type { Heard } from './heard.ts';
import { hoursLines } from './hours-lines.ts';
import { hearWaiting } from './registry.ts';
import type { Option, Say } from './say.ts';
import type { State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';
import { goBack } from './back.ts';

type Person = Extract<Waiting, { dialog: 'person' }>;

const options: readonly Option[] = [
  option('callMe', 'person.callMe'),
  option('goOn', 'person.goOn'),
  option('complaint', 'complaint.offer.grievance'),
];
const question = ask({ id: 'person', line: line('person.ask'), input: one(options) });

function offer(world: World): readonly Say[] {
  const params = planParams(world);
  return [
    say('person.line', params),
    ...hoursLines(world),
    ...(world.staffed ? [] : [say('person.closedNow', params)]),
    say('person.interpreter', params),
    question,
  ];
}

export function toPerson(state: State, world: World): Step {
  if (state.waiting.dialog === 'person') return step(state, offer(world));
  return step(goTo(state, { dialog: 'person' }), offer(world));
}

/** Somebody is drunk or high now: no form; where one can get sober, 911, and a person. Told, never judged; */
export function toSobering(state: State, world: World): Step {
  const found = toPerson(state, world);
  const params = planParams(world);
  return {
    ...found,
    says: [
      say('person.intoxicated.danger'),
      say('person.intoxicated.center'),
      say('person.intoxicated.noForm', params),
      ...found.says,
    ],
  };
}

function hear(_waiting: Person, heard: Heard, state: State, world: World): Step | NotMine {
  switch (heardOne(options, heard, state)) {
    case 'callMe':
      return toCallBack(state, 'asked', world);
    case 'goOn':
      return goBack(state, world);
    case 'complaint':
      return toComplaint(state, world);
    case 'notSure':
    case 'declined':
      return goBack(state, world);
    default:
      return heardBefore(heard, state, world);
  }
}

/** Who goes on answering what was asked before a person was offered is heard there: nobody is kept at the offer. */
function heardBefore(heard: Heard, state: State, world: World): Step | NotMine {
  const waiting = state.trail.at(-1);
  if (!waiting || heard.kind !== 'text') return notMine;
  return hearWaiting(heard, { ...state, waiting, trail: state.trail.slice(0, -1), misread: 0 }, world);
}

export const person: Dialog<Person> = { ask: (_waiting, _state, world) => offer(world), hear };
