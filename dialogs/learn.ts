/** What we can explain: groups, then the topics of one; each short by text, fuller on the page, with where it is written. */
import { TopicGroup, topicGroups, TopicId, topics } from '../policy/topics.ts';
import type { ComplaintKind } from '../referral/complaint.ts';
import { ask, goTo, heardOne, line, one, option, say, step } from './asking.ts';
import { complaintOffer } from './complaint/offer.ts';
import { countyIn } from './county.ts';
import type { Heard } from './heard.ts';
import { toMenu } from './menu.ts';
import { offerOf } from './offer-lines.ts';
import { askWaiting } from './registry.ts';
import type { Ask, Option, Say } from './say.ts';
import { activeCase, type State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';
import { topicParagraphs, topicParams } from './topic-paragraphs.ts';

type Learn = Extract<Waiting, { dialog: 'learn' }>;

/** Four choices and "more" fill a text message's five digits; the page shows all. */
const pageSize = 4;

const groups: readonly Option[] = TopicGroup.options.map((id) => option(`group:${id}`, `topics.groups.${id}`));

function choicesOf({ group }: Learn): readonly Option[] {
  return group ? topicGroups[group].map((id) => option(id, `topics.${id}.title`)) : groups;
}

function optionsOf(waiting: Learn, world: World): readonly Option[] {
  const all = choicesOf(waiting);
  if (world.channel !== 'sms') return [...all, option('menu', 'common.menu')];
  const last = Math.ceil(all.length / pageSize) - 1;
  // A page that is no longer there, since the list has changed, is the last one.
  const page = Math.min(waiting.page, last);
  const here = all.slice(page * pageSize, (page + 1) * pageSize);
  return [...here, page === last ? option('menu', 'common.menu') : option('more', 'common.more')];
}

/** In a group its name stands above the choices: a list that is reached by "more" says what it is of. */
function question(waiting: Learn, world: World): Ask {
  const input = one(optionsOf(waiting, world));
  if (!waiting.group) return ask({ id: 'learn', line: line('welcome.learn'), input });
  return ask({ id: 'learn', line: line(`topics.groups.${waiting.group}`), hint: line('welcome.learn'), input });
}

export function toLearn(state: State, world: World): Step {
  return shown({ dialog: 'learn', page: 0 }, state, world);
}

/** "Back" from the topics of a group leads to the groups. */
function shown(waiting: Learn, state: State, world: World): Step {
  return step(goTo(state, waiting), [question(waiting, world)]);
}

/** One topic, told in passing: what waited goes on waiting. */
export function tellTopic(topic: TopicId, state: State, world: World): Step {
  return step(state, [...told(topic, state, world), ...askWaiting(state, world)]);
}

function told(topic: TopicId, state: State, world: World): readonly Say[] {
  const params = topicParams(world);
  const words =
    world.channel === 'sms'
      ? [say(`topics.${topic}.short`, params)]
      : topicParagraphs(topic).map((key) => say(key, params));
  return [
    say(`topics.${topic}.title`),
    ...words,
    ...ended(topic, world),
    ...onTheList(topic, state, world),
    ...otherNames(topic, world),
    { kind: 'source', cites: topics[topic].cites },
    ...complaintOffer(complaintOf[topic] ?? [], world),
  ];
}

const complaintOf: Partial<Record<TopicId, readonly ComplaintKind[]>> = {
  grievance: ['grievance'],
  unfairTreatment: ['grievance'],
  appeal: ['appeal'],
  appealHelp: ['appeal'],
  keepServices: ['appeal'],
};

/** A support whose last known day is past is told with that day: what the words say may have changed. */
function ended(topic: TopicId, world: World): readonly Say[] {
  const date = supportOf(topic, world)?.lapsedOn;
  return date ? [say('programmes.lapsed.self', { date: { date } })] : [];
}

/** What the plan's own list says of it, in the county that was told. */
function onTheList(topic: TopicId, state: State, world: World): readonly Say[] {
  const { programme } = topics[topic];
  if (programme === undefined) return [];
  const county = countyIn(activeCase(state)?.replies ?? []);
  return offerOf(programme, county, world).map((told) => ({ kind: 'line', line: told }));
}

/** A support that was renamed is known to many by its old name. */
function otherNames(topic: TopicId, world: World): readonly Say[] {
  return (supportOf(topic, world)?.rule.alsoCalled ?? []).map(({ name }) => say('programmes.alsoCalled', { name }));
}

const supportOf = (topic: TopicId, { catalog }: World): World['catalog']['supports'][number] | undefined =>
  catalog.supports.find(({ rule }) => rule.id === topics[topic].programme);

function hear(waiting: Learn, heard: Heard, state: State, world: World): Step | NotMine {
  const chosen = heardOne(optionsOf(waiting, world), heard, state);
  if (chosen === 'menu') return toMenu(state, world);
  if (chosen === 'more') {
    const next: Learn = { ...waiting, page: waiting.page + 1 };
    return step({ ...state, waiting: next, misread: 0 }, [question(next, world)]);
  }
  const group = TopicGroup.safeParse(chosen?.replace(/^group:/, ''));
  if (chosen?.startsWith('group:') && group.success)
    return shown({ dialog: 'learn', page: 0, group: group.data }, state, world);
  const topic = TopicId.safeParse(chosen);
  return topic.success ? tellTopic(topic.data, state, world) : notMine;
}

export const learn: Dialog<Learn> = { ask: (waiting, _state, world) => [question(waiting, world)], hear };
