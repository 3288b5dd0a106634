import assert from 'node:assert/strict';
import sinon from 'sinon';
import { backOff, longestWait, shortestWait } from '../../referral/back-off.ts';
import { drain, leaseSeconds, trySeconds, type Clock, type Gateways } from '../../referral/outbox.ts';
import type { News } from '../../referral/news.ts';
import type { PlanGateway } from '../../referral/plan-gateway.ts';
import type { Texter } from '../../referral/texter.ts';
import { deskGateway } from '../../server/gateways/desk-gateway.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { filedReferral, noon, referral, unit } from '../server/storage/samples.ts';

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
      submit: sinon.stub<Parameters<PlanGateway['submit']>, ReturnType<PlanGateway['submit']>>().resolves('received'),
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
    assert.equal(await deskGateway(store, clock.now).submit(submitted), 'received');
    seconds = 999;
    assert.equal(await deskGateway(store, clock.now).submit(submitted), 'received');
    assert.equal(await receivedAt(), noon);
  });

  it('goes on trying a plan that cannot be reached, ever more rarely, until it can', async () => {
    await filedReferral(store, referral(number));
    const submit = sinon.stub<Parameters<PlanGateway['submit']>, ReturnType<PlanGateway['submit']>>();
    submit.resolves({ unreachable: true });
    const plan = gateways({ plan: { submit } });
    const tries: number[] = [];
    for (; seconds < 120; seconds += 1) if ((await drain(store, plan, clock)) > 0) tries.push(seconds);
    assert.deepEqual(tries, [0, 2, 6, 14, 30, 62]);
    assert.equal(await receivedAt(), null);
    submit.resolves('received');
    seconds = 9999;
    await drain(store, plan, clock);
    assert.equal(await receivedAt(), '2026-11-21T22:46:39.000Z');
  });

  it('tries again what broke while it was sent', async () => {
    await filedReferral(store, referral(number));
    const submit = sinon.stub<Parameters<PlanGateway['submit']>, ReturnType<PlanGateway['submit']>>();
    submit.onFirstCall().rejects(new Error('reset')).resolves('received');
    await drain(store, gateways({ plan: { submit } }), clock);
    seconds = 2;
    await drain(store, gateways({ plan: { submit } }), clock);
    sinon.assert.calledTwice(submit);
    assert.equal(await receivedAt(), '2026-11-21T20:00:02.000Z');
  });

  it('gives up a try that hangs before its lease runs out, and tries again', async () => {
    await filedReferral(store, referral(number));
    const hangs: PlanGateway = { submit: () => new Promise(() => undefined) };
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
    await drain(store, gateways({ plan: { submit: () => Promise.resolve({ refused: 'notOurMember' }) } }), clock);
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
