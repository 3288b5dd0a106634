// Invariant 12: language is data on the turn. It changes at any step; nothing is lost; nothing leaks; no word is made up.
import assert from 'node:assert/strict';
import { plainLine } from '../../bot/channel.ts';
import type { Replied } from '../../dialogs/reply.ts';
import type { State } from '../../dialogs/state.ts';
import { keys, raw, type Key } from '../../locales/index.ts';
import { languages, type Tag } from '../../locales/languages.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { keysIn } from './said.ts';
import { play } from './script.ts';
import { openTalk, plan, planPhone, preview, type Turn } from './talk.ts';
import { nameOf, stateAt, waitings } from './waitings.ts';

const tags = languages.map(({ tag }) => tag);
const channels = ['web', 'sms'] as const;

/**
 * English sentences of five words and more, as patterns: gaps may hold anything. Danger words and the names of
 * programmes stand beside those of the language, on purpose.
 */
const english = keys
  .filter((key) => !/^danger\.|^programmes\.\w+\.name$/.test(key))
  .flatMap((key) => (raw('en', key) ?? '').split(/(?<=[.?!])\s+/).map((sentence) => ({ key, sentence })))
  .filter(({ sentence }) => (sentence.replace(/\{\{\w+\}\}/g, '').match(/\p{L}+/gu) ?? []).length > 4)
  .map(({ key, sentence }) => {
    const literal = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const pattern = sentence
      .split(/\{\{\w+\}\}/)
      .map(literal)
      .join('.{0,80}?');
    return { key, pattern: new RegExp(pattern) };
  });

function isWhollyIn(language: Tag, { outcome, says, texts }: Turn, how: string): void {
  assert.equal(outcome.language, language, how);
  for (const message of outcome.messages) if (message.by === 'us') assert.equal(message.language, language, how);
  assert.deepEqual(
    keysIn(says).filter((key) => raw(language, key) === undefined),
    [],
    how,
  );
  if (language === 'en') return;
  // A name that stands within a sentence of the language's own ("... California Children's Services (CCS)") is no leak.
  const leaked = english
    .filter(({ key }) => !key.startsWith('programmes.overlaps.'))
    .filter(({ pattern }) => texts.some((text) => pattern.test(text)));
  assert.deepEqual(
    leaked.map(({ key }) => key),
    [],
    `${how}: ${texts.join(' / ')}`,
  );
}

/** All that a member has said, and where they stand. */
const told = ({ cases, waiting, trail, active, privacy }: State) => ({ cases, waiting, trail, active, privacy });

describe('the language of a talk', () => {
  let store: WholeStore;
  before(async () => (store = await openMemoryStore()));
  after(() => store.close());

  for (const waiting of waitings) {
    it(`is changed at ${nameOf(waiting)}, by button or by its name, and the same is asked again in it`, async () => {
      for (const channel of channels) {
        for (const [at, from] of tags.entries()) {
          const to = tags[(at + 1) % tags.length] ?? 'en';
          const talk = await openTalk({ store, channel });
          await talk.put(stateAt(waiting, from));
          const before = await talk.picks('act:repeat');
          const stood = await talk.state();
          const pressed = await talk.picks(`language:${to}`);
          isWhollyIn(to, pressed, 'by button');
          assert.equal(pressed.outcome.question, before.outcome.question);
          assert.ok(pressed.says.some((say) => say.kind === 'ask' && say.id === before.outcome.question));
          assert.deepEqual(told(await talk.state()), told(stood));
        }
      }
    });
  }

  it('is changed by its own name, in whatever language one is, where no language is asked for', async () => {
    const names = { en: 'English', es: 'Español', hmn: 'Hmoob' } as const;
    const asks = ['language', 'file.spoken', 'file.written', 'file.dialect', 'callBack.language', 'callBack.dialect'];
    for (const waiting of waitings.filter((each) => !asks.includes(nameOf(each)))) {
      for (const to of tags) {
        const talk = await openTalk({ store, channel: 'sms' });
        await talk.put(stateAt(waiting, to === 'en' ? 'hmn' : 'en'));
        const before = await talk.state();
        isWhollyIn(to, await talk.types(names[to]), nameOf(waiting));
        assert.deepEqual(told(await talk.state()), told(before), nameOf(waiting));
      }
    }
  });

  it('is chosen from the list, and then what waited is asked again', async () => {
    for (const channel of channels) {
      const talk = await openTalk({ store, channel });
      await talk.put(stateAt({ dialog: 'screen', question: 'housing' }));
      await talk.picks('act:language');
      const chosen = await (channel === 'web' ? talk.picks('es') : talk.types('2'));
      isWhollyIn('es', chosen, 'from the list');
      assert.equal(chosen.outcome.question, 'screen.housing');
      assert.ok(
        chosen.says.some((say) => say.kind === 'ask' && say.id === 'screen.housing'),
        'it is asked again',
      );
    }
  });

  for (const channel of channels) {
    it(`may be changed before every single answer, and the request is the same (${channel})`, async () => {
      const changed = { 'file.spoken': ['es'], 'file.written': ['es'] } as const;
      const plain = await play(await openTalk({ store, channel }), { changed });
      const talk = await openTalk({ store, channel });
      let turns = 0;
      const mixed = await play(talk, {
        changed,
        between: async () => {
          const to = tags[(turns += 1) % tags.length] ?? 'en';
          const turn = await talk.picks(`language:${to}`);
          isWhollyIn(to, turn, String(turn.outcome.question));
          return turn;
        },
      });
      assert.deepEqual(mixed.findings, plain.findings);
      const [one, other] = await Promise.all([plain, mixed].map(({ number }) => store.filed(number)));
      const same = ['person', 'filer', 'consents', 'requests', 'trusted', 'asksForFast'] as const;
      for (const part of same) assert.deepEqual(other?.[part], one?.[part], part);
      for (const turn of mixed.turns) isWhollyIn(turn.outcome.language, turn, String(turn.outcome.question));
    });

    for (const { tag } of languages) {
      it(`stays what was chosen, whatever language an answer is written in (${channel}, ${tag})`, async () => {
        const talk = await openTalk({ store, channel });
        await talk.put(stateAt({ dialog: 'screen', question: 'housing' }, tag));
        for (const text of [
          'vivo en una carpa con mi familia',
          'I live in a tent with my family',
          'kuv tsis muaj tsev nyob',
        ])
          isWhollyIn(tag, await talk.types(text), text);
      });
    }
  }

  it('is the one that a member writes in, until one is chosen', async () => {
    const talk = await openTalk({ store });
    assert.equal((await talk.types('hola, quiero ayuda con mi casa')).outcome.language, 'es');
    assert.equal((await talk.types('nyob zoo, kuv xav paub seb muaj kev pab dab tsi')).outcome.language, 'hmn');
    await talk.picks('language:en');
    assert.equal((await talk.types('hola, quiero ayuda con mi casa')).outcome.language, 'en');
  });

  it('another language than ours is an interpreter who calls, never words that are made up', async () => {
    const talk = await openTalk({ store });
    await talk.picks('act:language');
    const { says, all } = await talk.types('Mixteco');
    assert.ok(keysIn(says).includes('language.interpreter') && all.includes(planPhone));
    assert.equal((await talk.state()).waiting.dialog, 'callBack');
  });
});

describe('a word that is missing or not signed', () => {
  let store: WholeStore;
  before(async () => (store = await openMemoryStore()));
  after(() => store.close());

  const params = { plan: plan.shortName, phone: { phone: plan.memberServices.number }, tty: { digits: '711' } };
  const offer = (tag: Tag): string => plainLine(tag, { key: 'language.interpreter', params }) ?? '?';

  for (const channel of channels) {
    it(`makes the whole message the interpreter offer, whichever word it is (${channel})`, async () => {
      for (const waiting of waitings) {
        const all = await openTalk({ store, channel });
        await all.put(stateAt(waiting, 'es'));
        const needed = new Set(keysIn((await all.picks('act:repeat')).says));
        for (const missing of needed) {
          const talk = await openTalk({ store, channel, maySay: (tag, key) => preview(tag, key) && key !== missing });
          await talk.put(stateAt(waiting, 'es'));
          const { texts } = await talk.picks('act:repeat');
          assert.deepEqual(texts, [offer('es')], `${nameOf(waiting)} without ${missing}`);
        }
      }
    });
  }

  const around: readonly (readonly [Key, 'web' | 'sms'])[] = [
    ['findings.truth.met', 'web'],
    ['findings.truth.met', 'sms'],
    ['programmes.ecm.short', 'sms'],
    ['sms.chooseOne', 'sms'],
    ['sms.tail.person', 'sms'],
  ];
  for (const [missing, channel] of around) {
    it(`${missing} is one of them, though the channel puts it there (${channel})`, async () => {
      const talk = await openTalk({ store, channel, maySay: (tag, key) => preview(tag, key) && key !== missing });
      const state = stateAt({ dialog: 'findings' }, 'hmn');
      const met: Replied = { question: 'keepUp', reply: { kind: 'chosen', ids: ['yes'] }, on: '2026-11-20' };
      const age: Replied = { question: 'age', reply: { kind: 'count', count: { from: 62, to: 62 } }, on: '2026-11-20' };
      await talk.put({
        ...state,
        cases: state.cases.map((each) => ({ ...each, replies: [...each.replies, met, age] })),
      });
      assert.deepEqual((await talk.picks('act:repeat')).texts, [offer('hmn')]);
    });
  }

  it('what is offered instead is in English where even the offer is not signed, and is said to be', async () => {
    const talk = await openTalk({ store, maySay: (tag) => tag === 'en' });
    await talk.put(stateAt({ dialog: 'screen', question: 'housing' }, 'hmn'));
    const { outcome, texts } = await talk.picks('act:repeat');
    assert.deepEqual(texts, [offer('en')]);
    assert.deepEqual(
      outcome.messages.flatMap((message) => (message.by === 'us' ? [message.language] : [])),
      ['en'],
    );
  });

  it('the talk itself goes on: what was asked waits, and is asked where the words are there', async () => {
    const talk = await openTalk({ store, maySay: (tag, key) => preview(tag, key) && tag === 'en' });
    await talk.put(stateAt({ dialog: 'screen', question: 'housing' }, 'es'));
    await talk.picks('act:repeat');
    const { outcome, says } = await talk.picks('language:en');
    assert.equal(outcome.question, 'screen.housing');
    assert.ok(says.some((say) => say.kind === 'ask' && say.id === 'screen.housing'));
  });
});
