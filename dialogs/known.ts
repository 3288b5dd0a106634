/** What we know so far: questions and answers, each to be changed. */
import { ask, goTo, heardOne, line, one, option, say, step } from './asking.ts';
import { goBack } from './back.ts';
import type { Heard } from './heard.ts';
import { replyRows } from './replies.ts';
import type { Option, Say } from './say.ts';
import { toQuestion } from './screen.ts';
import { activeCase, type State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import { questionById } from './questions.ts';
import type { World } from './world.ts';

type Known = Extract<Waiting, { dialog: 'known' }>;

/** Five answers a text; on the page all of them, each with its own "change". */
const pageSize = 3;

function shown(waiting: Known, state: State, world: World): readonly Say[] {
  const replies = activeCase(state)?.replies ?? [];
  const about = activeCase(state);
  if (!about || replies.length === 0) {
    return [say('common.nothingKnown'), ask({ id: 'known', line: line('common.goOnAsk'), input: one([goOn]) })];
  }
  const rows = replyRows(about, (question) => option(`change:${question}`, 'common.change'));
  return [
    { kind: 'rows', title: line('common.known'), rows },
    ask({ id: 'known', line: line('common.changeAsk'), input: one(optionsOf(waiting, state, world)) }),
  ];
}

const goOn: Option = option('goOn', 'common.goOn');

function optionsOf({ page }: Known, state: State, world: World): readonly Option[] {
  if (world.channel !== 'sms') return [goOn];
  const replies = activeCase(state)?.replies ?? [];
  const here = replies.slice(page * pageSize, (page + 1) * pageSize);
  const more = replies.length > (page + 1) * pageSize ? [option('more', 'common.more')] : [];
  const change = here.map(({ question }) =>
    option(`change:${question}`, `questions.${questionById(question).id}.short`),
  );
  return [...change, ...more, goOn];
}

export function toKnown(state: State, world: World): Step {
  const waiting: Known = { dialog: 'known', page: 0 };
  const moved = state.waiting.dialog === 'known' ? state : goTo(state, waiting);
  return step(moved, shown(waiting, moved, world));
}

function hear(waiting: Known, heard: Heard, state: State, world: World): Step | NotMine {
  const direct = heard.kind === 'chosen' ? heard.ids[0] : undefined;
  const chosen = direct?.startsWith('change:') ? direct : heardOne(optionsOf(waiting, state, world), heard, state);
  if (chosen === 'goOn') return goBack(state, world);
  if (chosen === 'more') {
    const next: Known = { dialog: 'known', page: waiting.page + 1 };
    const moved: State = { ...state, waiting: next };
    return step(moved, shown(next, moved, world));
  }
  const question = chosen?.startsWith('change:') ? chosen.slice('change:'.length) : undefined;
  const asked = activeCase(state)?.replies.some((reply) => reply.question === question);
  return question !== undefined && asked ? toQuestion(question, state, world) : notMine;
}

export const known: Dialog<Known> = { ask: shown, hear };
