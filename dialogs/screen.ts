/** Asks only what could still change a finding, then ends with what was found. It decides nothing itself. */
import { ask, goTo, heardMany, heardOne, line, option, say, step } from './asking.ts';
import { updateCase } from './cases.ts';
import { toContinuity } from './continuity.ts';
import { countyHeard, countyNext, countyOptions } from './county.ts';
import { tellFindings } from './findings.ts';
import type { Heard } from './heard.ts';
import { concernsIn } from './lexical.ts';
import { nextQuestion } from './next-question.ts';
import { perspectiveOf } from './perspective.ts';
import { askPrivacy } from './privacy.ts';
import { questionById, type Question } from './questions.ts';
import { shownOptions } from './questions/shown-options.ts';
import { readCount } from './read/count.ts';
import { withReply } from './replies.ts';
import type { Reply } from './reply.ts';
import type { Ask, Input, Option } from './say.ts';
import type { Case } from './case.ts';
import { activeCase, type State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';

type Screen = Extract<Waiting, { dialog: 'screen' }>;

/** Goes on where the screen stands: the next question that matters, or the findings. */
export function beginScreening(state: State, world: World): Step {
  // Who chose the page or a call, and comes back to texts, chooses anew: nothing sensitive is asked on our own accord.
  if (world.channel === 'sms' && state.privacy !== 'here') return askPrivacy(state, 'screen', world);
  const about = activeCase(state);
  if (!about) return step(state, []);
  const next = nextFor(about, world) ?? countyNext(about, world);
  return next ? toQuestion(next.question.id, state, world) : tellFindings(state, world);
}

const nextFor = (about: Case, world: World): ReturnType<typeof nextQuestion> =>
  nextQuestion({ catalog: world.catalog, replied: about.replies, everything: about.everything, today: world.today });

/** One question of the screen, also to change an earlier answer. */
export function toQuestion(id: string, state: State, world: World): Step {
  const waiting: Screen = { dialog: 'screen', question: id };
  const moved = goTo(state, waiting);
  return step(moved, [screenAsk(waiting, moved, world)]);
}

function screenAsk({ question: id }: Screen, state: State, world: World): Ask {
  const question = questionById(id);
  const about = activeCase(state);
  const who = perspectiveOf(about);
  const left = about ? nextFor(about, world)?.left : undefined;
  return ask({
    id: `screen.${id}`,
    line: line(state.misread === 0 ? `questions.${question.id}.${who}` : `questions.${question.id}.again.${who}`),
    input: inputOf(question, about, world),
    mayDecline: true,
    mayAskWhy: true,
    ...(left === undefined ? {} : { left }),
  });
}

function optionsOf(question: Question, about: Case | undefined, { today }: World): readonly Option[] {
  const who = perspectiveOf(about);
  return shownOptions(question, about?.replies ?? [], today).map(({ id, label }) => option(id, label[who]));
}

const noneOf = (question: Question): Option =>
  question.id === 'concerns' ? option('none', 'common.somethingElse') : option('none', 'common.noneOfThese');

export function inputOf(question: Question, about: Case | undefined, world: World): Input {
  switch (question.kind) {
    case 'one':
      return { kind: 'one', options: optionsOf(question, about, world) };
    case 'many':
      return { kind: 'many', options: optionsOf(question, about, world), none: noneOf(question) };
    case 'count':
      return { kind: 'number' };
    case 'county':
      return { kind: 'one', options: countyOptions(world.plan) };
  }
}

function hear({ question: id }: Screen, heard: Heard, state: State, world: World): Step | NotMine {
  const question = questionById(id);
  const reply = readReply(question, heard, activeCase(state), state, world);
  if (!reply) return notMine;
  const replied = { question: id, reply, on: world.today };
  const known = updateCase(state, (about) => ({ ...about, replies: withReply(about.replies, replied) }));
  const hadEcm = id === 'ecm' && reply.kind === 'chosen' && reply.ids.includes('hadWithFormerPlan');
  return hadEcm ? toContinuity(known, world) : beginScreening(known, world);
}

/** `about`: the person of whom it is asked. */
export function readReply(
  question: Question,
  heard: Heard,
  about: Case | undefined,
  state: State,
  world: World,
): Reply | undefined {
  if (heard.kind === 'act' && heard.act === 'notSure') return { kind: 'notSure' };
  if (heard.kind === 'act' && heard.act === 'decline') return { kind: 'declined' };
  const options = optionsOf(question, about, world);
  switch (question.kind) {
    case 'one':
      return chosenReply(heardOne(options, heard, state));
    case 'many':
      return chosenReply(heardMany(options, noneOf(question), heard, state) ?? concernsHeard(question, heard));
    case 'count': {
      const count = readCount(heard, state.language, question.fact === 'age' ? 'years' : 'times');
      return typeof count === 'object' ? { kind: 'count', count } : chosenReply(count);
    }
    case 'county':
      return chosenReply(countyHeard(world.plan, heard, state.language));
  }
}

/** "What is going on?" may be told in words of one's own. */
function concernsHeard({ id }: Question, heard: Heard): readonly string[] | undefined {
  const concerns = id === 'concerns' && heard.kind === 'text' ? concernsIn(heard.text) : [];
  return concerns.length > 0 ? concerns : undefined;
}

function chosenReply(heard: string | readonly string[] | undefined): Reply | undefined {
  if (heard === undefined) return undefined;
  if (heard === 'notSure') return { kind: 'notSure' };
  if (heard === 'declined') return { kind: 'declined' };
  return { kind: 'chosen', ids: typeof heard === 'string' ? [heard] : [...heard] };
}

export const screen: Dialog<Screen> = {
  ask: (waiting, state, world) => [screenAsk(waiting, state, world)],
  hear,
  why: ({ question }) => [say(`questions.${questionById(question).id}.why`)],
};
