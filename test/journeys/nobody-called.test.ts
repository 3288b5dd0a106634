/** A clock runs out with no word: the member is asked once whether anybody called, and what they want if nobody did. */
import assert from 'node:assert/strict';
import type { Say } from '../../dialogs/say.ts';
import type { State } from '../../dialogs/state.ts';
import { text } from '../../locales/index.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import type { Change } from '../../referral/changes.ts';
import { newsGateway } from '../../server/gateways/news.ts';
import { sweepOf } from '../../server/gateways/sweep.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { keysIn, optionsIn } from '../invariants/said.ts';
import { play } from '../invariants/script.ts';
import { openTalk, preview, type Talk, type TalkSettings, type Turn } from '../invariants/talk.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';
import { eventually } from './eventually.ts';

/** Filed on Friday 20 November 2026: the fifth working day is Tuesday 1 December. */
const dayAfter: IsoDate = '2026-12-02';
const instant = `${dayAfter}T20:00:00.000Z`;
const did = 'checkIn.called.ask.self';

describe('Nobody answers for six working days', function () {
  this.timeout(60_000);
  let door: FrontDoor;
  let onPage: Talk;
  let byText: Talk;
  let number: string;
  before(async () => {
    door = await openFrontDoor('iehp', '2026-11-20');
    onPage = await openTalk({ store: door.store });
    byText = await openTalk({ store: door.store, channel: 'sms' });
    await play(onPage);
    ({ number } = await play(byText));
    await eventually(async () => assert.notEqual((await door.store.referral(number, 'test'))?.receivedAt, null));
    door.setDay(dayAfter);
  });
  after(() => door.close());

  it('and the page asks by itself whether anybody called', async () => {
    await eventually(async () => assert.equal((await saidIn(onPage, door.store)).filter(asks).length, 1));
  });

  it('and a phone gets a text of nothing, and the question once they write; a number answers what waits', async () => {
    const texts = (): readonly string[] =>
      door.twilio.taken.filter(({ to }) => to === byText.key).map(({ body }) => body);
    await eventually(() => assert.deepEqual(texts(), [text('en', 'sms.news')]));
    const asked = (await door.text(byText.key, 'hello')).join('\n');
    assert.match(asked, /IEHP had until December 1, 2026 to decide/);
    assert.match(asked, /Did anybody call you about this\?/);
    assert.match(asked, /1 Yes, somebody called\n2 No, nobody called/);
    assert.match((await door.text(byText.key, '2')).join('\n'), /What do you want to do\?\n[^]*2 Remind IEHP/);
    assert.match((await door.text(byText.key, '2')).join('\n'), /We told IEHP that nobody called/);
    assert.doesNotMatch((await door.text(byText.key, 'hello')).join('\n'), /Did anybody call/);
    assert.deepEqual(await recorded(door.store, number), ['notCalled', 'remind']);
    assert.equal(texts().length, 1);
  });
});

describe('The question whether anybody called', () => {
  let store: WholeStore;
  let first: Talk;
  let talk: Talk;
  let number: string;

  const begin = async (settings: TalkSettings = {}, changed: Parameters<typeof play>[1] = {}): Promise<void> => {
    first = await openTalk({ store, ...settings });
    ({ number } = await play(first, changed));
    await store.receive(number, '2026-11-20T20:00:01.000Z');
    talk = await openTalk({ store, day: dayAfter, ...settings, key: first.key });
  };
  /** Of all that was asked for. */
  const sets = async (what: Change): Promise<void> => {
    for (const { programme } of (await store.referral(number, 'test'))?.status ?? [])
      assert.equal(await store.record(number, { programme, what }, 'Lee Xiong'), true);
  };
  /** Sweeps, and tells all that waits, as the server does. Gives back what was told, one entry for each message. */
  const sweep = async (of: Talk = talk): Promise<readonly (readonly Say[])[]> => {
    const before = (await saidIn(of, store)).length;
    await store.askWhatRanOut(instant);
    await tellAll(of);
    return (await saidIn(of, store)).slice(before);
  };
  const tellAll = async (of: Talk): Promise<void> => {
    const news = newsGateway({ store, maySay: preview, worldFor: () => of.world, now: () => new Date(instant) });
    for (;;) {
      const claimed = await store.claim(instant, '2026-12-02T20:01:00.000Z', 50);
      if (claimed.length === 0) return;
      for (const each of claimed) {
        const sent = each.item.kind === 'news' ? await news.tell(each.item, each.attempt) : { kind: 'done' as const };
        await store.settle(each, sent, instant);
      }
    }
  };

  beforeEach(async () => (store = await openMemoryStore()));
  afterEach(() => store.close());

  it('is asked once, though two sweep at once, and again, and after it was told', async () => {
    await begin();
    assert.deepEqual(await Promise.all([store.askWhatRanOut(instant), store.askWhatRanOut(instant)]), [1, 0]);
    assert.equal((await sweep()).filter(asks).length, 1);
    assert.deepEqual(await sweep(), []);
    assert.equal(await store.askWhatRanOut('2026-12-20T20:00:00.000Z'), 0);
  });

  it('is swept for at the start and every five minutes of the clock, also of one that was put back', async () => {
    const swept: string[] = [];
    const at = { now: new Date('2026-12-02T20:00:00Z') };
    const round = sweepOf({ askWhatRanOut: (now) => Promise.resolve(swept.push(now.slice(11, 16))) }, () => at.now);
    for (const time of ['20:00', '20:04', '20:05', '20:06', '08:00', '08:01']) {
      at.now = new Date(`2026-12-02T${time}:00Z`);
      await round();
    }
    assert.deepEqual(swept, ['20:00', '20:05', '08:00']);
  });

  it('is thanked for a yes, which the desk sees, and leaves nothing to ask', async () => {
    await begin();
    const [told] = await sweep();
    const turn = await talk.picks(offered(told, 'yes'));
    assert.deepEqual(keysOf(turn).slice(0, 1), ['checkIn.called.thanks']);
    assert.deepEqual(await recorded(store, number), ['called']);
    assert.equal(asks((await talk.types('hello')).says), false);
  });

  const wants: readonly [
    offer: string,
    leadsTo: (turn: Turn, state: State) => unknown,
    expected: unknown,
    said: readonly string[],
  ][] = [
    ['callMe', (_turn, { waiting }) => waiting.dialog, 'callBack', ['notCalled']],
    ['remind', (turn) => keysOf(turn)[0], 'checkIn.next.reminded', ['notCalled', 'remind']],
    ['nothing', (_turn, { waiting }) => waiting.dialog, 'root', ['notCalled']],
  ];
  for (const [offer, leadsTo, expected, said] of wants) {
    it(`offers, after a no: ${offer}`, async () => {
      await begin();
      const [told] = await sweep();
      const next = await talk.picks(offered(told, 'no'));
      assert.deepEqual(optionsIn(next.says), ['callMe', 'remind', 'complaint', 'appeal', 'nothing']);
      const turn = await talk.picks(offer);
      assert.equal(leadsTo(turn, await talk.state()), expected);
      assert.deepEqual(await recorded(store, number), said);
    });
  }

  for (const [offer, subject, kind] of [
    ['complaint', 'nobodyCalled', 'grievance'],
    ['appeal', 'noDecision', 'appeal'],
  ] as const) {
    it(`offers, after a no: ${offer}, about this request and no later one, and of no letter`, () =>
      made(offer, subject, kind));
  }

  async function made(offer: string, subject: string, kind: string): Promise<void> {
    await begin();
    const later = await play(talk);
    const [told] = await sweep();
    assert.notEqual(later.number, number);
    await talk.picks(offered(told, 'no'));
    let turn = await talk.picks(offer);
    for (let steps = 0; !optionsIn(turn.says).includes('send') && steps < 12; steps += 1) {
      assert.doesNotMatch(keysOf(turn).join(' '), /letterDate|keep|intro\.appeal/);
      const isReply = optionsIn(turn.says).includes('letter');
      turn = await talk.picks(isReply ? 'call' : 'act:decline');
    }
    await talk.picks('send');
    const [row] = await store.complaints('test');
    const found = (row && (await store.complaint(row.id, 'test')))?.complaint;
    assert.deepEqual([found?.subject, found?.kind, found?.letterDate, found?.number], [subject, kind, null, number]);
  }

  it('takes the place of nothing that is being asked, and is asked once the talk is at rest', async () => {
    await begin();
    await talk.picks('act:menu');
    await talk.picks('status');
    const before = (await talk.state()).waiting;
    const [told] = await sweep();
    assert.deepEqual((await talk.state()).waiting, before);
    const next = await talk.picks(offered(told, 'no'));
    assert.ok(optionsIn(next.says).includes('remind'));
    await talk.picks('remind');
    assert.deepEqual((await talk.state()).waiting, before, 'what waited waits again');
  });

  it('by text, too: a number answers the question that waits, and never the one that came since', async () => {
    await begin({ channel: 'sms' });
    await talk.types('hello');
    await talk.picks('learn');
    const { waiting } = await talk.state();
    await sweep();
    assert.deepEqual((await talk.state()).waiting, waiting);
    const turn = await talk.types('1');
    assert.equal(asks(turn.says), false);
    assert.deepEqual(await recorded(store, number), []);
    assert.ok(asks((await talk.picks('act:menu')).says));
    await talk.types('1');
    assert.deepEqual(await recorded(store, number), ['called']);
  });

  it('is asked of a denial of which no letter was mailed in the very words of what is undecided', async () => {
    const told: string[] = [];
    for (const set of [
      null,
      { kind: 'decision', decision: 'denied', decidedOn: '2026-11-24', noticeMailedOn: null } as const,
    ]) {
      await begin();
      if (set) await sets(set);
      told.push(JSON.stringify(await sweep()).replaceAll(number, 'number'));
    }
    assert.equal(told[0], told[1]);
    assert.match(told[0] ?? '', /checkIn\.decision\.self/);
  });

  for (const channel of ['web', 'sms'] as const) {
    it(`is never asked of a helper before somebody released them, and then about that person (${channel})`, async () => {
      await begin({ channel }, { changed: { 'whom.whose': ['other'] } });
      assert.equal(await store.askWhatRanOut(instant), 0);
      assert.deepEqual(await sweep(), []);
      assert.deepEqual((await talk.state()).news, []);
      await store.recordCase(number, { kind: 'helperReleased', authority: 'conservator' }, 'Lee Xiong');
      const told = await sweep();
      const asked = channel === 'web' ? (told[0] ?? []) : (await talk.types('hello')).says;
      assert.ok(keysIn(asked).includes('checkIn.called.ask.other'), String(keysIn(asked)));
    });
  }

  it('is not asked where the plan has answered before they were told of it', async () => {
    await begin({ channel: 'sms' });
    await sweep();
    assert.equal((await talk.state()).news.length, 1);
    await sets({ kind: 'decision', decision: 'void', decidedOn: dayAfter, noticeMailedOn: null });
    assert.equal(asks((await talk.types('hello')).says), false);
  });

  it('cannot be answered for a request that was never asked about here', async () => {
    await begin();
    const other = number;
    await begin();
    await talk.picks(`checkIn:no:${other} decision all`);
    assert.deepEqual(await recorded(store, other), []);
  });
});

/** All that was said in this talk, one entry for each message. */
async function saidIn(talk: Talk, store: WholeStore): Promise<readonly (readonly Say[])[]> {
  const { id } = await store.conversation(talk.key.startsWith('+') ? 'sms' : 'web', talk.key);
  return (await store.messagesSince(id, 0)).flatMap((message) => (message.by === 'us' ? [message.says] : []));
}

const asks = (says: readonly Say[]): boolean => keysIn(says).includes(did);
const keysOf = ({ says }: Turn): readonly string[] => [...keysIn(says)];

function offered(told: readonly Say[] | undefined, answer: 'yes' | 'no'): string {
  const found = optionsIn(told ?? []).find((id) => id.startsWith(`checkIn:${answer}:`));
  assert.notEqual(found, undefined, 'no such offer');
  return found ?? '';
}

/** What the member said, as the desk sees it. */
async function recorded(store: WholeStore, number: string): Promise<readonly string[]> {
  const file = await store.referral(number, 'test');
  return (file?.notes ?? []).flatMap(({ by, what }) =>
    what.kind === 'memberSaid' && by === 'member' ? [what.said] : [],
  );
}
