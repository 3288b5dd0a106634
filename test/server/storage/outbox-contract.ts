import assert from 'node:assert/strict';
import type { Claimed, OutboxItem } from '../../../referral/outbox-store.ts';
import type { WholeStore } from '../../../server/storage/sqlite.ts';
import { filedReferral, noon, referral, unit } from './samples.ts';

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
      { id: 't1', kind: 'text', number: null, reason: 'notAPhone', attempts: 1, since: noon },
    ]);
    assert.equal(await store.sendAgain('t1', 'Ana'), true);
    assert.equal(await store.sendAgain('t1', 'Ana'), false);
    assert.deepEqual(ids(await store.claim('2099-01-01T00:00:00Z', '2099-01-01T00:01:00Z', 9)), ['t1']);
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
