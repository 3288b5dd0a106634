/** The plan waits for an answer and will not wait much longer: the member is reminded, once for each asking. */
import assert from 'node:assert/strict';
import type { Say } from '../../dialogs/say.ts';
import { text } from '../../locales/index.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import type { InfoAsk } from '../../referral/info-ask.ts';
import type { OutboxItem } from '../../referral/outbox-store.ts';
import { newsGateway } from '../../server/gateways/news.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { keysIn } from '../invariants/said.ts';
import { play } from '../invariants/script.ts';
import { openTalk, preview, type Talk } from '../invariants/talk.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';
import { eventually } from './eventually.ts';

/** Asked on Friday 20 November 2026: the third working day is Wednesday, the fifth, over two holidays, 1 December. */
const askedOn: IsoDate = '2026-11-20';
const reminded: IsoDate = '2026-11-25';
const lastDay: IsoDate = '2026-12-01';
const navigation: ProgrammeId = 'housingTransitionNavigation';

describe('Before the plan gives up waiting for an answer', function () {
  this.timeout(60_000);
  let door: FrontDoor;
  let onPage: Talk;
  let byText: Talk;
  let byCall: Talk;
  let atOnce: Talk;
  before(async () => {
    door = await openFrontDoor('iehp', askedOn);
    onPage = await openTalk({ store: door.store });
    byText = await openTalk({ store: door.store, channel: 'sms' });
    byCall = await openTalk({ store: door.store, channel: 'sms' });
    await asks(door.store, (await play(onPage)).number, { asks: ['card'] });
    await asks(door.store, (await play(byText)).number, { asks: ['trusted'] });
    await asks(door.store, (await play(byCall)).number);
    atOnce = await openTalk({ store: door.store, channel: 'sms' });
    await asks(door.store, (await play(atOnce)).number, { asks: ['trusted'] });
    await eventually(() =>
      assert.deepEqual(
        [byText, byCall, atOnce].map((talk) => texts(talk).length),
        [1, 1, 1],
      ),
    );
    await door.text(atOnce.key, 'hello');
    await door.text(byText.key, 'hello');
    await door.text(byCall.key, 'hello');
    door.setDay(reminded);
  });
  after(() => door.close());

  const answers = async (talk: Talk): Promise<number> => {
    const number = (await talk.state()).cases[0]?.filed[0] ?? '';
    const file = await door.store.referral(number, 'test');
    return (file?.events ?? []).filter(({ by }) => by === 'member').length;
  };
  const texts = ({ key }: Talk): readonly string[] =>
    door.twilio.taken.filter(({ to }) => to === key).map(({ body }) => body);

  it('the page leads to the question by itself', async () => {
    await eventually(async () => {
      const last = (await saidIn(onPage, door.store)).at(-1) ?? [];
      assert.deepEqual([...keysIn(last)].slice(0, 1), ['checkIn.stillMissing.self']);
      assert.equal(
        last.some((say) => say.kind === 'ask' && say.id === 'planQuestion.ecm.card'),
        true,
      );
    });
  });

  it('a phone gets a text of nothing, and its word leads to the question and answers nothing', async () => {
    await eventually(() => assert.deepEqual(texts(byText), [text('en', 'sms.news'), text('en', 'sms.news')]));
    const told = (await door.text(byText.key, 'HELLO')).join('\n');
    assert.match(told, /IEHP still needs an answer from you to go on/);
    assert.equal((await byText.state()).waiting.dialog, 'planQuestion');
    assert.equal(await answers(byText), 0, 'our own word is no answer');
    assert.match((await door.text(byText.key, 'Dr. Rivera')).join('\n'), /This went to IEHP[^]*Dr\. Rivera/);
    assert.doesNotMatch((await door.text(byText.key, 'hello')).join('\n'), /still needs/);
  });

  it('and whoever answers at once, without that word, is not asked again', async () => {
    await eventually(() => assert.equal(texts(atOnce).length, 2));
    const told = (await door.text(atOnce.key, 'Dr. Rivera')).join('\n');
    assert.match(told, /This went to IEHP/);
    assert.doesNotMatch(told, /still needs|Which clinic/);
    assert.equal(await answers(atOnce), 1);
    assert.doesNotMatch((await door.text(atOnce.key, 'hello')).join('\n'), /still needs/);
  });

  it('and who was asked to call is asked to call', async () => {
    await eventually(() => assert.equal(texts(byCall).length, 2));
    const told = (await door.text(byCall.key, 'hello')).join('\n');
    assert.match(told, /IEHP still needs to know more from you to go on\. Please call/);
    assert.doesNotMatch(told, /You can also call/);
  });
});

describe('The reminder that an answer is missing', () => {
  let store: WholeStore;
  let talk: Talk;
  let number: string;
  beforeEach(async () => (store = await openMemoryStore()));
  afterEach(() => store.close());

  const begin = async (day: IsoDate = reminded, whose: 'self' | 'other' = 'self'): Promise<void> => {
    const first = await openTalk({ store, channel: 'sms' });
    ({ number } = await play(first, { changed: { 'whom.whose': [whose] } }));
    talk = await openTalk({ store, channel: 'sms', key: first.key, day });
  };
  const sweep = (day: IsoDate): Promise<number> => store.askWhatRanOut(`${day}T20:00:00.000Z`);
  /** Tells all that waits, as the server does; gives what was told of. */
  const tellAll = async (day: IsoDate): Promise<readonly OutboxItem[]> => {
    const at = `${day}T20:00:00.000Z`;
    const news = newsGateway({ store, maySay: preview, worldFor: () => talk.world, now: () => new Date(at) });
    const told: OutboxItem[] = [];
    for (;;) {
      const claimed = await store.claim(at, `${day}T20:01:00.000Z`, 50);
      if (claimed.length === 0) return told;
      for (const each of claimed) {
        const sent = each.item.kind === 'news' ? await news.tell(each.item, each.attempt) : { kind: 'done' as const };
        await store.settle(each, sent, at);
        told.push(each.item);
      }
    }
  };

  // prettier-ignore
  const days: readonly [day: IsoDate, reminders: number][] = [
    ['2026-11-20', 0], ['2026-11-24', 0], [reminded, 1], ['2026-11-28', 1], [lastDay, 1], ['2026-12-02', 0],
  ];
  for (const [day, reminders] of days) {
    it(`on ${day}: ${reminders === 0 ? 'none' : 'one, and no second'}`, async () => {
      await begin();
      await asks(store, number, { asks: ['card'] });
      await asks(store, number, { asks: ['phone'], programme: navigation });
      assert.deepEqual(await Promise.all([sweep(day), sweep(day)]), [reminders, 0]);
      assert.equal(await sweep(lastDay), 1 - reminders);
    });
  }

  it('none where it was answered, or is decided', async () => {
    await begin();
    await asks(store, number, { asks: ['card'] });
    const answer = { ask: 'card', said: { kind: 'notSure' } } as const;
    const what = { kind: 'answered', on: askedOn, answer } as const;
    assert.equal(await store.record(number, { programme: 'ecm', what }, 'Lee Xiong'), true);
    assert.equal(await sweep(reminded), 0);
    await asks(store, number, { asks: ['phone'] });
    await store.record(number, { programme: 'ecm', what: decided('void') }, 'Lee Xiong');
    assert.equal(await sweep(reminded), 0);
  });

  it('another for another asking', async () => {
    await begin();
    await asks(store, number, { asks: ['card'] });
    assert.equal(await sweep(reminded), 1);
    await asks(store, number, { asks: ['phone'], on: reminded });
    assert.equal(await sweep(lastDay), 0);
    assert.equal(await sweep('2026-12-02'), 1, 'of what was asked on the 25th, the third working day');
    assert.equal(await sweep('2026-12-02'), 0);
  });

  it('is not told once the day has passed, nor once it was answered', async () => {
    for (const late of [true, false]) {
      await begin(late ? '2026-12-02' : reminded);
      await asks(store, number, { asks: ['card'] });
      await tellAll(reminded);
      const state = await talk.state();
      await talk.put({ ...state, news: [] });
      await sweep(reminded);
      if (!late) await store.record(number, { programme: 'ecm', what: decided('pending') }, 'Lee Xiong');
      const told = await tellAll(reminded);
      assert.equal(told.filter(({ kind }) => kind === 'text').length, 0, 'no text of what is over');
      assert.doesNotMatch((await talk.types('hello')).all, /still needs/);
    }
  });

  it('never is for a helper whom nobody released', async () => {
    await begin(reminded, 'other');
    await asks(store, number, { asks: ['card'] });
    assert.equal(await sweep(reminded), 0);
    await store.recordCase(number, { kind: 'helperReleased', authority: 'conservator' }, 'Lee Xiong');
    assert.equal(await sweep(reminded), 1);
  });
});

async function asks(
  store: WholeStore,
  number: string,
  more: { readonly asks?: readonly InfoAsk[]; readonly on?: IsoDate; readonly programme?: ProgrammeId } = {},
): Promise<void> {
  const { asks: list, on = askedOn, programme = 'ecm' } = more;
  const what = { ...decided('pendingInfo', on), asks: list };
  assert.equal(await store.record(number, { programme, what }, 'Lee Xiong'), true);
}

function decided(decision: 'pendingInfo' | 'pending' | 'void', decidedOn: IsoDate = askedOn) {
  return { kind: 'decision', decision, decidedOn, noticeMailedOn: null } as const;
}

async function saidIn(talk: Talk, store: WholeStore): Promise<readonly (readonly Say[])[]> {
  const { id } = await store.conversation(talk.key.startsWith('+') ? 'sms' : 'web', talk.key);
  return (await store.messagesSince(id, 0)).flatMap((message) => (message.by === 'us' ? [message.says] : []));
}
