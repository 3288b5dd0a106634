/** The menu: what can be done when nothing waits. It stands on the welcome and after everything that ends. */
import { languages } from '../locales/languages.ts';
import { ask, heardOne, line, one, option, planParams, say, step } from './asking.ts';
import { toLanguages } from './language.ts';
import { toLearn } from './learn.ts';
import { toStatus } from './status.ts';
import { askWhose, forWhom } from './whom.ts';
import type { Heard } from './heard.ts';
import type { Option, Say } from './say.ts';
import { activeCase, type State, type Waiting } from './state.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';

type Root = Extract<Waiting, { dialog: 'root' }>;

const menu: readonly Option[] = (['screen', 'file', 'learn', 'status', 'language'] as const).map((id) =>
  option(id, `welcome.menu.${id}`),
);
const somebodyElse = option('somebodyElse', 'welcome.menu.somebodyElse');

/** On the page everything is a button; by text five digits hold the menu, and 0 is a person. */
function menuOptions(state: State, world: World): readonly Option[] {
  if (world.channel === 'sms') return menu;
  const more = activeCase(state) ? [somebodyElse] : [];
  return [...menu.filter(({ id }) => id !== 'language'), ...more, option('act:person', 'welcome.menu.person')];
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

/** Who we are, said once: automated, free, no question about immigration, a person is always there. */
export function introduction(world: World): readonly Say[] {
  const params = planParams(world);
  if (world.channel === 'sms') return [say('welcome.sms', params), ...languageNames];
  return [say('welcome.hello', params), languageOffers, say('welcome.what', params), say('welcome.person', params)];
}

export function welcome(state: State, world: World): readonly Say[] {
  return [...introduction(world), menuAsk(state, world)];
}

function hear(_waiting: Root, heard: Heard, state: State, world: World): Step | NotMine {
  switch (heardOne([...menu, somebodyElse], heard, state)) {
    case 'screen':
      return forWhom(state, 'screen', world);
    case 'file':
      return forWhom(state, 'file', world);
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

export const root: Dialog<Root> = { ask: (_waiting, state, world) => [menuAsk(state, world)], hear };

/** The menu again, whatever waited. */
export function toMenu(state: State, world: World): Step {
  const rested: State = { ...state, waiting: { dialog: 'root' }, trail: [], misread: 0 };
  return step(rested, menuAfter(rested, world));
}
