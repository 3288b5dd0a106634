/** What we can explain: a list of topics; each short by text, fuller on the page, with where it is written. */
import { TopicId, topics } from '../policy/topics.ts';
import { ask, goTo, heardOne, line, one, option, planParams, say, step } from './asking.ts';
import type { Heard } from './heard.ts';
import { toMenu } from './menu.ts';
import { askWaiting } from './registry.ts';
import type { Ask, Option, Say } from './say.ts';
import type { State, Waiting } from './state.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';
import { topicParagraphs } from './topic-paragraphs.ts';

type Learn = Extract<Waiting, { dialog: 'learn' }>;

/** Four topics and "more" fill a text message's five digits; the page shows all. */
const pageSize = 4;

function optionsOf({ page }: Learn, world: World): readonly Option[] {
  const all = TopicId.options.map((id) => option(id, `topics.${id}.title`));
  if (world.channel !== 'sms') return [...all, option('menu', 'common.menu')];
  const here = all.slice(page * pageSize, (page + 1) * pageSize);
  const last = (page + 1) * pageSize >= all.length;
  return [...here, last ? option('menu', 'common.menu') : option('more', 'common.more')];
}

function question(waiting: Learn, world: World): Ask {
  return ask({ id: 'learn', line: line('welcome.learn'), input: one(optionsOf(waiting, world)) });
}

export function toLearn(state: State, world: World): Step {
  const waiting: Learn = { dialog: 'learn', page: 0 };
  return step(goTo(state, waiting), [question(waiting, world)]);
}

/** One topic, told in passing: what waited goes on waiting. */
export function tellTopic(topic: TopicId, state: State, world: World): Step {
  return step(state, [...told(topic, world), ...askWaiting(state, world)]);
}

function told(topic: TopicId, world: World): readonly Say[] {
  const params = planParams(world);
  const words =
    world.channel === 'sms'
      ? [say(`topics.${topic}.short`, params)]
      : topicParagraphs(topic).map((key) => say(key, params));
  return [say(`topics.${topic}.title`), ...words, { kind: 'source', cites: topics[topic].cites }];
}

function hear(waiting: Learn, heard: Heard, state: State, world: World): Step | NotMine {
  const chosen = heardOne(optionsOf(waiting, world), heard, state);
  if (chosen === 'menu') return toMenu(state, world);
  if (chosen === 'more') {
    const next: Learn = { dialog: 'learn', page: waiting.page + 1 };
    return step({ ...state, waiting: next, misread: 0 }, [question(next, world)]);
  }
  const topic = TopicId.safeParse(chosen);
  return topic.success ? tellTopic(topic.data, state, world) : notMine;
}

export const learn: Dialog<Learn> = { ask: (waiting, _state, world) => [question(waiting, world)], hear };
