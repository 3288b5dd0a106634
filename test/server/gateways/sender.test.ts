import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Submitted } from '../../../referral/plan-gateway.ts';
import { deskGateway } from '../../../server/gateways/desk-gateway.ts';
import { senderClock, startSender } from '../../../server/gateways/sender.ts';
import { openMemoryStore, type WholeStore } from '../../../server/storage/sqlite.ts';
import { filedReferral, referral } from '../storage/samples.ts';
import { noFollowUps } from '../../referral/no-follow-ups.ts';

const number = '12345678901234';
const now = (): Date => new Date('2026-12-01T00:00:00Z');
const unused = (): Promise<never> => Promise.reject(new Error('not asked for'));

describe('The sender', () => {
  let store: WholeStore;
  beforeEach(async () => {
    store = await openMemoryStore();
  });
  afterEach(() => store.close());

  const received = async (): Promise<boolean> => {
    for (let tries = 0; tries < 400; tries += 1) {
      if ((await store.referral(number, 'Ana'))?.receivedAt) return true;
      await sleep(5);
    }
    return false;
  };
  const gateways = () => ({ plan: deskGateway(store, now), texter: { start: unused }, news: { tell: unused } });

  it('sends soon after it is nudged, long before the next round', async () => {
    const sender = startSender(store, gateways(), {
      everyMs: 3_600_000,
      troubled: (error) => assert.fail(String(error)),
      clock: senderClock(now),
    });
    await sleep(20);
    await filedReferral(store, referral(number));
    sender.nudge();
    assert.ok(await received());
    await sender.stop();
  });

  it('ends after the tries that are under way, however much is due', async () => {
    const many = Array.from({ length: 40 }, (_, at) => String(20_000_000_000_000 + at));
    for (const one of many) await filedReferral(store, referral(one));
    let tries = 0;
    let begun: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (begun = resolve));
    const submit = async (): Promise<Submitted> => {
      tries += 1;
      begun();
      await sleep(5);
      return { kind: 'received' };
    };
    const sender = startSender(
      store,
      { ...gateways(), plan: { ...noFollowUps, submit } },
      { everyMs: 5, troubled: (error) => assert.fail(String(error)), clock: senderClock(now) },
    );
    await first;
    await sender.stop();
    assert.ok(tries < 40, `${tries} of 40 tries were begun`);
  });

  it('goes on after a store that could not be worked with', async () => {
    await filedReferral(store, referral(number));
    const troubles: unknown[] = [];
    const failing = {
      ...store,
      claim: () =>
        troubles.length === 0
          ? Promise.reject(new Error('disk'))
          : store.claim(now().toISOString(), '2027-01-01T00:00:00Z', 9),
    };
    const sender = startSender(failing, gateways(), {
      everyMs: 5,
      troubled: (error) => troubles.push(error),
      clock: senderClock(now),
    });
    assert.ok(await received());
    await sender.stop();
    assert.equal(troubles.length, 1);
  });
});
