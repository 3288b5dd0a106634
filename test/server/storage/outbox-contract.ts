import assert from 'node:assert/strict';
import type { Claimed, OutboxItem } from '../../../referral/outbox-store.ts';
import type { WholeStore } from '../../../server/storage/sqlite.ts';
import { filedReferral, noon, referral, referralOf, unit } from './samples.ts';

const later = (seconds: number): string => new Date(Date.parse(noon) + seconds * 1000).toISOString();
const text = (id: string, phone: string, notBefore: string | null = null): OutboxItem => ({
  kind: 'text',
  id,
  phone,
  language: 'es',
  notBefore,
});

/** What every store must do with what goes out. */
export function outboxContract(open: () => Promise<WholeStore>): void {
  let store: WholeStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const put = async (key: string, ...outbox: OutboxItem[]): Promise<void> => {
    const { id, version } = await store.conversation('web', key);
    await store.commit(unit(id, version, `m${version}`, { outbox }));
  };
  const claim = (seconds = 0, most = 9): Promise<readonly Claimed[]> =>
    store.claim(later(seconds), later(seconds + 60), most);
  const ids = (claimed: readonly Claimed[]): string[] => claimed.map(({ item }) => item.id).sort();

  it('gives an item to one sender at a time', async () => {
    await put('a', text('t1', '5595550101'));
    const [mine, theirs] = await Promise.all([claim(), claim()]);
    assert.deepEqual([...ids(mine), ...ids(theirs)], ['t1']);
  });

  it('gives it again when the lease of a sender that died has run out', async () => {
    await put('a', text('t1', '5595550101'));
    assert.equal((await claim())[0]?.attempt, 1);
    assert.deepEqual(ids(await claim(59)), []);
    assert.equal((await claim(60))[0]?.attempt, 2);
  });

  it('keeps the order for one phone, and lets others pass', async () => {
    await put('a', text('t1', '5595550101'), text('t2', '+1 559 555 0101'), text('t3', '5595550102'));
    const first = await claim();
    assert.deepEqual(ids(first), ['t1', 't3']);
    await store.settle(
      first.find(({ item }) => item.id === 't1')!,
      { kind: 'again', notBefore: later(30) },
      later(1),
    );
    assert.deepEqual(ids(await claim(2)), []);
    const [again] = await claim(30);
    await store.settle(again!, { kind: 'done' }, later(31));
    assert.deepEqual(ids(await claim(32)), ['t2']);
  });

  it('holds no referral back because a text waits for the morning', async () => {
    const { id } = await store.conversation('web', 'a');
    const outbox = [
      text('t1', '9515550134', later(9000)),
      { kind: 'referral', id: 'r1', number: '12345678901234' } as const,
    ];
    await store.commit(unit(id, 0, 'm', { referral: referral('12345678901234'), outbox }));
    assert.deepEqual(ids(await claim()), ['r1']);
  });

  it("keeps the order of one person's referrals, wherever they were filed, and of no others", async () => {
    await filedReferral(store, referralOf('Mai Example', '00000000000001'), 'her page');
    await filedReferral(store, referralOf('MAI  example', '00000000000002'), 'her phone');
    await filedReferral(store, referralOf('Tou Example', '00000000000003'), 'her page');
    const numbers = (claimed: readonly Claimed[]): unknown =>
      claimed.map(({ item }) => 'number' in item && item.number);
    const first = await claim();
    assert.deepEqual(numbers(first), ['00000000000001', '00000000000003']);
    for (const one of first) await store.settle(one, { kind: 'done' }, later(1));
    assert.deepEqual(numbers(await claim(2)), ['00000000000002']);
  });

  it('compares instants, not their spelling', async () => {
    await put('a', text('t1', '5595550101', '2026-11-21T12:00:30-08:00'));
    assert.deepEqual(ids(await claim(29)), []);
    assert.deepEqual(ids(await claim(30)), ['t1']);
  });

  it('takes no more than it was asked for', async () => {
    await put('a', text('t1', '5595550101'), text('t2', '5595550102'), text('t3', '5595550103'));
    assert.equal((await claim(0, 2)).length, 2);
  });

  it('marks a referral received when it is done, and keeps the first instant', async () => {
    await filedReferral(store, referral('12345678901234'));
    const [claimed] = await claim();
    await store.settle(claimed!, { kind: 'done' }, later(5));
    await store.receive('12345678901234', later(99999));
    assert.equal((await store.referral('12345678901234', 'Ana'))?.receivedAt, later(5));
    assert.equal((await store.status('12345678901234', '1964-03-09', null))?.receivedOn, '2026-11-21');
  });

  it('shows the desk what was refused, and sends it again when asked to', async () => {
    await put('a', text('t1', '5595550101'));
    const [claimed] = await claim();
    await store.settle(claimed!, { kind: 'refused', reason: 'notAPhone' }, later(1));
    assert.deepEqual(ids(await claim(99)), []);
    assert.deepEqual(await store.undelivered('Ana'), [
      {
        id: 't1',
        kind: 'text',
        number: null,
        state: 'refused',
        reason: 'notAPhone',
        answer: null,
        attempts: 1,
        since: noon,
      },
    ]);
    assert.equal(await store.sendAgain('t1', 'Ana'), true);
    assert.equal(await store.sendAgain('t1', 'Ana'), false);
    assert.deepEqual(ids(await store.claim('2099-01-01T00:00:00Z', '2099-01-01T00:01:00Z', 9)), ['t1']);
  });

  it('shows the desk what was tried often in vain, with what the other side said, and not what waits its turn', async () => {
    await filedReferral(store, referral('12345678901234'));
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      assert.deepEqual(await store.undelivered('Ana'), []);
      const [claimed] = await claim(attempt * 100);
      await store.settle(
        claimed!,
        { kind: 'again', notBefore: later(attempt * 100), reason: 'badAnswer', answer: '<html>' },
        later(attempt * 100),
      );
    }
    const [stuck] = await store.undelivered('Ana');
    assert.equal(stuck?.state, 'waiting');
    assert.equal(stuck.reason, 'badAnswer');
    assert.equal(stuck.answer, '<html>');
    const [claimed] = await claim(900);
    await store.settle(claimed!, { kind: 'again', notBefore: later(999), reason: 'notAcknowledged' }, later(900));
    assert.deepEqual(await store.undelivered('Ana'), []);
  });

  it('holds a referral that the plan refuses: somebody calls, and the member is told that somebody will', async () => {
    await filedReferral(store, referral('12345678901234'));
    const [claimed] = await claim();
    await store.settle(claimed!, { kind: 'refused', reason: 'invalid', answer: 'code: invalid' }, later(1));
    const [call] = await store.callBacks('Ana');
    assert.equal(call?.callBack.reason, 'notDelivered');
    assert.equal((await store.status('12345678901234', '1964-03-09', null))?.held, 'weCall');
    assert.deepEqual(
      (await claim(5)).map(({ item }) => item.kind),
      ['news'],
    );
    // Refused again after it was sent again: nobody hears it twice.
    await store.sendAgain(claimed!.item.id, 'Ana');
    const far = ['2099-01-01T00:00:00Z', '2099-01-01T00:01:00Z', 9] as const;
    const again = (await store.claim(...far)).find(({ item }) => item.kind === 'referral');
    await store.settle(again!, { kind: 'refused', reason: 'invalid' }, far[0]);
    assert.equal((await store.callBacks('Ana')).length, 1);
    assert.deepEqual(await store.claim(...far), []);
  });

  it('says nothing of a hold once the plan has it', async () => {
    await filedReferral(store, referral('12345678901234'));
    const [claimed] = await claim();
    await store.settle(claimed!, { kind: 'refused', reason: 'invalid' }, later(1));
    await store.receive('12345678901234', later(2));
    assert.equal((await store.status('12345678901234', '1964-03-09', null))?.held, null);
  });

  it('takes only "done" from a sender that lost its lease', async () => {
    await put('a', text('t1', '5595550101'));
    const [slow] = await claim();
    const [quick] = await claim(60);
    await store.settle(slow!, { kind: 'refused', reason: 'late' }, later(61));
    assert.deepEqual(await store.undelivered('Ana'), []);
    await store.settle(slow!, { kind: 'done' }, later(62));
    await store.settle(quick!, { kind: 'again', notBefore: later(63) }, later(63));
    assert.deepEqual(ids(await claim(999)), []);
  });
}
