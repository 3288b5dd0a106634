// Invariant 5: danger first, in every state, in every language, whatever the store does; nobody promises an empty chair.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { layoutTexts } from '../../bot/channel.ts';
import { dangerSays } from '../../bot/danger/says.ts';
import type { Store } from '../../bot/store.ts';
import type { DangerKind } from '../../dialogs/danger-kind.ts';
import { raw } from '../../locales/index.ts';
import type { Tag } from '../../locales/languages.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { keysIn } from './said.ts';
import { openTalk, planPhone, type Talk, type Turn } from './talk.ts';
import { nameOf, stateAt, waitings } from './waitings.ts';

/** Chosen language, the language of the message, the message, and what it tells of. */
const messages: readonly (readonly [Tag, Tag, string, DangerKind])[] = [
  ['en', 'es', 'ya no quiero vivir', 'suicide'],
  ['es', 'hmn', 'kuv xav tuag', 'suicide'],
  ['hmn', 'en', 'I took all my pills', 'overdose'],
];

/** The words as they must be read: the member's language first, then English. */
function wordsFor(kind: DangerKind, language: Tag, { world }: Talk): readonly string[] {
  return layoutTexts(dangerSays(kind, world), language, { medium: world.channel === 'sms' ? 'sms' : 'plain' }) ?? [];
}

function startsWith(turn: Turn, words: readonly string[]): void {
  assert.deepEqual(turn.texts.slice(0, words.length), words);
}

/** A store of which every call fails, at once or a moment later. */
function broken(how: 'throws' | 'rejects'): () => Store {
  const fails = (): Promise<never> => {
    if (how === 'throws') throw new Error('the disk is gone');
    return Promise.reject(new Error('the disk is gone'));
  };
  // What a talker calls is a function, whatever its name.
  return () => new Proxy({} as Store, { get: () => fails });
}

describe('danger comes first', () => {
  let store: WholeStore;
  beforeEach(async () => (store = await openMemoryStore()));
  afterEach(() => store.close());

  for (const waiting of waitings) {
    it(`at ${nameOf(waiting)}, in another language than the chosen one: words, then an alert, once`, async () => {
      for (const channel of ['web', 'sms'] as const) {
        for (const [chosen, , text, kind] of messages) {
          const talk = await openTalk({ store, channel });
          await talk.put(stateAt(waiting, chosen));
          const before = new Set((await store.alerts('test')).map((alert) => alert.id));
          const id = randomUUID();
          const turn = await talk.sends({ id, text });
          startsWith(turn, wordsFor(kind, chosen, talk));
          assert.equal(turn.outcome.danger, kind);
          assert.equal(turn.outcome.question, 'danger');
          const again = await talk.sends({ id, text });
          assert.deepEqual(again.texts, turn.texts);
          const raised = (await store.alerts('test')).filter((alert) => !before.has(alert.id));
          assert.deepEqual(
            raised.map(({ danger }) => danger),
            [kind],
          );
        }
      }
    });
  }

  it('a first message of all is read for danger too', async () => {
    for (const channel of ['web', 'sms'] as const) {
      const talk = await openTalk({ store, channel });
      const turn = await talk.types('hola, mi esposo me pega');
      startsWith(turn, wordsFor('abuse', 'es', talk));
      assert.equal((await store.alerts('test')).length, channel === 'web' ? 1 : 2);
    }
  });

  it('after STOP danger is still answered, and the desk still told', async () => {
    const talk = await openTalk({ store, channel: 'sms' });
    await talk.types('hello');
    await talk.types('STOP');
    const turn = await talk.types('I want to die');
    startsWith(turn, wordsFor('suicide', 'en', talk));
    assert.equal(turn.outcome.silent, false);
    assert.equal((await store.alerts('test'))[0]?.danger, 'suicide');
  });

  it('English stands beside the words of another language, and one may go on where one was', async () => {
    const talk = await openTalk({ store });
    await talk.put(stateAt({ dialog: 'screen', question: 'housing' }, 'hmn'));
    const turn = await talk.types('kuv xav tuag');
    const last = (raw('en', 'danger.suicide.three') ?? '?').slice(0, 20);
    assert.ok(turn.texts[1]?.includes(last) === true && turn.texts[0]?.includes('988') === true);
    const { outcome } = await talk.picks('goOn');
    assert.equal(outcome.question, 'screen.housing');
  });

  for (const channel of ['web', 'sms'] as const) {
    it(`a ticked "I am fleeing violence" is danger, and makes contact confidential (${channel})`, async () => {
      const talk = await openTalk({ store, channel });
      await talk.put(stateAt({ dialog: 'screen', question: 'housingRisk' }, 'es'));
      const turn = await (channel === 'web' ? talk.picks('losing', 'violence') : talk.types('3'));
      startsWith(turn, wordsFor('abuse', 'es', talk));
      const [about] = (await talk.state()).cases;
      assert.equal(about?.confidential, true);
      assert.equal((await store.alerts('test')).length, 1);
      assert.ok(
        about.replies.some(({ question }) => question === 'housingRisk'),
        'the answer is kept',
      );
    });
  }

  for (const how of ['throws', 'rejects'] as const) {
    it(`a store that ${how} whatever is asked of it stops no words: danger, then sorry with the plan's phone`, async () => {
      for (const [, written, text, kind] of messages) {
        for (const channel of ['web', 'sms'] as const) {
          const talk = await openTalk({ store, channel, over: broken(how), language: written });
          const turn = await talk.types(text);
          startsWith(turn, wordsFor(kind, written, talk));
          assert.ok(keysIn(turn.says).includes('common.storeFailed'));
          assert.ok(turn.all.includes(planPhone));
          assert.deepEqual([turn.outcome.confirmation, turn.outcome.danger], [null, kind]);
          assert.deepEqual(talk.failures, ['alertNotStored']);
        }
      }
    });
  }

  it('a ticked choice that tells of danger is answered without a store, too', async () => {
    const talk = await openTalk({ store, over: broken('rejects') });
    const turn = await talk.sends({ choices: ['losing', 'violence'], question: 'screen.housingRisk' });
    startsWith(turn, wordsFor('abuse', 'en', talk));
  });

  it('where no words are signed, danger words still go out', async () => {
    const talk = await openTalk({ store, maySay: () => false });
    startsWith(await talk.types('mi esposo me pega'), wordsFor('abuse', 'es', talk));
  });

  it('no model can make danger less', async () => {
    const talk = await openTalk({ store, understanding: { read: () => Promise.resolve({ wants: 'thanks' }) } });
    startsWith(await talk.types('thank you for all, I want to die'), wordsFor('suicide', 'en', talk));
  });

  it('nobody promises a call that no one is there to make', async () => {
    for (const closed of [true, false]) {
      const talk = await openTalk({ store, closed, understanding: { read: () => Promise.resolve(null) } });
      const said = keysIn((await talk.types('I want to die')).says);
      assert.equal(said.includes('danger.callMe.staffed'), !closed);
      assert.equal(said.includes('danger.callMe.notStaffed'), closed);
    }
  });

  it('violence that was named before anybody was talked about still makes contact confidential', async () => {
    const talk = await openTalk({ store });
    await talk.types('my husband hits me');
    await talk.picks('goOn');
    await talk.picks('file');
    await talk.picks('self');
    assert.equal((await talk.state()).cases[0]?.confidential, true);
  });
});
