// Invariant 9: a helper is told nothing back until the member says so from a contact of their own; and may always file.
import assert from 'node:assert/strict';
import type { ClosureReason, Decision } from '../../referral/decision.ts';
import { newsGateway } from '../../server/gateways/news.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { keysIn } from './said.ts';
import { play, type Played } from './script.ts';
import { openTalk, preview, type Talk, type Turn } from './talk.ts';

const forAnother = { 'whom.whose': ['other'], 'file.programmes': ['ecm', 'medicallyTailoredMeals'] } as const;
const theirPhone = '+19515550142';

async function asksStatus(talk: Talk, number: string): Promise<Turn> {
  await talk.picks('act:menu');
  await talk.picks('status');
  await talk.types(number);
  return talk.types('3/7/1964');
}

/** All that would tell more than that it came. */
const tells = (turn: Turn): readonly string[] =>
  keysIn(turn.says).filter((key) => /^(status\.(steps|closed|questions)|programmes\.)/.test(key));

describe('a helper', () => {
  let store: WholeStore;
  beforeEach(async () => (store = await openMemoryStore()));
  afterEach(() => store.close());

  const decide = async (number: string, decision: Decision, reason?: ClosureReason): Promise<void> => {
    const noticeMailedOn = decision === 'denied' ? '2026-11-20' : null;
    const decided = { kind: 'decision', decision, decidedOn: '2026-11-20', noticeMailedOn } as const;
    assert.ok(await store.record(number, { programme: 'ecm', what: decided }, 'Lee Xiong'));
    if (!reason) return;
    const what = { kind: 'loop', loop: { state: 'closed', reason }, on: '2026-11-20', provider: null } as const;
    assert.ok(await store.record(number, { programme: 'ecm', what }, 'Lee Xiong'));
  };
  const lastOf = ({ turns }: Played): Turn => turns.at(-1) as Turn;

  for (const channel of ['web', 'sms'] as const) {
    it(`hears that it came, and no more (${channel})`, async () => {
      const talk = await openTalk({ store, channel });
      const played = await play(talk, { changed: forAnother });
      const confirmed = keysIn(lastOf(played).says);
      assert.ok(confirmed.includes('file.sent.helper') && confirmed.includes('file.sent.helperNext'));
      assert.ok(!confirmed.some((key) => ['file.sent.decision', 'file.sent.theyCall', 'file.sent.fast'].includes(key)));
      for (const decision of ['pending', 'approved', 'denied', 'void'] as const) {
        if (decision !== 'pending') await decide(played.number, decision);
        const told = await asksStatus(talk, played.number);
        assert.ok(keysIn(told.says).includes('status.helper'));
        assert.deepEqual(tells(told), []);
      }
    });
  }

  it('reads the same words whether or not the person may be contacted, and none that they will be', async () => {
    const read: string[] = [];
    for (const ways of [['call', 'text'], ['none']]) {
      const talk = await openTalk({ store });
      const played = await play(talk, { changed: { ...forAnother, 'file.safeWays': ways } });
      const { number } = played;
      const referral = await store.referral(number, 'test');
      assert.equal(referral?.referral.contact.doNotContact, ways.includes('none'));
      const says = [lastOf(played), await asksStatus(talk, number)].map(({ all }) => all).join('\n');
      read.push(says.replaceAll(/\d{4} \d{3} \d{3} \d{4}/g, 'number'));
    }
    assert.equal(read[0], read[1]);
    assert.doesNotMatch(read[0] ?? '', /contact the person|will call|write to/i);
  });

  it('is told no news either, on the page or by text', async () => {
    for (const channel of ['web', 'sms'] as const) {
      const talk = await openTalk({ store, channel });
      const { number } = await play(talk, { changed: forAnother });
      await decide(number, 'approved', 'servicesReceived');
      const news = newsGateway({ store, maySay: preview, worldFor: () => talk.world, now: () => new Date() });
      const { id } = await store.conversation(channel, talk.key);
      const before = (await store.messagesSince(id, 0)).length;
      await news.tell({ kind: 'news', id: `news ${number}`, number, programme: 'ecm', topic: { kind: 'status' } }, 1);
      assert.equal((await store.messagesSince(id, 0)).length, before);
      assert.deepEqual((await talk.state()).news, []);
      assert.deepEqual(tells(await talk.types('hello')), []);
    }
  });

  it('hears of it once the member has said yes, from the phone that is theirs', async () => {
    const hers = await openTalk({ store });
    const { number } = await play(hers, { changed: forAnother });
    await decide(number, 'approved');
    const his = await openTalk({ store, channel: 'sms', key: theirPhone });
    const told = await asksStatus(his, number);
    assert.equal(told.outcome.question, 'tellHelper');
    assert.ok(tells(told).includes('status.steps.approved'), 'the member themselves is told');
    assert.deepEqual(tells(await asksStatus(hers, number)), [], 'nothing before the yes');
    await asksStatus(his, number);
    await his.types('1');
    assert.ok(tells(await asksStatus(hers, number)).includes('status.steps.approved'));
  });

  it('hears nothing where the member says no', async () => {
    const hers = await openTalk({ store });
    const { number } = await play(hers, { changed: forAnother });
    const his = await openTalk({ store, channel: 'sms', key: theirPhone });
    await asksStatus(his, number);
    await his.types('2');
    assert.deepEqual(tells(await asksStatus(hers, number)), []);
  });

  it('cannot say yes for the member: not from another phone, not from the page, not from their own', async () => {
    const helpers = '+19515550177';
    const hers = await openTalk({ store, channel: 'sms', key: helpers });
    // The helper gives their own phone as that of the member.
    const { number } = await play(hers, { changed: { ...forAnother, 'file.phone': helpers } });
    const others = [hers, await openTalk({ store, channel: 'sms' }), await openTalk({ store })];
    for (const talk of others) {
      const told = await asksStatus(talk, number);
      assert.notEqual(told.outcome.question, 'tellHelper');
      assert.deepEqual(tells(told), []);
    }
  });

  for (const awareness of ['agrees', 'doesNotKnow', 'cannotAgree'] as const) {
    it(`may file for somebody who ${awareness}`, async () => {
      const talk = await openTalk({ store });
      const { number } = await play(talk, { changed: { ...forAnother, 'whom.awareness': [awareness] } });
      const referral = await store.filed(number);
      assert.equal(referral?.filer.kind === 'helper' && referral.filer.awareness, awareness);
      assert.equal(referral?.consents.tellHelper, false);
    });
  }

  it('who files a second time for the same person gets a new number and the same words', async () => {
    const first = await play(await openTalk({ store }), { changed: { 'file.safeWays': ['mail'] } });
    const before = await store.filed(first.number);
    const second = await play(await openTalk({ store }), { changed: forAnother });
    const third = await play(await openTalk({ store }), { changed: forAnother });
    assert.equal(new Set([first, second, third].map(({ number }) => number)).size, 3);
    assert.deepEqual(keysIn(lastOf(third).says), keysIn(lastOf(second).says));
    assert.deepEqual(await store.filed(first.number), before, 'the first safe contact stays');
    assert.notDeepEqual((await store.filed(second.number))?.contact, before?.contact);
  });

  it('is never told whether somebody else has filed for that person', async () => {
    const alone = await play(await openTalk({ store: await openMemoryStore() }), { changed: forAnother });
    await play(await openTalk({ store }));
    const after = await play(await openTalk({ store }), { changed: forAnother });
    const said = ({ turns }: Played) => turns.map(({ says }) => keysIn(says));
    assert.deepEqual(said(after), said(alone));
  });

  it('a wrong number, a wrong date, and both are answered alike', async () => {
    const { number } = await play(await openTalk({ store }));
    const other = number.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10));
    const tries = [
      [other, '3/7/1964'],
      [number, '3/8/1964'],
      [other, '3/8/1964'],
    ] as const;
    const heard = [];
    for (const [asked, date] of tries) {
      const talk = await openTalk({ store });
      await talk.picks('status');
      await talk.types(asked);
      heard.push((await talk.types(date)).all);
    }
    assert.equal(new Set(heard).size, 1);
  });
});
