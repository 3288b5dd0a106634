/**
 * The member takes a request back: which one, and asked once whether that is really wanted.
 * Who: the member; and who has shown the desk a right by law to act for them, as a parent has for a child (policy.md
 * 1.6, 3.1). A helper who may only hear of it cannot: somebody who was trusted once must not be able to end the help
 * of a person who has left them.
 */
import type { ProgrammeId } from '../policy/rule.ts';
import type { ReferralStatus } from '../referral/status.ts';
import { canTakeBack } from '../referral/take-back.ts';
import { ask, atRest, goTo, heardOne, line, one, option, planParams, say, step } from './asking.ts';
import { yesNo } from './file/questions.ts';
import type { Heard } from './heard.ts';
import { menuAfter } from './menu.ts';
import type { Ask, Option, Params, Say } from './say.ts';
import type { State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';

type TakeBack = Extract<Waiting, { dialog: 'takeBack' }>;

/** Offered beside the status: a button on the page, its words by text. */
export function takeBackOffer(status: ReferralStatus, { channel }: World): readonly Say[] {
  if (open(status).length === 0) return [];
  return channel === 'web'
    ? [{ kind: 'offers', options: [option('act:takeBack', 'status.takeBack.offer')] }]
    : [say('status.takeBack.byText')];
}

/** Of what can be taken back; else why not. */
export function toTakeBack(status: ReferralStatus, rested: State, world: World): Step {
  const [first, ...more] = open(status);
  if (first) {
    const programmes: TakeBack['programmes'] = [first, ...more];
    return askIt({ dialog: 'takeBack', number: status.number, programmes, whose: status.perspective }, rested);
  }
  const params = planParams(world);
  const mayNot = status.teller === 'helper' || !status.mayAct;
  return step(rested, [say(`status.takeBack.${mayNot ? 'call' : 'none'}`, params), ...menuAfter(rested, world)]);
}

/** To somebody who may not act for the person it looks as if there were nothing. */
function open({ teller, mayAct, requests }: ReferralStatus): readonly ProgrammeId[] {
  if (teller === 'helper' || !mayAct) return [];
  return requests.filter(canTakeBack).map(({ programme }) => programme);
}

function askIt(waiting: TakeBack, state: State): Step {
  return step(goTo(state, waiting), [question(waiting)]);
}

function question(waiting: TakeBack): Ask {
  const { programmes, chosen = programmes, whose } = waiting;
  return asksWhich(waiting)
    ? ask({ id: 'takeBack.which', line: line('status.takeBack.which'), input: one(whichOptions(programmes)) })
    : ask({
        id: `takeBack.${chosen.join('-')}`,
        line: line(`status.takeBack.ask.${whose}`, named(chosen)),
        input: one(yesNo),
      });
}

const asksWhich = ({ programmes, chosen }: TakeBack): boolean => !chosen && programmes.length > 1;

const whichOptions = (programmes: readonly ProgrammeId[]): readonly Option[] => [
  ...programmes.map((id) => option(id, `programmes.${id}.name`)),
  option('all', 'status.takeBack.all'),
];

const named = (programmes: readonly ProgrammeId[]): Params => ({
  programmes: { words: programmes.map((id) => `programmes.${id}.name` as const) },
});

function hear(waiting: TakeBack, heard: Heard, state: State, world: World): Step | NotMine {
  const { programmes } = waiting;
  if (asksWhich(waiting)) {
    const which = heardOne(whichOptions(programmes), heard, state);
    if (which === 'all') return askIt({ ...waiting, chosen: programmes }, state);
    const programme = programmes.find((id) => id === which);
    return programme ? askIt({ ...waiting, chosen: [programme] }, state) : notMine;
  }
  const said = heardOne(yesNo, heard, state);
  if (said !== 'yes' && said !== 'no') return notMine;
  const rested = atRest(state);
  if (said === 'no') return step(rested, [say('status.takeBack.kept'), ...menuAfter(rested, world)]);
  return takenBack(waiting, rested, world);
}

/** What the plan has closed since they were asked is left as it stands. */
function takenBack({ number, programmes, chosen = programmes, whose }: TakeBack, rested: State, world: World): Step {
  const now = world.standing ? open(world.standing) : [];
  const still = chosen.filter((id) => now.includes(id));
  if (still.length === 0) {
    return step(rested, [say('status.takeBack.none', planParams(world)), ...menuAfter(rested, world)]);
  }
  const what = { kind: 'decision', decision: 'withdrawn', decidedOn: world.today, noticeMailedOn: null } as const;
  const by = whose === 'self' ? 'member' : 'helper';
  return step(
    rested,
    [say('status.takeBack.done', named(still)), ...menuAfter(rested, world)],
    still.map((programme) => ({ do: 'request', number, programme, what, by }) as const),
  );
}

export const takeBack: Dialog<TakeBack> = {
  ask: (waiting) => [question(waiting)],
  hear,
  why: (_waiting, _state, world) => [say('status.takeBack.why', planParams(world))],
};
