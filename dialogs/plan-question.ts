/** The plan asks something in order to go on: one question at a time, and each answer goes to the plan with its turn. */
import { openAsks, type InfoAnswer, type InfoAsk } from '../referral/info-ask.ts';
import type { ReferralStatus, RequestStatus } from '../referral/status.ts';
import { told } from '../referral/told.ts';
import { atRest, goTo, line, option, planParams, say, step } from './asking.ts';
import type { Heard } from './heard.ts';
import { menuAfter } from './menu.ts';
import { heardAnswer } from './plan-question/hear.ts';
import { canBeAsked, needsPrivacy, planQuestionAsk, type PlanQuestionWaiting } from './plan-question/questions.ts';
import { answerRow } from './plan-question/row.ts';
import { planQuestionWhy } from './plan-question/why.ts';
import { hearPrivacy, privacyQuestion } from './privacy.ts';
import type { Say } from './say.ts';
import type { State } from './state.ts';
import { toStatus } from './status.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';

/** Asks what the plan still wants to know of this referral; null where it asks nothing that can be answered here. */
export function askPlans(
  status: ReferralStatus,
  state: State,
  world: World,
  before: readonly Say[],
  intro = true,
): Step | null {
  const [first] = status.requests.flatMap((request) => waitingFor(request, status));
  if (!first) return null;
  const params = { ...planParams(world), programme: { word: `programmes.${first.programme}.name` as const } };
  const next = goTo({ ...state, asked: null }, first);
  return step(next, [
    ...before,
    ...(intro ? [say(`status.answer.intro.${first.whose}`, params)] : []),
    ...asked(first, next, world),
  ]);
}

function waitingFor(request: RequestStatus, status: ReferralStatus): PlanQuestionWaiting[] {
  const { number, perspective, teller } = status;
  if (teller === 'helper' || told(request).kind !== 'pendingInfo' || !request.info) return [];
  const asks = openAsks(request.info).filter((each) => canBeAsked(each, status));
  const { programme } = request;
  return asks.length > 0 ? [{ dialog: 'planQuestion', number, programme, asks, whose: perspective }] : [];
}

/** Whether the plan asks something of it that can be answered here. */
export function canAnswer(status: ReferralStatus): boolean {
  return status.requests.some((request) => waitingFor(request, status).length > 0);
}

/** Told while something else is being asked: that it can be answered here, too, and how. */
export function answerInvite(status: ReferralStatus, { channel }: World): readonly Say[] {
  if (!canAnswer(status)) return [];
  return channel === 'web'
    ? [{ kind: 'offers', options: [option('act:answer', 'status.answer.offer')] }]
    : [say('status.answer.byText')];
}

/** Whoever wants to answer shows first, as for the status, that the request is theirs. */
export function toAnswer(state: State, world: World): Step {
  if (state.waiting.dialog === 'planQuestion') return step(state, asked(state.waiting, state, world));
  return toStatus(state, state.asked === null ? {} : { number: state.asked });
}

function asked(waiting: PlanQuestionWaiting, state: State, world: World): readonly Say[] {
  return needsPrivacy(waiting, state, world) ? [privacyQuestion(world)] : [planQuestionAsk(waiting, state, world)];
}

function hear(waiting: PlanQuestionWaiting, heard: Heard, state: State, world: World): Step | NotMine {
  if (needsPrivacy(waiting, state, world)) {
    return hearPrivacy(heard, state, world, (here) => step({ ...here, misread: 0 }, asked(waiting, here, world)));
  }
  const [ask] = waiting.asks;
  const said = ask && heardAnswer(waiting, ask, heard, state, world);
  if (!said) return notMine;
  const request = world.standing?.requests.find(({ programme }) => programme === waiting.programme);
  return world.standing && request?.info?.asks.includes(ask) && canBeAsked(ask, world.standing)
    ? answered(waiting, { ask, said }, request, state, world)
    : notNeeded(state, world);
}

/** The plan has gone on meanwhile, with or without it. */
function notNeeded(state: State, world: World): Step {
  const rested = atRest(state);
  const now = world.standing ? [] : [say('status.questions.self', planParams(world))];
  return step(rested, [say('status.answer.notNeeded', planParams(world)), ...now, ...menuAfter(rested, world)]);
}

function answered(
  waiting: PlanQuestionWaiting,
  answer: InfoAnswer,
  request: RequestStatus,
  state: State,
  world: World,
): Step {
  const { number, programme, whose } = waiting;
  const what = { kind: 'answered', on: world.today, answer } as const;
  const by = whose === 'self' ? 'member' : 'helper';
  const does = [{ do: 'request', number, programme, what, by }] as const;
  const [, ...rest] = waiting.asks;
  if (isSome(rest)) {
    const more: PlanQuestionWaiting = { ...waiting, asks: rest, said: [...(waiting.said ?? []), answer] };
    const next = goTo(state, more);
    return step(next, asked(more, next, world), does);
  }
  const rested = atRest(state);
  const says = sentSays(waiting, answer, request, world);
  const others = world.standing?.requests.filter((each) => each.programme !== programme) ?? [];
  const more = world.standing && askPlans({ ...world.standing, requests: others }, rested, world, says);
  return more ? { ...more, does } : step(rested, [...says, ...menuAfter(rested, world)], does);
}

const isSome = (asks: readonly InfoAsk[]): asks is [InfoAsk, ...InfoAsk[]] => asks.length > 0;

/**
 * What went to the plan from here, in the order in which it was asked. What was answered elsewhere is shown to nobody:
 * whoever knows number and birth date may answer the last question, and must not read a new address by that.
 */
function sentSays(
  { whose, said = [] }: PlanQuestionWaiting,
  last: InfoAnswer,
  { info }: RequestStatus,
  world: World,
): readonly Say[] {
  const answers = [...said.filter(({ ask }) => ask !== last.ask), last];
  const inOrder = (info?.asks ?? []).flatMap((ask) => answers.find((answer) => answer.ask === ask) ?? []);
  const rows = inOrder.flatMap((answer) => answerRow(answer, whose, world));
  const title = line('status.answer.sent', planParams(world));
  return [{ kind: 'rows', title, rows }, say(`status.answer.next`, planParams(world))];
}

export const planQuestion: Dialog<PlanQuestionWaiting> = {
  ask: asked,
  hear,
  why: (waiting, _state, world) => [{ kind: 'line', line: planQuestionWhy(waiting, world) }],
};
