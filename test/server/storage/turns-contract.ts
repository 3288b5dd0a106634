import assert from 'node:assert/strict';
import type { Message } from '../../../bot/store.ts';
import type { WholeStore } from '../../../server/storage/sqlite.ts';
import { noon, referral, said, stateWith, unit } from './samples.ts';

/** What every store must do with conversations and turns. */
export function turnsContract(open: () => Promise<WholeStore>): void {
  let store: WholeStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const begin = async (key = 'visit'): Promise<string> => (await store.conversation('web', key)).id;
  const seqs = (messages: readonly Message[]): number[] => messages.map(({ seq }) => seq);

  it('begins a conversation once, and finds it again by the same channel and key', async () => {
    const [first, second] = await Promise.all([
      store.conversation('sms', '5595550101'),
      store.conversation('sms', '5595550101'),
    ]);
    assert.deepEqual(first, { id: first.id, version: 0, state: null });
    assert.equal(second.id, first.id);
    assert.notEqual((await store.conversation('web', '5595550101')).id, first.id);
  });

  it('gives back the state of the last turn', async () => {
    const id = await begin();
    const state = stateWith({ language: 'hmn', greeted: true });
    await store.commit(unit(id, 0, 'm1', { state }));
    assert.deepEqual(await store.conversation('web', 'visit'), { id, version: 1, state });
  });

  it("numbers the member's words and ours without gaps", async () => {
    const id = await begin();
    const first = await store.commit(unit(id, 0, 'm1'));
    assert.ok(first.kind === 'stored');
    assert.deepEqual(seqs(first.messages), [2]);
    const replies = [said(1), said(2)].map((says) => ({ language: 'es' as const, says }));
    await store.commit(unit(id, 1, 'm2', { replies }));
    await store.commit(unit(id, 2, 'none', { inbound: undefined }));
    const all = await store.messagesSince(id, 0);
    assert.deepEqual(seqs(all), [1, 2, 3, 4, 5, 6]);
    assert.deepEqual(all[2], { seq: 3, at: noon, by: 'member', text: 'me duele la espalda m2', choices: [] });
    assert.deepEqual(all[4], { seq: 5, at: noon, by: 'us', language: 'es', says: said(2) });
    assert.deepEqual(seqs(await store.messagesSince(id, 4)), [5, 6]);
  });

  it('takes one of two turns that were run on the same version', async () => {
    const id = await begin();
    const both = await Promise.all([store.commit(unit(id, 0, 'm1')), store.commit(unit(id, 0, 'm2'))]);
    assert.deepEqual(both.map(({ kind }) => kind).sort(), ['moved', 'stored']);
    assert.deepEqual(seqs(await store.messagesSince(id, 0)), [1, 2]);
  });

  it('answers the same message twice with the same reply, and stores it once', async () => {
    const id = await begin();
    const first = await store.commit(unit(id, 0, 'm1', { referral: referral('12345678901234') }));
    const second = await store.commit(unit(id, 0, 'm1', { referral: referral('99999999999999') }));
    assert.ok(first.kind === 'stored' && second.kind === 'repeated');
    assert.deepEqual(second.messages, first.messages);
    assert.deepEqual(await store.repliesTo({ conversation: id, inbound: 'm1' }), first.messages);
    assert.equal(await store.repliesTo({ conversation: id, inbound: 'm2' }), null);
    assert.equal(await store.filed('99999999999999'), null);
  });

  it("never shows one conversation the replies to another's message of the same id", async () => {
    const [mine, theirs] = [await begin('mine'), await begin('theirs')];
    await store.commit(unit(theirs, 0, 'm1'));
    assert.equal(await store.repliesTo({ conversation: mine, inbound: 'm1' }), null);
    assert.equal((await store.commit(unit(mine, 0, 'm1'))).kind, 'stored');
  });

  it('stores all of a turn or nothing of it', async () => {
    const id = await begin();
    await store.commit(unit(id, 0, 'm1', { referral: referral('12345678901234') }));
    const taken = unit(id, 1, 'm2', {
      callBack: {
        id: 'cb',
        name: null,
        phone: '5595550101',
        language: 'es',
        dialect: null,
        when: null,
        voicemail: null,
        reason: 'asked',
      },
      referral: referral('55555555555555'),
      outbox: [
        { kind: 'referral', id: 'twice', number: '55555555555555' },
        { kind: 'referral', id: 'twice', number: '55555555555555' },
      ],
    });
    await assert.rejects(store.commit(taken));
    assert.equal((await store.conversation('web', 'visit')).version, 1);
    assert.deepEqual(seqs(await store.messagesSince(id, 0)), [1, 2]);
    assert.equal(await store.filed('55555555555555'), null);
    assert.deepEqual(await store.callBacks('Ana'), []);
    assert.deepEqual(await store.claim('2027-01-01T00:00:00Z', '2027-01-01T00:01:00Z', 9), []);
  });

  it('lets the others of one commit stand when one fails', async () => {
    const [one, two, three] = [await begin('1'), await begin('2'), await begin('3')];
    const results = await Promise.allSettled([
      store.commit(unit(one, 0, 'm')),
      store.commit(unit(two, 0, 'm', { referral: referral('not a number') })),
      store.commit(unit(three, 0, 'm')),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.equal((await store.conversation('web', '2')).version, 0);
    assert.equal((await store.conversation('web', '3')).version, 1);
  });

  it('refuses a state that it could not read again', async () => {
    const id = await begin();
    const state = { ...stateWith({}), version: 2 } as never;
    await assert.rejects(store.commit(unit(id, 0, 'm1', { state })));
    assert.equal((await store.conversation('web', 'visit')).state, null);
  });

  it('refuses a turn of a conversation that was never begun', async () => {
    await assert.rejects(store.commit(unit('nobody', 0, 'm1')), /never begun/);
  });

  it('keeps what was asked for just before it closes', async () => {
    const other = await open();
    const id = (await other.conversation('web', 'last')).id;
    const last = other.commit(unit(id, 0, 'm1'));
    await other.close();
    assert.equal((await last).kind, 'stored');
  });
}
