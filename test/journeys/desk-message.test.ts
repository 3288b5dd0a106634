/** A reviewed message that a worker chose reaches the member, in their words and where they may hear it. */
import assert from 'node:assert/strict';
import { layoutTexts } from '../../bot/channel.ts';
import { newsSays } from '../../dialogs/news.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Tag } from '../../locales/languages.ts';
import { text } from '../../locales/index.ts';
import { stateLines } from '../../policy/state-lines.ts';
import { DeskMessage } from '../../referral/desk-message.ts';
import type { NewsTopic } from '../../referral/news-topic.ts';
import type { OutboxItem } from '../../referral/outbox-store.ts';
import { newsGateway } from '../../server/gateways/news.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { keysIn } from '../invariants/said.ts';
import { play } from '../invariants/script.ts';
import { openTalk, planPhone, preview, type Talk } from '../invariants/talk.ts';

const instant = '2026-11-20T21:00:00.000Z';

describe('A message that a worker chose', () => {
  let store: WholeStore;
  let talk: Talk;
  let number: string;
  beforeEach(async () => (store = await openMemoryStore()));
  afterEach(() => store.close());

  const begin = async (channel: 'web' | 'sms', whose: 'self' | 'other' = 'self'): Promise<void> => {
    talk = await openTalk({ store, channel });
    ({ number } = await play(talk, { changed: { 'whom.whose': [whose] } }));
  };
  const tell = async (topic: NewsTopic): Promise<readonly OutboxItem[]> => {
    const news = newsGateway({ store, maySay: preview, worldFor: () => talk.world, now: () => new Date(instant) });
    await news.tell({ kind: 'news', id: `news ${number} ${JSON.stringify(topic)}`, number, programme: null, topic }, 1);
    const claimed = await store.claim(instant, '2026-11-20T21:01:00.000Z', 50);
    return claimed.map(({ item }) => item).filter(({ kind }) => kind === 'text');
  };
  const message = (id: DeskMessage): NewsTopic => ({ kind: 'message', message: id });
  const withdraw = async (): Promise<void> => {
    const what = { kind: 'decision', decision: 'withdrawn', decidedOn: '2026-11-20', noticeMailedOn: null } as const;
    for (const { programme } of (await store.referral(number, 'test'))?.status ?? [])
      assert.equal(await store.record(number, { programme, what }, 'Lee Xiong'), true);
  };

  it('is on the page at once', async () => {
    await begin('web');
    const { waiting } = await talk.state();
    await tell(message('callUs'));
    assert.deepEqual(keysIn(await lastSaid(talk, store)), ['deskMessages.callUs.self']);
    assert.deepEqual((await talk.state()).waiting, waiting);
  });

  it('is heard by text at the next word, after a text of nothing', async () => {
    await begin('sms');
    const texts = await tell(message('noCoverage'));
    assert.deepEqual(
      texts.map((item) => item.kind === 'text' && [item.phone, item.language]),
      [[talk.key, 'en']],
    );
    assert.ok(keysIn((await talk.types('hello')).says).includes('deskMessages.noCoverage.self'));
    assert.equal(keysIn((await talk.types('hello')).says).includes('deskMessages.noCoverage.self'), false, 'once');
  });

  it('is not told any more where all was taken back', async () => {
    await begin('sms');
    await tell(message('callUs'));
    await withdraw();
    assert.equal(keysIn((await talk.types('hello')).says).includes('deskMessages.callUs.self'), false);
    assert.deepEqual(await tell(message('triedToCall')), []);
  });

  for (const channel of ['web', 'sms'] as const) {
    it(`is not told to a helper whom nobody released (${channel})`, async () => {
      await begin(channel, 'other');
      const before = await lastSaid(talk, store);
      for (const id of DeskMessage.options) assert.deepEqual(await tell(message(id)), []);
      assert.deepEqual(await tell({ kind: 'stillMissing' }), []);
      assert.deepEqual([await lastSaid(talk, store), (await talk.state()).news], [before, []]);
    });
  }

  it('that something is still missing is told while the plan waits for it, and not once it has decided', async () => {
    await begin('web');
    const before = await lastSaid(talk, store);
    await tell({ kind: 'stillMissing' });
    assert.deepEqual(await lastSaid(talk, store), before);
    const what = { kind: 'decision', decision: 'pendingInfo', decidedOn: '2026-11-20', noticeMailedOn: null } as const;
    assert.equal(await store.record(number, { programme: 'ecm', what }, 'Lee Xiong'), true);
    const news = newsGateway({ store, maySay: preview, worldFor: () => talk.world, now: () => new Date(instant) });
    const topic = { kind: 'stillMissing' } as const;
    await news.tell({ kind: 'news', id: 'still missing', number, programme: 'ecm', topic }, 1);
    assert.ok(keysIn(await lastSaid(talk, store)).includes('checkIn.stillMissingCall.self'));
  });

  it('says in every language whom to call, by the numbers of the plan and of the State', async () => {
    await begin('web');
    const file = await store.status(number, '1964-03-07', null);
    assert.ok(file, 'no status');
    const { healthCareOptions, mediCal } = stateLines;
    const beside: Partial<Record<DeskMessage, string>> = {
      notOurs: healthCareOptions.number,
      shareOfCost: healthCareOptions.number,
      noCoverage: mediCal.number,
    };
    for (const language of ['en', 'es', 'hmn'] satisfies readonly Tag[]) {
      for (const perspective of ['self', 'other'] as const) {
        for (const id of DeskMessage.options) {
          const status = { ...file, perspective };
          const says = newsSays(
            { number, programme: null, topic: { kind: 'message', message: id }, status },
            talk.world,
          );
          const said = layoutTexts(says, language, { medium: 'sms' })?.join(' ') ?? '';
          assert.ok(
            said.includes(planPhone) && said.includes(beside[id] ?? ''),
            `${language} ${id} ${perspective}: ${said}`,
          );
          assert.doesNotMatch(said, /\{\{|denied|reject|will get|promise/i);
        }
      }
    }
    assert.notEqual(text('en', 'deskMessages.callUs.other'), text('en', 'deskMessages.callUs.self'));
  });
});

async function lastSaid(talk: Talk, store: WholeStore): Promise<readonly Say[]> {
  const { id } = await store.conversation(talk.key.startsWith('+') ? 'sms' : 'web', talk.key);
  const said = (await store.messagesSince(id, 0)).flatMap((each) => (each.by === 'us' ? [each.says] : []));
  return said.at(-1) ?? [];
}
