import assert from 'node:assert/strict';
import type { RequestAct } from '../../../bot/store.ts';
import { emptyDraft } from '../../../dialogs/case.ts';
import type { Change } from '../../../referral/changes.ts';
import type { InfoAsk } from '../../../referral/info-ask.ts';
import type { Claimed, OutboxItem } from '../../../referral/outbox-store.ts';
import type { WholeStore } from '../../../server/storage/sqlite.ts';
import { filedReferral, noon, referral, referralOf, stateWith, unit } from './samples.ts';

const number = '12345678901234';
const later = (seconds: number): string => new Date(Date.parse(noon) + seconds * 1000).toISOString();
const decides = (decision: 'pending' | 'pendingInfo' | 'withdrawn', ...asks: InfoAsk[]): Change => ({
  kind: 'decision',
  decision,
  decidedOn: '2026-11-21',
  noticeMailedOn: null,
  asks,
});

/** What every store must do with what a member says to the plan after the filing. */
export function followUpContract(open: () => Promise<WholeStore>): void {
  let store: WholeStore;
  let conversation: string;
  let seconds: number;
  beforeEach(async () => {
    store = await open();
    conversation = await filedReferral(store, referral(number), 'her page');
    seconds = 0;
  });
  afterEach(() => store.close());

  const acts = async (key: string, ...requestEvents: RequestAct[]): Promise<string> => {
    const { id, version } = await store.conversation('web', key);
    return (await store.commit(unit(id, version, `acts ${version}`, { requestEvents }))).kind;
  };
  const takesBack = (of = number): RequestAct => ({
    number: of,
    programme: 'ecm',
    what: decides('withdrawn'),
    by: 'member',
  });
  const says = async (said: 'called' | 'remind'): Promise<void> => {
    const { id, version } = await store.conversation('web', 'her page');
    const what = { kind: 'memberSaid', programme: null, clock: 'decision', said } as const;
    await store.commit(unit(id, version, `says ${version}`, { memberSaid: { number, what } }));
  };
  /** Claims all that is due; a referral that is among it is received. */
  const claim = async (): Promise<readonly Claimed[]> => {
    seconds += 100;
    return store.claim(later(seconds), later(seconds + 60), 9);
  };
  const done = async (claimed: readonly Claimed[]): Promise<void> => {
    for (const one of claimed) await store.settle(one, { kind: 'done' }, later(seconds));
  };
  type FollowUpItem = Extract<OutboxItem, { kind: 'followUp' }>;
  const followUps = (claimed: readonly Claimed[]): readonly FollowUpItem[] =>
    claimed.flatMap(({ item }) => (item.kind === 'followUp' ? [item] : []));
  const kinds = (claimed: readonly Claimed[]): readonly string[] => claimed.map(({ item }) => item.kind);

  it('has each answer for the plan, with what it still waits for', async () => {
    await done(await claim());
    await store.record(number, { programme: 'ecm', what: decides('pendingInfo', 'card', 'phone') }, 'Ana');
    const answers = (ask: 'card' | 'phone', text: string): RequestAct => ({
      number,
      programme: 'ecm',
      what: { kind: 'answered', on: '2026-11-21', answer: { ask, said: { kind: 'text', text } } },
      by: 'member',
    });
    await acts('her page', answers('card', '91234567A'));
    await acts('her page', answers('phone', '951-555-0199'));
    const told: Awaited<ReturnType<WholeStore['followUp']>>[] = [];
    for (let of = 0; of < 2; of += 1) {
      const claimed = (await claim()).filter(({ item }) => item.kind === 'followUp');
      assert.equal(claimed.length, 1, 'one after the other');
      told.push(await store.followUp(followUps(claimed)[0]!));
      await done(claimed);
    }
    assert.deepEqual(
      told.map((one) => one !== null && one !== 'overtaken' && { ...one, referral: one.referral.number }),
      [
        { ask: 'card' as const, text: '91234567A', event: 2, open: ['phone'] },
        { ask: 'phone' as const, text: '951-555-0199', event: 3, open: [] },
      ].map(({ ask, text, event, open: left }) => ({
        what: 'answered',
        referral: number,
        event,
        at: noon,
        by: 'member',
        programmes: ['ecm'],
        answer: { ask, said: { kind: 'text', text } },
        askedOn: '2026-11-21',
        open: left,
      })),
    );
  });

  it('has it that they took a request back, behind the referral', async () => {
    await acts('her page', takesBack());
    const first = await claim();
    assert.deepEqual(kinds(first), ['referral']);
    assert.deepEqual(kinds(await claim()), ['referral'], 'a sender that died');
    await done(first);
    const [item] = followUps(await claim());
    assert.deepEqual(item, {
      kind: 'followUp',
      id: `followUp ${number}-withdrawn-1`,
      number,
      programme: 'ecm',
      what: 'withdrawn',
      event: 1,
    });
    const told = await store.followUp(item);
    assert.deepEqual(told !== 'overtaken' && [told?.what, told?.programmes], ['withdrawn', ['ecm']]);
  });

  it('goes after a referral that was handed over and is not acknowledged yet', async () => {
    await acts('her page', takesBack());
    const [handedOver] = await claim();
    const again = { kind: 'again', notBefore: later(900), reason: 'notAcknowledged' } as const;
    await store.settle(handedOver!, again, later(seconds));
    assert.deepEqual(kinds(await claim()), ['followUp']);
  });

  it('waits while the plan refuses its referral, or that breaks here, and holds up no other referral', async () => {
    await acts('her page', takesBack());
    const [refused] = await claim();
    await store.settle(refused!, { kind: 'refused', reason: 'notOurMember' }, later(seconds));
    const { name } = referral(number).person;
    await filedReferral(store, referralOf(name, '22222222222222'), 'her page again');
    const next = (await claim()).filter(({ item }) => item.kind !== 'news');
    assert.deepEqual(
      next.map(({ item }) => 'number' in item && item.number),
      ['22222222222222'],
    );
    await done(next);
    assert.deepEqual(followUps(await claim()), []);

    assert.equal(await store.sendAgain(`referral ${number}`, 'Ana'), true);
    for (let tries = 0; tries < 7; tries += 1) {
      const [broke, ...others] = (await claim()).filter(({ item }) => item.kind !== 'news');
      assert.deepEqual([broke?.item.kind, others], ['referral', []]);
      await store.settle(broke!, { kind: 'again', notBefore: later(seconds), reason: 'failed' }, later(seconds));
    }
    await done((await claim()).filter(({ item }) => item.kind === 'referral'));
    assert.equal(followUps(await claim()).length, 1);
  });

  it('is one, though the turn is run again or sent twice', async () => {
    await done(await claim());
    const { version } = await store.conversation('web', 'her page');
    const turn = unit(conversation, version, 'twice', { requestEvents: [takesBack()] });
    assert.equal((await store.commit({ ...turn, expectedVersion: version - 1 })).kind, 'moved');
    const both = await Promise.all([store.commit(turn), store.commit(turn)]);
    assert.deepEqual(both.map(({ kind }) => kind).sort(), ['repeated', 'stored']);
    assert.equal(followUps(await claim()).length, 1);
  });

  it('is none where the desk took the request back, and not said where the desk has set it otherwise since', async () => {
    await done(await claim());
    await store.record(number, { programme: 'ecm', what: decides('withdrawn') }, 'Ana');
    assert.deepEqual(followUps(await claim()), []);
    await store.record(number, { programme: 'ecm', what: decides('pending') }, 'Ana');
    await acts('her page', takesBack());
    await store.record(number, { programme: 'ecm', what: decides('pending') }, 'Ana');
    const [item] = followUps(await claim());
    assert.equal(await store.followUp(item!), 'overtaken');
  });

  it('has a reminder once, about every request where all ran out, and no word that needs none', async () => {
    await done(await claim());
    await says('called');
    await says('remind');
    await says('remind');
    const claimed = await claim();
    const items = followUps(claimed);
    assert.deepEqual(
      items.map(({ what, event, programme }) => [what, event, programme]),
      [['reminder', 2, null]],
    );
    await done(claimed);
    assert.deepEqual(followUps(await claim()), []);
    const told = await store.followUp(items[0]!);
    assert.deepEqual(told !== 'overtaken' && told?.what === 'reminder' && [told.clock, told.programmes], [
      'decision',
      ['ecm', 'medicallyTailoredMeals'],
    ]);
  });

  it('is restricted where violence was named after the filing', async () => {
    await done(await claim());
    await says('remind');
    const [item] = followUps(await claim());
    const confidential = async (): Promise<unknown> => {
      const told = await store.followUp(item!);
      return told === 'overtaken' ? told : told?.referral.contact.confidential;
    };
    assert.equal(await confidential(), false);
    const { id, version } = await store.conversation('web', 'her page');
    const told = { id: 'case 1', whose: 'self', helper: {}, everything: false } as const;
    const about = { ...told, replies: [], draft: emptyDraft, filed: [number], confidential: true };
    await store.commit(unit(id, version, 'names it', { state: stateWith({ cases: [about] }) }));
    assert.equal(await confidential(), true);
  });

  it('is shown to the desk where the plan refuses it, and sent again, counted', async () => {
    await done(await claim());
    await acts('her page', takesBack());
    const [one] = await claim();
    await store.settle(one!, { kind: 'refused', reason: 'notSupported', answer: 'HTTP 405' }, later(seconds));
    const [row] = await store.undelivered('Ana');
    assert.deepEqual(
      [row?.kind, row?.number, row?.reason, row?.answer],
      ['followUp', number, 'notSupported', 'HTTP 405'],
    );
    assert.equal((await store.referrals('Ana'))[0]?.number, number, 'the referral stays received');
    assert.equal(await store.sendAgain(row!.id, 'Ana'), true);
    const claimed = await store.claim('2099-01-01T00:00:00Z', '2099-01-01T00:01:00Z', 9);
    assert.deepEqual(
      followUps(claimed).map(({ again }) => again),
      [1],
    );
  });

  it('is null for what was never recorded', async () => {
    const item = { kind: 'followUp', id: 'x', number, programme: 'ecm', what: 'withdrawn', event: 4 } as const;
    assert.equal(await store.followUp(item), null);
    assert.equal(await store.followUp({ ...item, number: '99999999999999' }), null);
  });
}
