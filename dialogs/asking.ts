/** How dialogs build what they ask, and move from one question to the next. */
import { text, type Key } from '../locales/index.ts';
import type { Effect } from './effect.ts';
import type { Heard } from './heard.ts';
import { readChoice } from './read/choice.ts';
import { readChoices } from './read/choices.ts';
import { labelled as saidAlone, named } from './read/labels.ts';
import type { Labelled } from './read/ways.ts';
import { questionIfKnown } from './questions.ts';
import type { Ask, Input, Line, Option, Params, Say } from './say.ts';
import type { State } from './state.ts';
import type { Waiting } from './waiting.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';

export const line = (key: Key, params?: Params): Line => (params ? { key, params } : { key });
export const say = (key: Key, params?: Params): Say => ({ kind: 'line', line: line(key, params) });
export const option = (id: string, key: Key, params?: Params): Option => ({ id, label: line(key, params) });

/** Who the plan is and how to call it, for any sentence that names them. */
export function planParams({ plan }: Pick<World, 'plan'>): Params {
  return {
    plan: plan.shortName,
    phone: { phone: plan.memberServices.number },
    tty: { digits: plan.tty },
  };
}

type Asked = Pick<Ask, 'id' | 'line' | 'input'> & Partial<Ask>;

/** A question with the usual ways out: back, why, and, where it is about a person, "I don't know" and "rather not say". */
export function ask(asked: Asked): Ask {
  return { kind: 'ask', mayDecline: false, mayAskWhy: false, mayGoBack: true, ...asked };
}

export const one = (options: readonly Option[]): Input => ({ kind: 'one', options });

/** What waits next; where we were is where "back" leads. */
export function goTo(state: State, waiting: Waiting): State {
  const trail = state.waiting.dialog === 'root' ? [] : [...state.trail, state.waiting].slice(-30);
  return { ...state, waiting, trail, misread: 0 };
}

/** Nothing waits any more: the menu is next. */
export function atRest(state: State): State {
  return { ...state, waiting: { dialog: 'root' }, trail: [], misread: 0 };
}

export const step = (state: State, says: readonly Say[], does: readonly Effect[] = []): Step => ({ state, says, does });

/** An option's words in the member's language and in English: what a member may type instead of choosing it. */
function labelled(options: readonly Option[], state: State): Labelled[] {
  return options.map(({ id, label }) => ({
    id,
    labels: [text(state.language, label.key), text('en', label.key)].filter((words) => words !== undefined),
    ...ofQuestion(label.key, id),
  }));
}

/** The screening question whose option it is, and how many the option says: "2 or more visits". */
function ofQuestion(key: string, id: string): Pick<Labelled, 'question' | 'count'> {
  const [subject, asked = ''] = key.split('.');
  const question = subject === 'questions' ? questionIfKnown(asked) : undefined;
  const gives = question?.options.find((each) => each.id === id)?.gives ?? [];
  const count = gives.map(({ value }) => value).find((value) => typeof value === 'object');
  return question ? { question: question.id, ...(count ? { count } : {}) } : {};
}

/** Which of the options was chosen, by button, digit or words; or that it was left open (`notSure`, `declined`). */
export function heardOne(options: readonly Option[], heard: Heard, state: State): string | undefined {
  return readChoice(labelled(options, state), heard, state.language);
}

/** Whether this option is named among whatever else is said; a number names none. */
export function heardNamed(each: Option, heard: Heard, state: State): boolean {
  if (heard.kind !== 'text') return false;
  const all = labelled([each], state);
  const found = named(all, heard.text, state.language);
  return saidAlone(all, heard.text) === each.id || (found !== 'refused' && found.includes(each.id));
}

/** Which of several options were chosen; an empty list is "none of these". */
export function heardMany(
  options: readonly Option[],
  none: Option,
  heard: Heard,
  state: State,
): readonly string[] | 'notSure' | 'declined' | undefined {
  const [noneLabelled] = labelled([none], state);
  return noneLabelled && readChoices(labelled(options, state), noneLabelled, heard, state.language);
}
