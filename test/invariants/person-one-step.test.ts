// Invariant 6: a person is one step away, in the middle of every question, in every language, also by one digit.
import assert from 'node:assert/strict';
import { readsOf } from '../../dialogs/read/words.ts';
import { languages, type Tag } from '../../locales/languages.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { keysIn } from './said.ts';
import { openTalk, planPhone, type Turn } from './talk.ts';
import { nameOf, stateAt, waitings } from './waitings.ts';

/** Where a number is the answer, 0 is that number: there a word is offered instead. */
const counts = new Set([
  'screen.age',
  'screen.stays',
  'screen.staysYear',
  'screen.emergency',
  'screen.emergencyYear',
  'planQuestion.question:stays',
]);

function offersAPerson({ says, all, outcome }: Turn, language: Tag, how: string): void {
  assert.ok(all.includes(planPhone), how);
  assert.equal(outcome.dialog, 'person', how);
  assert.equal(outcome.language, language, how);
  assert.ok(keysIn(says).includes('person.callMe'), how);
}

describe('a person is one step away', () => {
  let store: WholeStore;
  before(async () => (store = await openMemoryStore()));
  after(() => store.close());

  for (const waiting of waitings) {
    it(`at ${nameOf(waiting)}: by button, by word, by 0; and what was said so far is kept`, async () => {
      for (const { tag } of languages) {
        const page = await openTalk({ store });
        await page.put(stateAt(waiting, tag));
        const { cases } = await page.state();
        offersAPerson(await page.picks('act:person'), tag, 'by button');
        assert.deepEqual((await page.state()).cases, cases);
        for (const channel of ['web', 'sms'] as const) {
          const talk = await openTalk({ store, channel });
          await talk.put(stateAt(waiting, tag));
          offersAPerson(await talk.types(readsOf[tag].acts['person']?.[1] ?? ''), tag, `by word, ${channel}`);
          if (counts.has(nameOf(waiting))) continue;
          await talk.put(stateAt(waiting, tag));
          offersAPerson(await talk.types('0'), tag, `by 0, ${channel}`);
        }
      }
    });
  }

  it('every text message that asks says how to reach a person', async () => {
    for (const { tag } of languages) {
      for (const waiting of waitings) {
        const talk = await openTalk({ store, channel: 'sms' });
        await talk.put(stateAt(waiting, tag));
        const { all } = await talk.picks('act:repeat');
        const ways = [readsOf[tag].acts['person']?.[0], readsOf[tag].acts['person']?.[1]];
        assert.ok(
          ways.some((way) => all.toLowerCase().includes(way ?? '?')) || /(^|\n|, )0 /.test(all),
          nameOf(waiting),
        );
      }
    }
  });

  it('who goes on after looking for a person is asked again where they were', async () => {
    const talk = await openTalk({ store, channel: 'sms' });
    await talk.put(stateAt({ dialog: 'screen', question: 'housing' }, 'hmn'));
    await talk.types('0');
    assert.equal((await talk.types('2')).outcome.question, 'screen.housing');
  });

  it('whoever cannot be understood three times is offered a person', async () => {
    for (const { tag } of languages) {
      const talk = await openTalk({ store, channel: 'sms' });
      await talk.put(stateAt({ dialog: 'screen', question: 'housing' }, tag));
      await talk.types('flurbl');
      await talk.types('snood');
      offersAPerson(await talk.types('wibble'), tag, 'the third time');
    }
  });
});
