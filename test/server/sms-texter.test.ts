import assert from 'node:assert/strict';
import type { TextItem, Texter } from '../../referral/texter.ts';
import { nextOpen } from '../../server/gateways/quiet-hours.ts';
import { twilioTexter } from '../../server/gateways/twilio-texter.ts';
import { clientTo, FakeTwilio } from './fake-twilio.ts';

const noon = new Date('2026-11-21T20:00:00Z');
const item: TextItem = { kind: 'text', id: 'text-1', phone: '+15555550142', language: 'en', notBefore: null };
const other: TextItem = { ...item, id: 'text-2' };

describe('texts that we start', () => {
  let twilio: FakeTwilio;
  let texter: Texter;
  let base: string;
  let optedOut: string[];

  const newTexter = (): Texter =>
    twilioTexter({
      accountSid: 'AC123',
      authToken: 'secret',
      from: '+15555550100',
      now: () => twilio.now,
      optedOut: async (phone) => {
        optedOut.push(phone);
        return Promise.resolve();
      },
      client: { httpClient: clientTo(base) },
    });

  beforeEach(async () => {
    twilio = new FakeTwilio();
    base = await twilio.listen();
    optedOut = [];
    texter = newTexter();
  });
  afterEach(() => twilio.close());

  it('say only that there is something new: no programme, no plan, no health, no choices', async () => {
    assert.deepEqual(await texter.start(item, 1), { kind: 'done' });
    const [sent] = twilio.taken;
    assert.equal(sent!.to, item.phone);
    assert.match(sent!.body, /something new.*STOP/);
    assert.doesNotMatch(sent!.body, /plan|health|medi-?cal|referral|request|care|support|ecm|iehp|\d/i);
    assert.deepEqual(twilio.asked, [], 'a first attempt asks nothing');
  });

  it('are not sent again when only the answer was lost', async () => {
    twilio.answers = ['takeAndLoseTheAnswer'];
    const first = await texter.start(item, 1);
    assert.equal(first.kind, 'again');
    assert.deepEqual(await texter.start(item, 2), { kind: 'done' });
    assert.equal(twilio.taken.length, 1);
  });

  it('are not sent again by a process that was begun anew, nor after a night', async () => {
    twilio.answers = ['takeAndLoseTheAnswer'];
    twilio.now = new Date('2026-11-22T02:59:00Z');
    await texter.start(item, 1);
    twilio.now = new Date('2026-11-22T17:00:00Z');
    assert.deepEqual(await newTexter().start(item, 2), { kind: 'done' });
    assert.equal(twilio.taken.length, 1);
  });

  it('are sent again when they never arrived, or were given up by the carrier', async () => {
    twilio.answers = [{ status: 503 }];
    assert.equal((await texter.start(item, 1)).kind, 'again');
    assert.deepEqual(await texter.start(item, 2), { kind: 'done' });
    assert.equal(twilio.taken.length, 1);
    twilio.taken.forEach((message) => (message.status = 'failed'));
    await newTexter().start(item, 3);
    assert.equal(twilio.taken.length, 2);
  });

  it('are not held for sent because other news went to the same phone in the same words', async () => {
    await texter.start(item, 1);
    twilio.answers = [{ status: 500 }];
    await texter.start(other, 1);
    assert.deepEqual(await texter.start(other, 2), { kind: 'done' });
    assert.equal(twilio.taken.length, 2);
  });

  it('look before every later attempt, and wait when they cannot', async () => {
    assert.deepEqual(await texter.start(item, 2), { kind: 'done' });
    assert.deepEqual(twilio.asked, [item.phone]);
    twilio.close();
    assert.equal((await texter.start(other, 2)).kind, 'again');
  });

  for (const status of [429, 500, 503, 401, 403])
    it(`wait and try later after HTTP ${String(status)}`, async () => {
      twilio.answers = [{ status, code: 20003 }];
      const sent = await texter.start(item, 1);
      assert.ok(sent.kind === 'again' && Date.parse(sent.notBefore) > noon.getTime());
    });

  const refusals: readonly [number, string, readonly string[]][] = [
    [21610, 'textOptedOut', [item.phone]],
    [21211, 'textInvalidNumber', []],
    [21614, 'textNotAMobile', []],
    [29999, 'carrier29999', []],
  ];
  for (const [code, reason, phones] of refusals)
    it(`end with the reason ${reason} when the carrier says ${String(code)}`, async () => {
      twilio.answers = [{ status: 400, code }];
      assert.deepEqual(await texter.start(item, 1), { kind: 'refused', reason });
      assert.deepEqual(optedOut, phones);
      assert.equal(twilio.posts, 1);
    });

  it('wait for the morning in California', async () => {
    twilio.now = new Date('2026-11-22T03:00:00Z');
    assert.deepEqual(await texter.start(item, 1), { kind: 'again', notBefore: '2026-11-22T17:00:00.000Z' });
    assert.equal(twilio.posts, 0);
  });

  it('are refused in a language that has no words for them', async () => {
    assert.deepEqual(await texter.start({ ...item, language: 'xx' }, 1), { kind: 'refused', reason: 'textNoWords' });
  });

  const hours: readonly [string, string, string][] = [
    ['a minute before nine', '2026-11-21T16:59:00Z', '2026-11-21T17:00:00.000Z'],
    ['nine', '2026-11-21T17:00:00Z', '2026-11-21T17:00:00.000Z'],
    ['a minute before seven in the evening', '2026-11-22T02:59:00Z', '2026-11-22T02:59:00.000Z'],
    ['seven in the evening', '2026-11-22T03:00:00Z', '2026-11-22T17:00:00.000Z'],
    ['the night in which summer time begins', '2026-03-08T05:00:00Z', '2026-03-08T16:00:00.000Z'],
    ['the night in which summer time ends', '2026-11-01T05:00:00Z', '2026-11-01T17:00:00.000Z'],
  ];
  for (const [when, instant, open] of hours)
    it(`may go from nine to seven by the clock on the wall: ${when}`, () =>
      assert.equal(nextOpen(new Date(instant)).toISOString(), open));
});
