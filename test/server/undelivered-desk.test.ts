import assert from 'node:assert/strict';
import type { Claimed } from '../../referral/outbox-store.ts';
import { aReferral, file, openHouse, store, type DeskHouse } from './desk-visit.ts';

const number = '12345678901234';
const later = '2026-11-23T19:00:00.000Z';

describe('what was not delivered, at the desk', () => {
  let house: DeskHouse;
  beforeEach(async () => {
    house = await openHouse();
    await file(house, aReferral(number));
    const [claimed] = await house.store.claim('2026-11-23T18:00:01.000Z', later, 1);
    assert.ok(claimed, 'nothing waits to be sent');
    const answer = 'HTTP 422\n\n</pre><img src=x onerror="alert(1)">\u202Etxet';
    await house.store.settle(claimed, { kind: 'refused', reason: 'somethingNew', answer }, later);
  });
  afterEach(() => house.close());

  it('is counted in the list of queues, and stands there with the reason, also one that has no words', async () => {
    const worker = await house.signedIn('worker');
    const { text } = await worker.get('/desk/not-delivered');
    assert.match(text, /id="count-undelivered">1</);
    assert.match(text, /somethingNew/);
    assert.match(text, /href="\/desk\/referrals\/[^"]+">Request to the plan/);
  });

  it('shows what the other side said as it was said, and runs nothing of it', async () => {
    const { text } = await (await house.signedIn('worker')).get('/desk/not-delivered');
    assert.match(text, /HTTP 422\s+&#60;\/pre&#62;&#60;img src=x onerror=&#34;alert\(1\)&#34;&#62;/);
    assert.doesNotMatch(text, /<img/);
  });

  it('may be read by readers, who cannot send it again', async () => {
    const reader = await house.signedIn('reader');
    const page = await reader.get('/desk/not-delivered');
    assert.match(page.text, /somethingNew/);
    assert.doesNotMatch(page.text, /Send again</);
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const { status } = await reader.post('/desk/not-delivered/again', { csrf, id: `referral ${number}` });
    assert.equal(status, 403);
    assert.equal((await house.store.undelivered('test')).length, 1);
  });

  it('is for nobody who is not signed in', async () => {
    const page = await house.visitor().get('/desk/not-delivered');
    assert.equal(page.to, '/desk/sign-in');
    assert.doesNotMatch(page.text, /somethingNew/);
  });

  it('is sent again once, though two press at the same time', async () => {
    const [one, two] = [await house.signedIn('worker', 'Lee Xiong'), await house.signedIn('worker', 'Ana Diaz')];
    const pages = await Promise.all([one, two].map((worker) => worker.get('/desk/not-delivered')));
    const first = await one.send(pages[0]!, '/desk/not-delivered/again', {});
    const second = await two.send(pages[1]!, '/desk/not-delivered/again', {});
    assert.equal(first.to, '/desk/not-delivered?saved=again');
    assert.match((await one.get(first.to)).text, /role="status">It is being sent again/);
    assert.equal(second.status, 409);
    const [claimed] = await house.store.claim(later, '2026-11-23T20:00:00.000Z', 1);
    assert.deepEqual(claimed?.item, { kind: 'referral', id: `referral ${number}`, number, again: 1 });
    assert.match((await one.get('/desk/not-delivered')).text, /Everything that was sent has arrived/);
  });

  it('has somebody call the member, once, however often the plan refuses', async () => {
    const worker = await house.signedIn('worker');
    await worker.send(await worker.get('/desk/not-delivered'), '/desk/not-delivered/again', {});
    const [claimed] = await house.store.claim(later, '2026-11-23T20:00:00.000Z', 1);
    assert.ok(claimed, 'it was not sent again');
    await house.store.settle(claimed, { kind: 'refused', reason: 'invalid' }, later);
    const { text } = await worker.get('/desk/call-backs');
    assert.equal(text.split('the plan did not take the request').length, 2);
    assert.match(text, /Pa Houa Vang/);
  });

  it('has what a member said afterwards, once the plan has the request, and sends that again', async () => {
    const worker = await house.signedIn('worker');
    const what = { kind: 'decision', decision: 'withdrawn', decidedOn: '2026-11-23', noticeMailedOn: null } as const;
    await store(house, `visit ${number}`, { requestEvents: [{ number, programme: 'ecm', what, by: 'member' }] });
    const next = async (): Promise<Claimed | undefined> =>
      (await house.store.claim(later, '2026-11-23T20:00:00.000Z', 9)).find(({ item }) => item.kind !== 'news');
    assert.equal(await next(), undefined, 'behind a referral that is refused');
    await worker.send(await worker.get('/desk/not-delivered'), '/desk/not-delivered/again', {});
    await house.store.settle((await next())!, { kind: 'done' }, later);
    await house.store.settle((await next())!, { kind: 'refused', reason: 'notSupported' }, later);
    const page = await worker.get('/desk/not-delivered');
    assert.match(page.text, /">Answer, reminder or taking back, to the plan/);
    assert.match(page.text, /the plan&#39;s system cannot take this kind|the plan's system cannot take this/);
    await worker.send(page, '/desk/not-delivered/again', {});
    assert.equal((await next())?.item.kind, 'followUp');
  });
});
