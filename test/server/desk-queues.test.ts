import assert from 'node:assert/strict';
import { emptyDraft } from '../../dialogs/case.ts';
import { freshState } from '../../dialogs/state.ts';
import {
  aReferral,
  file,
  openHouse,
  openReferral,
  store,
  type DeskHouse,
  type Page,
  type Visitor,
} from './desk-visit.ts';

const callBack = {
  id: 'referral 12345678901234 held',
  name: 'Pa Houa Vang',
  phone: '(951) 555-0134',
  language: 'hmn',
  dialect: 'white',
  when: 'evening',
  voicemail: true,
  reason: 'asked',
} as const;
const tried = { outcome: 'noAnswer', interpreting: '', tryOn: '2026-11-24', tryAt: 'evening' };
const plain = (text: string): string => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the queues of the desk, looked through', () => {
  let house: DeskHouse;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const named = (number: string, name: string) => {
    const referral = aReferral(number);
    return file(house, { ...referral, person: { ...referral.person, name } });
  };
  const find = async (worker: Visitor, page: Page, fields: Readonly<Record<string, string>>) => {
    const { status, to } = await worker.send(page, '/desk/find', fields);
    assert.equal(status, 303);
    return { to, text: (await worker.get(to)).text };
  };

  it('finds by name with no name in an address, keeps it while sorting, and takes it off again', async () => {
    await named('12345678901234', 'Pa Houa Vang');
    await named('22345678901234', 'Bao Lor');
    const reader = await house.signedIn('reader');
    const { to, text } = await find(reader, await reader.get('/desk/all'), { words: 'vang pa', language: '=hmn' });
    assert.doesNotMatch(to, /vang|hmn/i);
    assert.match(text, /Pa Houa/);
    assert.doesNotMatch(text, /Bao Lor/);
    assert.match(plain(text), /Shown are only: Words: vang pa remove .*Language: Hmong remove/);
    const sort = /href="(\/desk\/all\?sort=name[^"]*)"/
      .exec(text)?.[1]
      ?.replaceAll('&#38;', '&')
      .replaceAll('&amp;', '&');
    assert.doesNotMatch((await reader.get(sort ?? '')).text, /Bao Lor/);
    assert.match((await reader.get('/desk/all')).text, /Bao Lor/);
    assert.doesNotMatch(house.logged.join(), /vang/i);
  });

  it('opens a search in no session but its own', async () => {
    await named('12345678901234', 'Pa Houa Vang');
    const ana = await house.signedIn('worker', 'Ana');
    const { to } = await find(ana, await ana.get('/desk/all'), { words: 'Pa Houa Vang' });
    const ben = await house.signedIn('worker', 'Ben');
    const { text } = await ben.get(to);
    assert.match(text, /That search has ended/);
    assert.doesNotMatch(text, /value="Pa Houa Vang"/);
  });

  it('says in words, and not in red alone, what presses', async () => {
    await named('12345678901234', 'Pa Houa Vang');
    house.setNow('2026-12-02T18:00:00.000Z');
    const worker = await house.signedIn('worker');
    const { text } = await worker.get('/desk/overdue');
    assert.match(plain(text), /Overdue 1 act now/);
    assert.match(plain(text), /decision overdue/);
  });

  it('warns on a referral of violence that was named after it was filed', async () => {
    await named('12345678901234', 'Pa Houa Vang');
    const worker = await house.signedIn('worker');
    assert.doesNotMatch((await openReferral(worker, 'Pa Houa')).text, /Named after it was filed/);
    const told = { id: 'c1', whose: 'self', helper: {}, replies: [], everything: false, confidential: true } as const;
    const state = {
      ...freshState('hmn'),
      cases: [{ ...told, replies: [], draft: emptyDraft, filed: ['12345678901234'] }],
    };
    await store(house, 'visit 12345678901234', { state });
    const { text } = await openReferral(worker, 'Pa Houa');
    assert.match(text, /Confidential communication set[^]*Named after it was filed/);
  });

  it('lists whoever said STOP with a request open, and says how to reach them', async () => {
    await named('12345678901234', 'Pa Houa Vang');
    const worker = await house.signedIn('worker');
    assert.doesNotMatch((await worker.get('/desk/opted-out')).text, /Pa Houa/);
    await store(house, 'their phone', { texting: { phone: '+19515550134', allowed: false } });
    assert.match((await worker.get('/desk/opted-out')).text, /Send no text: call or write[^]*Pa Houa/);
  });
});

describe('a call-back at the desk', () => {
  let house: DeskHouse;
  let ana: Visitor;
  beforeEach(async () => {
    house = await openHouse();
    ana = await house.signedIn('worker', 'Ana');
  });
  afterEach(() => house.close());

  const open = async (visitor: Visitor): Promise<Page> => {
    const { text } = await visitor.get('/desk/call-backs');
    const address = /href="(\/desk\/call-backs\/one\/[^"]+)"/.exec(text)?.[1] ?? '';
    return { ...(await visitor.get(address)), to: address };
  };
  const take = async (visitor: Visitor): Promise<Page> => {
    await visitor.send(await open(visitor), '/call-backs/take', {});
    return open(visitor);
  };

  it('shows what to say in English and in the language of the member, side by side', async () => {
    await store(house, 'call', { callBack });
    const page = await open(ana);
    assert.doesNotMatch(page.to, /12345678901234/);
    assert.match(plain(page.text), /Hello\. May I please speak with Pa Houa \?/);
    assert.match(page.text, /<div lang="hmn" dir="ltr">\s*Nyob zoo\. Kuv thov tham nrog <bdi>Pa Houa<\/bdi>/);
    assert.match(plain(page.text), /Voicemail, word for word/);
    const [, before] = /Somebody answers([^]*?)Before anything else|It is the member/.exec(page.text) ?? [];
    assert.doesNotMatch(before ?? '', /IEHP|Medi-Cal/, 'whoever answers hears of no plan');
  });

  it('asks for an interpreter first where we have no words in the language', async () => {
    await store(house, 'call', { callBack: { ...callBack, language: 'Mixteco', dialect: null } });
    assert.match(plain((await open(ana)).text), /Get an interpreter first: Mixteco/);
  });

  it('takes no voicemail, and shows no words for one, where violence was named in the talk', async () => {
    await store(house, 'call', { callBack });
    const state = (await house.store.conversation('sms', 'call')).state;
    assert.ok(state !== null, 'the talk has a state');
    const danger = { kind: 'abuse', alertId: 'al1', violence: true } as const;
    await store(house, 'call', { state: { ...state, danger } });
    const page = await take(ana);
    assert.match(plain(page.text), /Confidential\. Speak with the member alone\. Leave no voicemail\./);
    assert.doesNotMatch(page.text, /word for word|value="voicemail"/);
    const refused = await ana.send(page, '/tried', { ...tried, outcome: 'voicemail' });
    assert.equal(refused.status, 422);
    assert.equal((await house.store.callBacks('test'))[0]?.attempts.length, 0);
  });

  it('stays open after a try in vain, and proposes another way after three', async () => {
    await store(house, 'call', { callBack });
    for (let count = 1; count <= 3; count += 1) {
      const page = await take(ana);
      assert.doesNotMatch(page.text, /Three tries/);
      assert.equal((await ana.send(page, '/tried', tried)).status, 303);
      assert.equal((await ana.send(page, '/tried', tried)).status, 409, 'a double click is one try');
    }
    const page = await open(ana);
    assert.match(plain(page.text), /Three tries without reaching the member\. Next step: send the reviewed message/);
    assert.match(plain((await ana.get('/desk/call-backs')).text), /tried 3 times next: Tue, Nov 24, 2026 , evening/);
  });

  it('wants to know who interpreted when the member was reached, and a day that can be kept', async () => {
    await store(house, 'call', { callBack });
    const page = await take(ana);
    const reached = { ...tried, outcome: 'reached' };
    assert.match((await ana.send(page, '/tried', reached)).text, /Interpreter: needed/);
    for (const tryOn of ['', '2026-11-22', '2027-11-24', 'tomorrow']) {
      const { status, text } = await ana.send(page, '/tried', { ...tried, tryOn });
      assert.equal(status, 422, tryOn);
      assert.match(text, /Try again on: a day from today/);
    }
    assert.equal((await ana.send(page, '/tried', { ...reached, interpreting: 'phone' })).status, 303);
    assert.equal((await house.store.callBacks('test'))[0]?.outcome, 'reached');
  });

  it('lets nobody tell how it went but whoever took it, or an admin', async () => {
    await store(house, 'call', { callBack });
    const mine = await take(ana);
    const ben = await house.signedIn('worker', 'Ben');
    const theirs = await open(ben);
    assert.doesNotMatch(theirs.text, /\/tried"/);
    const csrf = /name="csrf" value="([^"]+)"/.exec(theirs.text)?.[1] ?? '';
    assert.equal((await ben.post(`${mine.to}/tried`, { ...tried, csrf, seen: '0' })).status, 409);
    const admin = await house.signedIn('admin', 'Chia');
    assert.equal((await admin.send(await open(admin), '/tried', tried)).status, 303);
  });

  it('puts a wrong number before the privacy officer, and marks the request that gives it', async () => {
    await file(house, aReferral('12345678901234'));
    await store(house, 'call', { callBack });
    await ana.send(await take(ana), '/tried', { ...tried, outcome: 'wrongNumber' });
    assert.match((await ana.get('/desk/all')).text, /wrong number/);
    const queue = await ana.get('/desk/wrong-numbers');
    assert.match(plain(queue.text), /no text that we started .*Open request ending in 1234/);
    await ana.send(queue, '/wrong-numbers/take', {});
    await ana.send(await ana.get('/desk/wrong-numbers'), '/wrong-numbers/done', { outcome: 'nothingTold' });
    assert.match(plain((await ana.get('/desk/wrong-numbers')).text), /looked into: nothing was told, by Ana/);
  });
});
