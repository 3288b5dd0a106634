/** What became of a request: by number and birth date together. A wrong number and a wrong date look the same. */
import { ask, atRest, goTo, line, planParams, say, step } from './asking.ts';
import type { Heard } from './heard.ts';
import { menuAfter } from './menu.ts';
import { readDate } from './read/date.ts';
import { plain } from './read/plain.ts';
import type { Ask, Say } from './say.ts';
import { activeCase, type State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { askPlans } from './plan-question.ts';
import { statusSays } from './status-says.ts';
import { takeBackOffer, toTakeBack } from './take-back.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';
import { askTellHelper } from './tell-helper.ts';

type Status = Extract<Waiting, { dialog: 'status' }>;

function question({ step: asked }: Status): Ask {
  return ask({
    id: `status.${asked}`,
    line: line(`status.${asked}.ask`),
    input: asked === 'number' ? { kind: 'text' } : { kind: 'date' },
  });
}

/** `number`: where it is known of which. `then`: what is wanted of it. */
export function toStatus(state: State, wanted: Pick<Status, 'number' | 'then'> = {}): Step {
  // Who has just filed here is not asked for the number again; the birth date still shows that it is them.
  const number = wanted.number ?? activeCase(state)?.filed.at(-1);
  const { then } = wanted;
  const waiting: Status = {
    dialog: 'status',
    ...(number === undefined ? { step: 'number' } : { step: 'birthDate', number }),
    ...(then === undefined ? {} : { then }),
  };
  return step(goTo(state, waiting), [question(waiting)]);
}

function hear(waiting: Status, heard: Heard, state: State, world: World): Step | NotMine {
  if (heard.kind === 'status') return told(heard, waiting, state, world);
  if (waiting.step === 'number') {
    const number = heard.kind === 'text' ? plain(heard.text).replace(/\D/g, '') : '';
    if (number.length !== 14) return notMine;
    const next: Status = { ...waiting, step: 'birthDate', number };
    return step(goTo(state, next), [question(next)]);
  }
  const birthDate = readDate(heard, state.language, world.today);
  if (birthDate === undefined || birthDate === 'ambiguous') return notMine;
  return step(state, [], [{ do: 'readStatus', number: waiting.number ?? '', birthDate }]);
}

function told(heard: Extract<Heard, { kind: 'status' }>, waiting: Status, state: State, world: World): Step {
  const rested = atRest(state);
  if (typeof heard.status === 'string') {
    return step(rested, [say(`status.${heard.status}`, planParams(world)), ...menuAfter(rested, world)]);
  }
  if (waiting.then === 'takeBack') return toTakeBack(heard.status, rested, world);
  const says: readonly Say[] = statusSays(heard.status, world);
  if (heard.status.mayReleaseToHelper) return askTellHelper(rested, waiting.number ?? '', says);
  return (
    askPlans(heard.status, rested, world, says) ??
    step(rested, [...says, ...takeBackOffer(heard.status, world), ...menuAfter(rested, world)])
  );
}

export const status: Dialog<Status> = {
  ask: (waiting) => [question(waiting)],
  hear,
  why: () => [say('status.why')],
};
