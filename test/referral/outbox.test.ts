import assert from 'node:assert/strict';
import sinon from 'sinon';
import { backOff, longestWait, shortestWait } from '../../referral/back-off.ts';
import { drain, leaseSeconds, trySeconds, type Clock, type Gateways } from '../../referral/outbox.ts';
import type { News } from '../../referral/news.ts';
import type { PlanGateway, Submitted } from '../../referral/plan-gateway.ts';
import type { Texter } from '../../referral/texter.ts';
import { deskGateway } from '../../server/gateways/desk-gateway.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { filedReferral, noon, referral, referralOf, unit } from '../server/storage/samples.ts';
import { noFollowUps } from './no-follow-ups.ts';

const number = '12345678901234';

describe('The outbox', () => {
  let store: WholeStore;
  let seconds: number;
  beforeEach(async () => {
    store = await openMemoryStore();
    seconds = 0;
  });
  afterEach(() => store.close());

  const clock: Clock = {
    now: () => new Date(Date.parse(noon) + seconds * 1000),
    random: () => 0,
    // Nobody waits in these tests unless a test says that the time has come.
    wait: () => new Promise(() => undefined),
  };
  const gateways = (given: Partial<Gateways> = {}): Gateways => ({
    plan: {
      ...noFollowUps,
      submit: sinon
        .stub<Parameters<PlanGateway['submit']>, ReturnType<PlanGateway['submit']>>()
        .resolves({ kind: 'received' }),
    },
    texter: {
      start: sinon.stub<Parameters<Texter['start']>, ReturnType<Texter['start']>>().resolves({ kind: 'done' }),
    },
    news: { tell: sinon.stub<Parameters<News['tell']>, ReturnType<News['tell']>>().resolves({ kind: 'done' }) },
    ...given,
  });
  const receivedAt = async (): Promise<string | null | undefined> => (await store.referral(number, 'Ana'))?.receivedAt;

  it('brings a referral to the desk, once', async () => {
    await filedReferral(store, referral(number));
    const desk = deskGateway(store, clock.now);
    assert.equal(await drain(store, gateways({ plan: desk }), clock), 1);
    assert.equal(await receivedAt(), noon);
    assert.equal(await drain(store, gateways({ plan: desk }), clock), 0);
  });

  it('changes nothing at the desk when a referral comes a second time', async () => {
    await filedReferral(store, referral(number));
    const submitted = referral(number);
    assert.deepEqual(await deskGateway(store, clock.now).submit(submitted), { kind: 'received' });
    seconds = 999;
    assert.deepEqual(await deskGateway(store, clock.now).submit(submitted), { kind: 'received' });
    assert.equal(await receivedAt(), noon);
  });

  it('goes on trying a plan that cannot be reached, ever more rarely, until it can', async () => {
    await filedReferral(store, referral(number));
    const submit = sinon.stub<Parameters<PlanGateway['submit']>, ReturnType<PlanGateway['submit']>>();
    submit.resolves({ kind: 'notYet', trouble: 'unreachable' });
    const plan = gateways({ plan: { ...noFollowUps, submit } });
    const tries: number[] = [];
    for (; seconds < 120; seconds += 1) if ((await drain(store, plan, clock)) > 0) tries.push(seconds);
    assert.deepEqual(tries, [0, 2, 6, 14, 30, 62]);
    assert.equal(await receivedAt(), null);
    submit.resolves({ kind: 'received' });
    seconds = 9999;
    await drain(store, plan, clock);
    assert.equal(await receivedAt(), '2026-11-21T22:46:39.000Z');
  });

  it('comes back no sooner than a plan has asked for, and no sooner than it would by itself', async () => {
    await filedReferral(store, referral(number));
    const submit = sinon.stub<Parameters<PlanGateway['submit']>, ReturnType<PlanGateway['submit']>>();
    submit.resolves({ kind: 'notYet', trouble: 'busy', waitSeconds: 5 });
    const plan = gateways({ plan: { ...noFollowUps, submit } });
    const tries: number[] = [];
    for (; seconds < 60; seconds += 1) if ((await drain(store, plan, clock)) > 0) tries.push(seconds);
    assert.deepEqual(tries, [0, 5, 10, 18, 34]);
  });

  it('tries again what broke while it was sent', async () => {
    await filedReferral(store, referral(number));
    const submit = sinon.stub<Parameters<PlanGateway['submit']>, ReturnType<PlanGateway['submit']>>();
    submit.onFirstCall().rejects(new Error('reset')).resolves({ kind: 'received' });
    await drain(store, gateways({ plan: { ...noFollowUps, submit } }), clock);
    seconds = 2;
    await drain(store, gateways({ plan: { ...noFollowUps, submit } }), clock);
    sinon.assert.calledTwice(submit);
    assert.equal(await receivedAt(), '2026-11-21T20:00:02.000Z');
  });

  it('tries again where a way out throws before it has promised anything', async () => {
    await filedReferral(store, referral(number));
    const throws: PlanGateway = {
      ...noFollowUps,
      submit: () => {
        throw new TypeError('no such field');
      },
    };
    await drain(store, gateways({ plan: throws }), clock);
    seconds = 2;
    assert.equal(await drain(store, gateways(), clock), 1);
    assert.ok(await receivedAt(), 'it was received');
  });

  it('puts off by itself what is put off to no moment at all', async () => {
    const start = sinon.stub<Parameters<Texter['start']>, ReturnType<Texter['start']>>();
    start.resolves({ kind: 'again', notBefore: 'soon' });
    const { id } = await store.conversation('sms', '5595550101');
    const outbox = [{ kind: 'text', id: 't', phone: '5595550101', language: 'es', notBefore: null }] as const;
    await store.commit(unit(id, 0, 'm', { outbox, texting: { phone: '5595550101', allowed: true } }));
    assert.equal(await drain(store, gateways({ texter: { start } }), clock), 1);
    seconds = 1;
    assert.equal(await drain(store, gateways({ texter: { start } }), clock), 1);
  });

  it('brings it once where a sender sleeps so long that another takes over, whatever the first says when it wakes', async () => {
    for (const late of [
      { kind: 'refused', reason: 'invalid' },
      { kind: 'notYet', trouble: 'timeout' },
    ] as const) {
      const one = late.kind === 'refused' ? number : '22222222222222';
      seconds = 0;
      await filedReferral(store, referral(one));
      let wake: (said: Submitted) => void = () => undefined;
      const asleep: PlanGateway = { ...noFollowUps, submit: () => new Promise((resolve) => (wake = resolve)) };
      const first = drain(store, gateways({ plan: asleep }), clock);
      await new Promise(setImmediate);
      seconds = leaseSeconds;
      assert.equal(await drain(store, gateways(), clock), 1);
      wake(late);
      await first;
      seconds = 9999;
      assert.equal(await drain(store, gateways(), clock), 0);
      assert.deepEqual(await store.undelivered('Ana'), []);
      assert.ok((await store.referral(one, 'Ana'))?.receivedAt, 'it was received');
    }
  });

  it('begins nothing more once it is stopped, and leaves the rest as it was', async () => {
    const many = Array.from({ length: 40 }, (_, at) => String(20_000_000_000_000 + at));
    for (const one of many) await filedReferral(store, referral(one));
    const stopped = new AbortController();
    const stops: PlanGateway = {
      ...noFollowUps,
      submit: () => {
        stopped.abort();
        return Promise.resolve({ kind: 'received' });
      },
    };
    const first = await drain(store, gateways({ plan: stops }), clock, stopped.signal);
    assert.ok(first < 40, 'it stopped');
    assert.equal(await drain(store, gateways(), clock), 40 - first);
  });

  it('does not end before the last try has, where one could not be written down', async () => {
    for (const one of [number, '22222222222222']) await filedReferral(store, referralOf(`P ${one}`, one));
    let over = 0;
    const plan: PlanGateway = {
      ...noFollowUps,
      submit: async ({ number: which }) => {
        if (which !== number) for (let ticks = 0; ticks < 20; ticks += 1) await new Promise(setImmediate);
        over += 1;
        return { kind: 'received' };
      },
    };
    const full: typeof store = {
      ...store,
      settle: (claimed, ...rest) =>
        'number' in claimed.item && claimed.item.number === number
          ? Promise.reject(new Error('the disk is full'))
          : store.settle(claimed, ...rest),
    };
    await assert.rejects(drain(full, gateways({ plan }), clock), /disk is full/);
    assert.equal(over, 2);
    seconds = leaseSeconds;
    assert.equal(await drain(store, gateways(), clock), 1, 'what was not written down is tried again');
  });

  it('does not leave a referral waiting for a clock that was ahead when it was filed, or tried', async () => {
    seconds = 86_400;
    await filedReferral(store, referral(number));
    const down: PlanGateway = {
      ...noFollowUps,
      submit: () => Promise.resolve({ kind: 'notYet', trouble: 'unreachable' }),
    };
    await drain(store, gateways({ plan: down }), clock);
    await filedReferral(store, referral('22222222222222'));
    await store.claim(clock.now().toISOString(), new Date(clock.now().getTime() + 60_000).toISOString(), 9);
    seconds = 0;
    assert.equal(await drain(store, gateways(), clock), 2);
    assert.ok(await receivedAt(), 'it was received');
  });

  it('keeps a referral back for as long as its plan has asked, where the clock runs as it should', async () => {
    await filedReferral(store, referral(number));
    const busy: PlanGateway = {
      ...noFollowUps,
      submit: () => Promise.resolve({ kind: 'notYet', trouble: 'busy', waitSeconds: 900 }),
    };
    await drain(store, gateways({ plan: busy }), { ...clock, random: () => 1 });
    seconds = 899;
    assert.equal(await drain(store, gateways(), clock), 0);
  });

  const inOneTalk = async (...numbers: readonly string[]): Promise<void> => {
    for (const one of numbers) await filedReferral(store, referral(one), 'one visit');
  };
  const second = '22222222222222';
  const answering = (submitted: Submitted) => {
    const submit = sinon.stub<Parameters<PlanGateway['submit']>, ReturnType<PlanGateway['submit']>>();
    submit.resolves({ kind: 'received' });
    submit.withArgs(sinon.match({ number })).resolves(submitted);
    return submit;
  };

  it('brings what one member asked for in order', async () => {
    await inOneTalk(number, second);
    const submit = answering({ kind: 'notYet', trouble: 'busy' });
    for (; seconds < 60; seconds += 1) await drain(store, gateways({ plan: { ...noFollowUps, submit } }), clock);
    sinon.assert.neverCalledWith(submit, sinon.match({ number: second }));
    submit.withArgs(sinon.match({ number })).resolves({ kind: 'received' });
    seconds = 9999;
    assert.equal(await drain(store, gateways({ plan: { ...noFollowUps, submit } }), clock), 2);
    assert.deepEqual(
      submit.args.slice(-2).map(([one]) => one.number),
      [number, second],
    );
  });

  for (const trouble of ['notAcknowledged', 'acknowledgementLate'] as const) {
    it(`hands the next over where the plan has the one before it, and has not said so (${trouble})`, async () => {
      await inOneTalk(number, second);
      const submit = answering({ kind: 'notYet', trouble });
      await drain(store, gateways({ plan: { ...noFollowUps, submit } }), clock);
      sinon.assert.calledWith(submit, sinon.match({ number: second }));
    });
  }

  it('does not hold the next one up for ever by one that breaks here each time, and shows that to the desk', async () => {
    await inOneTalk(number, second);
    const submit = answering({ kind: 'received' });
    submit.withArgs(sinon.match({ number })).rejects(new TypeError('no such field'));
    await drain(store, gateways({ plan: { ...noFollowUps, submit } }), clock);
    sinon.assert.calledOnce(submit);
    for (; seconds < 120; seconds += 1) await drain(store, gateways({ plan: { ...noFollowUps, submit } }), clock);
    sinon.assert.calledWith(submit, sinon.match({ number: second }));
    assert.deepEqual(
      (await store.undelivered('Ana')).map((item) => [item.number, item.reason]),
      [[number, 'failed']],
    );
  });

  it('gives up a try that hangs before its lease runs out, and tries again', async () => {
    await filedReferral(store, referral(number));
    const hangs: PlanGateway = { ...noFollowUps, submit: () => new Promise(() => undefined) };
    const impatient: Clock = { ...clock, wait: () => Promise.resolve() };
    assert.ok(Math.sign(leaseSeconds - trySeconds) === 1);
    assert.equal(await drain(store, gateways({ plan: hangs }), impatient), 1);
    seconds = 2;
    assert.equal(await drain(store, gateways(), clock), 1);
  });

  it('is taken over when its sender has died', async () => {
    await filedReferral(store, referral(number));
    await store.claim(noon, new Date(Date.parse(noon) + leaseSeconds * 1000).toISOString(), 1);
    assert.equal(await drain(store, gateways(), clock), 0);
    seconds = leaseSeconds;
    assert.equal(await drain(store, gateways(), clock), 1);
    assert.ok(await receivedAt());
  });

  it('leaves what the plan refuses to the desk, with the reason', async () => {
    await filedReferral(store, referral(number));
    await drain(
      store,
      gateways({
        plan: { ...noFollowUps, submit: () => Promise.resolve({ kind: 'refused', reason: 'notOurMember' }) },
      }),
      clock,
    );
    const left = await store.undelivered('Ana');
    assert.deepEqual(
      left.map((item) => [item.kind, item.number, item.reason]),
      [['referral', number, 'notOurMember']],
    );
    assert.equal(await receivedAt(), null);
  });

  it('never texts a phone whose owner has not agreed, or has said STOP', async () => {
    const { id } = await store.conversation('sms', '5595550101');
    const text = (name: string, phone: string) =>
      ({ kind: 'text', id: name, phone, language: 'es', notBefore: null }) as const;
    const outbox = [text('agreed', '5595550101'), text('stopped', '5595550102'), text('never asked', '5595550103')];
    await store.commit(unit(id, 0, 'm', { outbox, texting: { phone: '5595550101', allowed: true } }));
    await store.commit(unit(id, 1, 'n', { texting: { phone: '5595550102', allowed: true } }));
    await store.stopTexts('+15595550102', noon);
    const start = sinon.stub<Parameters<Texter['start']>, ReturnType<Texter['start']>>().resolves({ kind: 'done' });
    await drain(store, gateways({ texter: { start } }), clock);
    assert.deepEqual(
      start.args.map(([item, attempt]) => [item.id, attempt]),
      [['agreed', 1]],
    );
    assert.deepEqual(
      (await store.undelivered('Ana')).map(({ reason }) => reason),
      ['noConsent', 'noConsent'],
    );
  });

  it('does not spin on something that is put off to a moment already past', async () => {
    await filedReferral(store, referral(number));
    await drain(store, gateways(), clock);
    await store.record(
      number,
      {
        programme: 'ecm',
        what: { kind: 'decision', decision: 'approved', decidedOn: '2026-11-21', noticeMailedOn: null },
      },
      'Ana',
    );
    const tell = sinon.stub<Parameters<News['tell']>, ReturnType<News['tell']>>();
    tell.resolves({ kind: 'again', notBefore: '2020-01-01T00:00:00Z' });
    seconds = 999_999_999;
    assert.equal(await drain(store, gateways({ news: { tell } }), clock), 1);
  });

  it('waits longer each time, never less than half of it, and at most a quarter of an hour', () => {
    assert.equal(backOff(1, 0), shortestWait);
    assert.equal(backOff(1, 1), shortestWait / 2);
    assert.equal(backOff(3, 0), shortestWait * 4);
    assert.equal(backOff(500, 0), longestWait);
    assert.equal(longestWait, 15 * 60_000);
  });
});
