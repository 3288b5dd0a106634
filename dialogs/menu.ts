/** The menu: what can be done when nothing waits. It stands on the welcome and after everything that ends. */
import { languages } from '../locales/languages.ts';
import { ask, heardOne, line, one, option, planParams, say, step } from './asking.ts';
import { toLanguages } from './language.ts';
import { toLearn } from './learn.ts';
import { toPerson } from './person.ts';
import { toStatus } from './status.ts';
import { askWhose, forWhom } from './whom.ts';
import type { Heard } from './heard.ts';
import type { Option, Say } from './say.ts';
import { activeCase, type State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';

type Root = Extract<Waiting, { dialog: 'root' }>;

const menu: readonly Option[] = (['screen', 'file', 'learn', 'status', 'language'] as const).map((id) =>
  option(id, `welcome.menu.${id}`),
);
const somebodyElse = option('somebodyElse', 'welcome.menu.somebodyElse');

/**
 * On the page everything is a button; by text five digits hold the menu, and 0 is a person. Who has asked for one person
 * may ask for the next: by text, in the place of the language, which can be written at any time.
 */
function menuOptions(state: State, world: World): readonly Option[] {
  const more = activeCase(state) ? [somebodyElse] : [];
  const withoutLanguage = menu.filter(({ id }) => id !== 'language');
  if (world.channel === 'sms') return more.length > 0 ? [...withoutLanguage, ...more] : menu;
  return [...withoutLanguage, ...more, option('act:person', 'welcome.menu.person')];
}

function menuAsk(state: State, world: World): Say {
  return ask({
    id: 'menu',
    line: line('welcome.menu.ask'),
    input: one(menuOptions(state, world)),
    mayGoBack: false,
  });
}

export const menuAfter = (state: State, world: World): readonly Say[] => [menuAsk(state, world)];

/** Every language by its own name, which whoever reads it knows: a name that is written back is a choice. */
const languageNames: readonly Say[] = [
  say('common.value', { value: languages.map(({ endonym }) => endonym).join(' / ') }),
];
const languageOffers: Say = {
  kind: 'offers',
  options: [
    ...languages.map(({ tag, endonym }) => option(`language:${tag}`, 'language.named', { name: endonym })),
    option('language:other', 'language.other'),
  ],
};

/** Who we are: automated, free, no question about immigration, a person is always there. */
export function whoWeAre(world: World): readonly Say[] {
  const params = planParams(world);
  return world.channel === 'sms'
    ? [say('welcome.sms', params)]
    : (['hello', 'what', 'person'] as const).map((id) => say(`welcome.${id}`, params));
}

/** `whoWeAre`, said once, with the languages in which it can be read. */
export function introduction(world: World): readonly Say[] {
  const [hello, ...rest] = whoWeAre(world);
  const beside = world.channel === 'sms' ? languageNames : [languageOffers];
  return [...(hello ? [hello] : []), ...beside, ...rest];
}

export function welcome(state: State, world: World): readonly Say[] {
  return [...introduction(world), menuAsk(state, world)];
}

function hear(_waiting: Root, heard: Heard, state: State, world: World): Step | NotMine {
  // A number is that of the list that was shown; by its words anything can be chosen.
  switch (
    heardOne(menuOptions(state, world), heard, state) ??
    heardOne([...menu, somebodyElse], wordsOf(heard), state)
  ) {
    case 'act:person':
      return toPerson(state, world);
    case 'screen':
      return isDoneForClient(state) ? askWhose(state, 'screen') : forWhom(state, 'screen', world);
    case 'file':
      return isDoneForClient(state) ? askWhose(state, 'file') : forWhom(state, 'file', world);
    case 'learn':
      return toLearn(state, world);
    case 'status':
      return toStatus(state);
    case 'language':
      return toLanguages(state);
    case 'somebodyElse':
      return askWhose(state, 'screen');
    default:
      return notMine;
  }
}

/** Who asks through their work, and has filed for one client, goes on with the next: answers are never mixed. */
function isDoneForClient(state: State): boolean {
  const about = activeCase(state);
  return about?.helper.relation === 'organization' && about.filed.length > 0;
}

const wordsOf = (heard: Heard): Heard =>
  heard.kind === 'text' && /\p{N}/u.test(heard.text) ? { kind: 'unreadable' } : heard;

export const root: Dialog<Root> = { ask: (_waiting, state, world) => [menuAsk(state, world)], hear };

/** The menu again, whatever waited. */
export function toMenu(state: State, world: World): Step {
  const rested: State = { ...state, waiting: { dialog: 'root' }, trail: [], misread: 0 };
  return step(rested, menuAfter(rested, world));
}
