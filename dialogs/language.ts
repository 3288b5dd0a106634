/** The language of the talk: chosen by its own name, by number, or by writing in it; changed at any step. */
import { languages } from '../locales/languages.ts';
import { ask, goTo, heardOne, line, one, option, say, step } from './asking.ts';
import type { Heard } from './heard.ts';
import { whoWeAre } from './menu.ts';
import { readLanguage } from './read/language.ts';
import { askWaiting } from './registry.ts';
import type { Option } from './say.ts';
import { LanguageTag, type State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import { toCallBack } from './call-back.ts';
import type { World } from './world.ts';

type LanguageWaiting = Extract<Waiting, { dialog: 'language' }>;

const options: readonly Option[] = [
  ...languages.map(({ tag, endonym }) => option(tag, 'language.named', { name: endonym })),
  option('other', 'language.other'),
];
const question = ask({ id: 'language', line: line('language.ask'), input: one(options) });

export function toLanguages(state: State): Step {
  return step(goTo(state, { dialog: 'language' }), [question]);
}

function hear(_waiting: LanguageWaiting, heard: Heard, state: State, world: World): Step | NotMine {
  const chosen = heardOne(options, heard, state) ?? (heard.kind === 'text' ? readLanguage(heard.text) : undefined);
  const tag = LanguageTag.safeParse(chosen);
  if (tag.success) return switched(backFrom(state), tag.data, world);
  // Any other language, named or not: nothing is made up, a person with an interpreter calls.
  if (chosen === 'other' || heard.kind === 'text') return otherLanguage(state, heard, world);
  return notMine;
}

/**
 * Another language from now on: every answer stays as it was, and what waits is asked again in it. Before anything has
 * begun, who we are is said again too: it was said in a language that may not have been understood.
 */
export function switched(state: State, tag: State['language'], world: World): Step {
  const changed: State = { ...state, language: tag, languageChosen: true };
  const isNew = tag !== state.language || !state.languageChosen;
  const again = isNew && isAtWelcome(state) ? whoWeAre(world) : [];
  return step(changed, [say('language.changed'), ...again, ...askWaiting(changed, world)]);
}

const isAtWelcome = ({ greeted, cases, waiting }: State): boolean =>
  greeted && cases.length === 0 && waiting.dialog === 'root';

function backFrom(state: State): State {
  return { ...state, waiting: state.trail.at(-1) ?? { dialog: 'root' }, trail: state.trail.slice(0, -1), misread: 0 };
}

/** A language that has no words here: a free interpreter calls back. */
export function otherLanguage(state: State, heard: Heard, world: World): Step {
  const named = heard.kind === 'text' && heard.text.length > 1 ? heard.text.slice(0, 60) : undefined;
  return toCallBack(state, 'languageNotOffered', world, named);
}

export const language: Dialog<LanguageWaiting> = { ask: () => [question], hear };
