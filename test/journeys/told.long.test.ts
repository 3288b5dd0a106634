/** What the desk sets reaches the one who may hear it: once, in their channel, in a text that carries nothing of it. */
import assert from 'node:assert/strict';
import type { Say } from '../../dialogs/say.ts';
import { text } from '../../locales/index.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import type { Change } from '../../referral/changes.ts';
import type { Decision, Loop } from '../../referral/decision.ts';
import type { NewsDue } from '../../referral/news-topic.ts';
import { newsGateway } from '../../server/gateways/news.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { keysIn } from '../invariants/said.ts';
import { play } from '../invariants/script.ts';
import { openTalk, preview, type Talk } from '../invariants/talk.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';
import { eventually } from './eventually.ts';

const casaSana = { name: 'Casa Sana', phone: '951-555-0188' };
const navigation: ProgrammeId = 'housingTransitionNavigation';
/** That of the person for whom a helper asks, as the helper gives it. */
const theirPhone = '+19515550142';

const decided = (decision: Decision, noticeMailedOn: IsoDate | null = null): Change => ({
  kind: 'decision',
  decision,
  decidedOn: '2026-11-20',
  noticeMailedOn,
});
const stepped = (loop: Loop, provider: typeof casaSana | null = casaSana): Change => ({
  kind: 'loop',
  loop,
  on: '2026-11-20',
  provider,
});

describe('What the desk sets', function () {
  this.timeout(60_000);
  let door: FrontDoor;
  before(async () => (door = await openFrontDoor('iehp', '2026-11-20')));
  after(() => door.close());

  const sets = async (number: string, what: Change, programme: ProgrammeId = 'ecm'): Promise<void> =>
    assert.equal(await door.store.record(number, { programme, what }, 'Lee Xiong'), true);
  const textsTo = ({ key }: Talk): readonly string[] =>
    door.twilio.taken.filter(({ to }) => to === key).map(({ body }) => body);

  it('reaches a member by text message: a text of nothing, and all of it once they write, each step once', async () => {
    const talk = await openTalk({ store: door.store, channel: 'sms' });
    const { number } = await play(talk);

    await sets(number, decided('approved'));
    const textsAre = (count: number): Promise<void> => eventually(() => assert.equal(textsTo(talk).length, count));
    await textsAre(1);
    const approved = (await door.text(talk.key, 'hello')).join('\n');
    assert.match(approved, /IEHP said yes \(November 20, 2026\)/);
    assert.match(approved, /looking for somebody to help \(it has until December 8, 2026\)/);
    assert.doesNotMatch((await door.text(talk.key, 'hello')).join('\n'), /IEHP said yes/);

    await sets(number, decided('approved'));
    await sets(number, stepped({ state: 'declined' }));
    await sets(number, stepped({ state: 'accepted' }));
    await textsAre(2);
    const accepted = (await door.text(talk.key, 'hello')).join('\n');
    assert.match(accepted, /Casa Sana will call from 951-555-0188/);
    assert.match(accepted, /If nobody calls, call IEHP/);
    assert.doesNotMatch(accepted, /951-555-0188[^\n]*December/, 'no rule says by when they call');

    await sets(number, stepped({ state: 'outreachInitiated' }));
    await textsAre(3);
    await sets(number, stepped({ state: 'accepted' }));
    await sets(number, decided('denied'), navigation);
    const silent = (await door.text(talk.key, 'hello')).join('\n');
    assert.match(silent, /IEHP decides/, 'the other request, of which nothing was mailed');
    assert.doesNotMatch(silent, /letter|appeal/i);

    await sets(number, decided('denied', '2026-11-20'), navigation);
    await textsAre(4);
    const letter = (await door.text(talk.key, 'hello')).join('\n');
    assert.match(letter, /IEHP has written a letter/);
    assert.match(letter, /60 days from the date on the letter/);
    assert.match(letter, /help that you have now\? You may keep it/);
    assert.match(letter, /After the appeal, you can ask for a State Hearing\. If IEHP does not answer in time/);
    assert.match(letter, /complaint at any time/);
    assert.doesNotMatch(letter, /denied|rejected|said no/i);

    await sets(number, stepped({ state: 'closed', reason: 'servicesReceived' }));
    await textsAre(5);
    assert.match((await door.text(talk.key, 'hello')).join('\n'), /The help has begun or was given/);
    assert.deepEqual([...new Set(textsTo(talk))], [text('en', 'sms.news')]);
    assert.equal(door.twilio.taken.length, 5, 'none to anybody else');
  });

  it('reaches a member on the page by itself, each step once', async () => {
    const talk = await openTalk({ store: door.store });
    const { number } = await play(talk, { changed: { 'file.consentText': ['no'] } });
    const before = (await onPage(talk, door.store)).length;
    const texted = door.twilio.taken.length;
    const news = async (): Promise<readonly (readonly string[])[]> =>
      (await onPage(talk, door.store)).slice(before).map((says) => [...keysIn(says)]);
    const newsAre = (count: number): Promise<void> =>
      eventually(async () => assert.equal((await news()).length, count));

    await sets(number, decided('approved'));
    await newsAre(1);
    await sets(number, decided('approved'));
    await sets(number, stepped({ state: 'declined' }));
    await sets(number, stepped({ state: 'accepted' }));
    await newsAre(2);
    await sets(number, decided('pending'));
    await sets(number, decided('denied'));
    await sets(number, decided('denied', '2026-11-20'));
    await newsAre(3);
    const [yes, who, mailed] = await news();
    assert.ok(yes?.includes('status.steps.findingProvider'), String(yes));
    assert.ok(who?.includes('status.steps.provider'), String(who));
    assert.ok(mailed?.includes('status.steps.letter') && mailed.includes('status.rights.appeal.self'), String(mailed));
    assert.deepEqual(
      door.twilio.taken.slice(texted).map(({ body }) => body),
      [],
      'who agreed to no texts gets none',
    );
  });

  for (const channel of ['web', 'sms'] as const) {
    it(`never reaches a helper whom nobody released, and reaches one who was, about that person (${channel})`, async () => {
      const hers = await openTalk({ store: door.store, channel });
      const { number } = await play(hers, { changed: { 'whom.whose': ['other'] } });
      const before = (await onPage(hers, door.store)).length;
      await sets(number, decided('approved'));
      await sets(number, decided('denied', '2026-11-20'), navigation);
      assert.ok(keysIn(await asksStatus(hers, number)).includes('status.helper'));

      const his = await openTalk({ store: door.store, channel: 'sms', key: theirPhone });
      const told = keysIn(await asksStatus(his, number));
      assert.ok(
        told.includes('status.rights.appeal.self') && told.includes('status.questions.self'),
        'he is the member',
      );
      await his.types('1');
      assert.equal((await onPage(hers, door.store)).slice(before).some(tells), false, 'nothing of what was set before');

      await sets(number, stepped({ state: 'accepted' }));
      if (channel === 'sms') {
        await eventually(async () => assert.deepEqual((await hers.state()).news, [ofStatus(number)]));
        const heard = keysIn((await hers.types('hello')).says);
        assert.ok(
          heard.includes('status.steps.provider') && heard.includes('status.rights.appeal.other'),
          String(heard),
        );
      } else {
        await eventually(async () => assert.equal((await onPage(hers, door.store)).filter(tells).length, 1));
        const heard = keysIn((await onPage(hers, door.store)).findLast(tells) ?? []);
        assert.ok(
          heard.includes('status.steps.provider') && heard.includes('status.rights.appeal.other'),
          String(heard),
        );
      }
      assert.deepEqual(textsTo(hers), [], 'no text to a phone that never agreed to one');
      assert.ok(
        textsTo(his).every((body) => body === text('en', 'sms.news')),
        'a text of nothing',
      );
    });
  }

  it('waits for the next word of a member who wants no texts any more', async () => {
    const [talk, other] = [
      await openTalk({ store: door.store, channel: 'sms' }),
      await openTalk({ store: door.store, channel: 'sms' }),
    ];
    const { number } = await play(talk);
    const { number: others } = await play(other);
    await door.text(talk.key, 'STOP');
    await sets(number, decided('void'));
    await eventually(async () => assert.deepEqual((await talk.state()).news, [ofStatus(number)]));
    await sets(others, decided('void'));
    await eventually(() => assert.equal(textsTo(other).length, 1));
    assert.deepEqual(textsTo(talk), []);
    await door.text(talk.key, 'START');
    const told = (await door.text(talk.key, 'hello')).join('\n');
    assert.match(told, /something was missing\. Ask again here, or call 1-800-440-4347/);
  });
});

describe('What cannot be', () => {
  let store: WholeStore;
  let number: string;
  before(async () => {
    store = await openMemoryStore();
    ({ number } = await play(await openTalk({ store })));
  });
  after(() => store.close());

  const impossible: readonly (readonly [what: string, before: Change | null, change: Change])[] = [
    ['a step of the loop before any decision', null, stepped({ state: 'accepted' })],
    [
      'a closure of what the plan still asks about',
      decided('pendingInfo'),
      stepped({ state: 'closed', reason: 'other' }),
    ],
    ['a step of the loop after a denial', decided('denied', '2026-11-20'), stepped({ state: 'outreachInitiated' })],
    ['a step of the loop of what is void', decided('void'), stepped({ state: 'accepted' })],
    ['a step of the loop of what was taken back', decided('withdrawn'), stepped({ state: 'accepted' })],
    ['a letter of a yes', null, decided('approved', '2026-11-20')],
    ['a letter of no decision', null, decided('pending', '2026-11-20')],
    ['a letter mailed before its decision', null, decided('denied', '2026-11-19')],
    ['a decision before the filing', null, { ...decided('approved'), decidedOn: '2026-11-19' } as Change],
    ['a step before the yes', decided('approved'), { ...stepped({ state: 'accepted' }), on: '2026-11-19' } as Change],
  ];
  for (const [what, begun, change] of impossible) {
    it(`is recorded by nobody: ${what}`, async () => {
      if (begun) assert.equal(await store.record(number, { programme: 'ecm', what: begun }, 'Lee Xiong'), true);
      const before = await store.referral(number, 'test');
      assert.equal(await store.record(number, { programme: 'ecm', what: change }, 'Lee Xiong'), false);
      assert.deepEqual(await store.referral(number, 'test'), before);
    });
  }
});

describe('Steps that the desk sets at one go', () => {
  let store: WholeStore;
  let talk: Talk;
  let number: string;
  beforeEach(async () => {
    store = await openMemoryStore();
    talk = await openTalk({ store });
    ({ number } = await play(talk));
  });
  afterEach(() => store.close());

  const sets = (what: Change): Promise<boolean> => store.record(number, { programme: 'ecm', what }, 'Lee Xiong');
  /** Tells all that waits, as the sender does; gives back how many times something was told. */
  const tellAll = async (): Promise<number> => {
    const news = newsGateway({ store, maySay: preview, worldFor: () => talk.world, now: () => new Date() });
    for (let told = 0; ;) {
      const claimed = await store.claim('2030-01-01T00:00:00Z', '2030-01-01T00:01:00Z', 50);
      if (claimed.length === 0) return told;
      for (const each of claimed) {
        const { item, attempt } = each;
        const sent = item.kind === 'news' ? await news.tell(item, attempt) : ({ kind: 'done' } as const);
        await store.settle(each, sent, '2030-01-01T00:00:00Z');
        if (item.kind === 'news') told += 1;
      }
    }
  };

  it('are told as one: the newest', async () => {
    await sets(decided('approved'));
    await sets(stepped({ state: 'accepted' }));
    const before = (await onPage(talk, store)).length;
    assert.equal(await tellAll(), 1);
    const told = (await onPage(talk, store)).slice(before);
    assert.equal(told.length, 1);
    assert.ok(keysIn(told[0] ?? []).includes('status.steps.provider'), 'who calls');
  });

  it('and set once more after a step back, are told no more', async () => {
    await sets(decided('approved'));
    await sets(stepped({ state: 'outreachInitiated' }));
    assert.equal(await tellAll(), 1);
    await sets(stepped({ state: 'accepted' }));
    await sets(stepped({ state: 'outreachInitiated' }));
    assert.equal(await tellAll(), 0);
  });

  it('and take back, are not told at all; and set again they are', async () => {
    await sets(decided('approved'));
    await sets(decided('pending'));
    const before = (await onPage(talk, store)).length;
    await tellAll();
    assert.equal((await onPage(talk, store)).length, before);
    await sets(decided('approved'));
    assert.equal(await tellAll(), 1);
    assert.equal((await onPage(talk, store)).length, before + 1);
  });
});

/** All that was said in this talk, one entry for each message. */
async function onPage(talk: Talk, store: WholeStore): Promise<readonly (readonly Say[])[]> {
  const channel = talk.key.startsWith('+') ? 'sms' : 'web';
  const { id } = await store.conversation(channel, talk.key);
  return (await store.messagesSince(id, 0)).flatMap((message) => (message.by === 'us' ? [message.says] : []));
}

/** That it tells how far a request has come. */
const tells = (says: readonly Say[]): boolean => says.some(({ kind }) => kind === 'steps');

async function asksStatus(talk: Talk, number: string): Promise<readonly Say[]> {
  await talk.picks('act:menu');
  await talk.picks('status');
  await talk.types(number);
  return (await talk.types('3/7/1964')).says;
}

/** News of what was set for the first programme asked for. */
function ofStatus(number: string): NewsDue {
  return { number, programme: 'ecm', topic: { kind: 'status' } };
}
