/**
 * Tells what the desk has set, where it was asked for: on the page at once or at the next visit; by text only that
 * there is something new, and what it is once the member writes.
 */
import type { MaySay } from '../../bot/sayable.ts';
import { sayable } from '../../bot/sayable.ts';
import { newsMark, type Store, type Talk, type Unit } from '../../bot/store.ts';
import { step } from '../../dialogs/asking.ts';
import { newsSays, tellNews } from '../../dialogs/news.ts';
import { freshState, LanguageTag, type State } from '../../dialogs/state.ts';
import type { World } from '../../dialogs/world.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import { mayHear, stands, type News, type NewsItem } from '../../referral/news.ts';
import { dueOf, isSameNews } from '../../referral/news-topic.ts';
import type { OutboxItem, Sent } from '../../referral/outbox-store.ts';
import type { Referral } from '../../referral/referral.ts';
import type { ReferralStatus } from '../../referral/status.ts';

export type NewsParts = {
  readonly store: Store;
  readonly worldFor: (channel: Talk['channel']) => World;
  readonly maySay: MaySay;
  readonly now: () => Date;
};

export function newsGateway(parts: NewsParts): News {
  return {
    async tell(item) {
      const referral = await parts.store.filed(item.number);
      if (!referral) return { kind: 'refused', reason: 'noSuchReferral' };
      const talks = await talksFor(item.number, parts.store);
      const told = await Promise.all(talks.map((talk) => tellOne(item, talk, referral, parts)));
      return told.find(({ kind }) => kind !== 'done') ?? { kind: 'done' };
    },
  };
}

type Place = Pick<Talk, 'channel' | 'key'>;

/** Who closed the page, and for whom a worker filed by phone, is reached at the phone that they gave, by a text. */
async function talksFor(number: string, store: Store): Promise<readonly Place[]> {
  const talks = await store.talksAbout(number);
  if (talks.some(({ channel }) => channel === 'sms')) return talks;
  const phone = await store.typedPhone(number);
  return phone === null ? talks : [...talks, { channel: 'sms', key: phone }];
}

async function tellOne(item: NewsItem, talk: Place, referral: Referral, parts: NewsParts): Promise<Sent> {
  const { store } = parts;
  const phone = talk.channel === 'sms' ? talk.key : null;
  const status = await store.status(item.number, referral.person.birthDate, phone);
  // A helper who was not released hears nothing of it.
  if (!status || status.teller === 'helper' || !isStill(item, status, parts.worldFor(talk.channel).today))
    return { kind: 'done' };
  const row = await store.conversation(talk.channel, talk.key);
  const state = row.state ?? (phone && isTyped(referral) ? begun(referral) : null);
  if (!state || isForgotten(item, talk, state)) return { kind: 'done' };
  const unit: Unit = {
    conversation: row.id,
    channel: talk.channel,
    expectedVersion: row.version,
    audit: [],
    at: parts.now().toISOString(),
    // The item's own id: told twice, it is stored once.
    inbound: { id: `news ${item.id} ${row.id}`, text: '', choices: [newsMark] },
    ...(phone ? await byText(item, phone, state, referral, store) : onThePage(item, talk, status, state, parts)),
  };
  const committed = await store.commit(unit);
  return committed.kind === 'moved' ? { kind: 'again', notBefore: parts.now().toISOString() } : { kind: 'done' };
}

/** Filed for themselves, elsewhere than at this phone. */
const isTyped = ({ channel, filer }: Referral): boolean => channel !== 'sms' && filer.kind === 'self';

/** A talk that waits for its first word, in the language in which it was filed. */
function begun({ language }: Referral): State {
  return { ...freshState(LanguageTag.catch('en').parse(language)), languageChosen: true };
}

/** Taken back before it was told: a message of nothing new would only frighten. */
function isStill({ programme, topic }: NewsItem, status: ReferralStatus, today: IsoDate): boolean {
  if (topic.kind !== 'status') return stands(topic, programme, status, today);
  return status.held !== null || status.requests.some((request) => request.programme === programme && mayHear(request));
}

/** They started over at this screen, where another person may sit by now. A phone is the member's own all along. */
function isForgotten({ number }: NewsItem, { channel }: Place, { cases }: State): boolean {
  return channel !== 'sms' && !cases.some(({ filed }) => filed.includes(number));
}

type Told = Pick<Unit, 'state' | 'replies' | 'outbox'>;

function onThePage(
  item: NewsItem,
  talk: Place,
  status: ReferralStatus,
  state: State,
  { worldFor, maySay }: NewsParts,
): Told {
  const world = worldFor(talk.channel);
  const { number, programme, topic } = item;
  // What the plan asks waits on the page from then on, if nothing else does.
  const told = tellNews(step(state, []), { ...world, news: [{ number, programme, topic, status }] });
  // What is asked is asked again once the talk is at rest, unless it was answered: here it may go by unseen.
  const asks = topic.kind === 'checkIn';
  const says = asks ? newsSays({ number, programme, topic, status }, world) : told.says;
  const next: State = asks ? { ...state, news: withDue(item, state) } : { ...told.state, news: state.news };
  return { state: next, replies: sayable(says, state.language, world, maySay), outbox: [] };
}

/** A neutral text, where texts are allowed and no violence is near; the rest waits for the member's next word. */
async function byText(item: NewsItem, phone: string, state: State, referral: Referral, store: Store): Promise<Told> {
  const waiting = withDue(item, state);
  const { mayText, confidential, doNotContact } = referral.contact;
  const allowed = mayText && !confidential && !doNotContact && (await store.mayText(phone));
  const agreed = isTyped(referral) ? (await store.typedPhone(item.number)) === phone : allowed;
  const may = agreed && !state.stopped && !isViolenceNear(state);
  const text: OutboxItem = { kind: 'text', id: `text ${item.id}`, phone, language: state.language, notBefore: null };
  return { state: { ...state, news: waiting }, replies: [], outbox: may ? [text] : [] };
}

/** Named at this phone after the filing, it holds back what we start. */
const isViolenceNear = ({ danger, cases }: State): boolean =>
  danger?.violence === true || cases.some(({ confidential }) => confidential);

function withDue(item: NewsItem, { news }: State): State['news'] {
  return [...news.filter((each) => !isSameNews(each, item)), dueOf(item)].slice(-10);
}
