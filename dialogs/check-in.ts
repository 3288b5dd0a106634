/**
 * A clock has run out with no word. Did anybody call? And if nobody did: a call, a word to the plan, or a complaint.
 * Asked in the same words whether the plan is undecided or has decided what is not ours to tell.
 */
import { unheard } from '../referral/clocks.ts';
import type { MemberSaid } from '../referral/case-event.ts';
import type { NewsDue, NewsTopic } from '../referral/news-topic.ts';
import type { Key } from '../locales/index.ts';
import { ask, goTo, heardOne, line, one, option, planParams, say, step } from './asking.ts';
import { toCallBack } from './call-back.ts';
import { toComplaint } from './complaint.ts';
import type { Effect } from './effect.ts';
import type { Heard } from './heard.ts';
import { askWaiting } from './registry.ts';
import type { Ask, Option, Say } from './say.ts';
import type { State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { News, World } from './world.ts';

/** News that asks. */
export type CheckInNews = News & { readonly topic: Extract<NewsTopic, { readonly kind: 'checkIn' }> };
export const isCheckIn = (news: News): news is CheckInNews => news.topic.kind === 'checkIn';

type CheckIn = Extract<Waiting, { dialog: 'checkIn' }>;
/** What is asked about: the clock of one request, or of all that ran out together. */
type About = Pick<CheckIn, 'number' | 'programme' | 'clock'>;

const answers = ['yes', 'no'] as const;
const calledOptions: readonly Option[] = answers.map((id) => option(id, `checkIn.called.options.${id}`));

/** A decision that comes late counts as a denial (GG.1510 II.U). 72 hours are the plan's to grant, so no right follows. */
function nextOptions({ clock }: About, world: World): readonly Option[] {
  return [
    option('callMe', 'checkIn.next.options.callMe'),
    option('remind', 'checkIn.next.options.remind', planParams(world)),
    option('complaint', 'complaint.offer.grievance'),
    ...(clock === 'decision' ? [option('appeal', 'complaint.offer.appeal')] : []),
    option('nothing', 'checkIn.next.options.nothing'),
  ];
}

function question({ step: asked, about, number, clock, programme }: CheckIn, world: World): Ask {
  const common = { id: `checkIn.${asked} ${nameOf({ number, clock, programme })}`, mayAskWhy: true };
  return asked === 'called'
    ? ask({ ...common, line: line(`checkIn.called.ask.${about}`), input: one(calledOptions), mayDecline: true })
    : ask({
        ...common,
        line: line('checkIn.next.ask'),
        ...(clock === 'decision' ? { hint: line(`checkIn.next.appeal.${about}`, planParams(world)) } : {}),
        input: one(nextOptions({ number, clock, programme }, world)),
      });
}

const nameOf = ({ number, clock, programme }: About): string => [number, clock, programme ?? 'all'].join(' ');

/** Asked at rest: from now on it waits for the answer. */
export function askCheckIn(found: Step, news: CheckInNews, world: World): Step {
  const { number, programme, topic, status } = news;
  const waiting: CheckIn = {
    dialog: 'checkIn',
    step: 'called',
    number,
    programme,
    clock: topic.clock,
    about: status.perspective,
  };
  // The menu gives way to the question; of two, a number could mean either.
  const before = found.says.filter(({ kind }) => kind !== 'ask');
  const state = goTo(found.state, waiting);
  return { ...found, state, says: [...before, ...whatRanOut(news, world), question(waiting, world)] };
}

/** Told while something else waits: it can be answered where it stands, and takes the place of nothing. */
export function checkInSays(news: CheckInNews, world: World): readonly Say[] {
  const about: About = { number: news.number, programme: news.programme, clock: news.topic.clock };
  return [
    ...whatRanOut(news, world),
    say(`checkIn.called.ask.${news.status.perspective}`),
    {
      kind: 'offers',
      options: answers.map((id) => option(`checkIn:${id}:${nameOf(about)}`, `checkIn.called.options.${id}`)),
    },
  ];
}

/** What was to happen by when. Of a decision it says only until when there was time, which is true of every decision. */
function whatRanOut({ programme, topic, status }: CheckInNews, world: World): readonly Say[] {
  const late = unheard(topic.clock, programme, status, world.today);
  const [first] = late;
  if (!first) return [];
  const programmes: readonly Key[] = late.map((each): Key => `programmes.${each.programme}.name`);
  const params = { ...planParams(world), programmes: { words: programmes }, date: { date: first.due } };
  return [
    say(`checkIn.${topic.clock}.${status.perspective}`, params),
    ...(topic.clock === 'urgent' ? [say('checkIn.urgent.call', params)] : []),
  ];
}

/** What was pressed beside a question that went on waiting. Undefined: nothing of ours. */
export function heardCheckIn(choice: string, state: State, world: World): Step | undefined {
  const [what, answer, name] = choice.split(':');
  if (what !== 'checkIn') return undefined;
  const due = state.news.find((each) => name === nameOfDue(each));
  // Answered before, or asked anew since, or never ours: an old page changes nothing.
  if (!due || due.topic.kind !== 'checkIn' || (answer !== 'yes' && answer !== 'no'))
    return step(state, askWaiting(state, world));
  const about = state.cases.find(({ filed }) => filed.includes(due.number))?.whose ?? 'self';
  const { number, programme } = due;
  const waiting: CheckIn = { dialog: 'checkIn', step: 'called', number, programme, clock: due.topic.clock, about };
  const rest = { ...state, news: state.news.filter((each) => each !== due) };
  return answer === 'yes' ? called(waiting, rest, world) : notCalled(waiting, rest, world);
}

const nameOfDue = ({ number, programme, topic }: NewsDue): string | null =>
  topic.kind === 'checkIn' ? nameOf({ number, programme, clock: topic.clock }) : null;

function hear(waiting: CheckIn, heard: Heard, state: State, world: World): Step | NotMine {
  if (waiting.step === 'next') return heardNext(waiting, heard, state, world);
  switch (heardOne(calledOptions, heard, state)) {
    case 'yes':
      return called(waiting, left(state), world);
    case 'no':
      return notCalled(waiting, state, world);
    case 'notSure':
    case 'declined':
      return whatNext(waiting, state, world);
    default:
      return notMine;
  }
}

function called(waiting: CheckIn, state: State, world: World): Step {
  const thanks = say('checkIn.called.thanks', planParams(world));
  return step(state, [thanks, ...askWaiting(state, world)], [recorded(waiting, 'called')]);
}

function notCalled(waiting: CheckIn, state: State, world: World): Step {
  return whatNext(waiting, state, world, [say('checkIn.next.sorry')], [recorded(waiting, 'notCalled')]);
}

function whatNext(
  waiting: CheckIn,
  state: State,
  world: World,
  before: readonly Say[] = [],
  does: readonly Effect[] = [],
): Step {
  const next: CheckIn = { ...waiting, step: 'next' };
  return step(goTo(state, next), [...before, question(next, world)], does);
}

function heardNext(waiting: CheckIn, heard: Heard, state: State, world: World): Step | NotMine {
  const chosen = heardOne(nextOptions(waiting, world), heard, state);
  switch (chosen) {
    case 'callMe':
      return toCallBack(aboutThem(waiting, state), 'asked', world);
    case 'complaint':
    case 'appeal': {
      const { number, about: whose } = waiting;
      const subject = chosen === 'appeal' ? 'noDecision' : 'nobodyCalled';
      return toComplaint(aboutThem(waiting, state), world, subject, { number, whose });
    }
    case 'remind': {
      const rest = left(state);
      const says = [say('checkIn.next.reminded', planParams(world)), ...askWaiting(rest, world)];
      return step(rest, says, [recorded(waiting, 'remind')]);
    }
    case 'nothing': {
      const rest = left(state);
      return step(rest, askWaiting(rest, world));
    }
    default:
      return notMine;
  }
}

const recorded = ({ number, programme, clock }: About, said: MemberSaid['said']): Effect => ({
  do: 'memberSaid',
  number,
  what: { kind: 'memberSaid', programme, clock, said },
});

/** What follows is about the person of this request, whoever was talked of last. */
function aboutThem({ number }: CheckIn, state: State): State {
  const theirs = state.cases.find(({ filed }) => filed.includes(number));
  return theirs ? { ...state, active: theirs.id } : state;
}

/** What waited before we asked waits again. */
function left(state: State): State {
  const trail = state.trail.filter(({ dialog }) => dialog !== 'checkIn');
  return { ...state, waiting: trail.at(-1) ?? { dialog: 'root' }, trail: trail.slice(0, -1), misread: 0 };
}

export const checkIn: Dialog<CheckIn> = {
  ask: (waiting, _state, world) => [question(waiting, world)],
  hear,
  why: ({ about }, _state, world) => [say(`checkIn.why.${about}`, planParams(world))],
};
