// Invariant 4: everything works with no model at all; that is the default.
import assert from 'node:assert/strict';
import { ProgrammeId } from '../../policy/rule.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { readConfig } from '../../server/config.ts';
import { play } from './script.ts';
import { openTalk } from './talk.ts';

describe('without any model', () => {
  let store: WholeStore;
  before(async () => (store = await openMemoryStore()));
  after(() => store.close());

  for (const channel of ['web', 'sms'] as const) {
    for (const language of ['en', 'es', 'hmn'] as const) {
      it(`a member is screened and files, where nothing at all is understood (${channel}, ${language})`, async () => {
        const understanding = { read: () => Promise.resolve(null) };
        const talk = await openTalk({ store, channel, language, understanding });
        const { number, findings } = await play(talk);
        assert.equal(findings?.find(({ programme }) => programme === 'ecm')?.truth, 'met');
        const filed = await store.filed(number);
        assert.deepEqual([filed?.person.name, filed?.person.birthDate], ['Luis Example', '1964-03-07']);
        assert.ok(filed?.requests.every(({ programme }) => ProgrammeId.options.includes(programme)));
      });
    }
  }

  it('what a member wants is read by the phrases of the catalogue', async () => {
    const wishes = [
      ['quiero hablar con alguien de mi plan', 'person'],
      ['what happened to my request', 'status'],
      ['I sleep in my car', 'whom'],
      ['kuv xav tham nrog ib tug neeg', 'person'],
    ] as const;
    for (const [text, dialog] of wishes) {
      const talk = await openTalk({ store });
      assert.equal((await talk.types(text)).outcome.dialog, dialog, text);
    }
  });

  it('a model is off unless a key is given', () => {
    assert.equal(readConfig({}).model, null);
  });
});
