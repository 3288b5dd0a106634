import assert from 'node:assert/strict';
import sinon from 'sinon';
import { deskAuth } from '../../server/desk/sign-in/desk-auth.ts';
import { aReferral, file, monday, openHouse, openReferral, store, type DeskHouse } from './desk-visit.ts';

const number = '12345678901234';
const alert = { id: 'al1', danger: 'abuse', language: 'es', wantsCall: true, phone: '9515550134' } as const;
const callBack = {
  id: 'cb1',
  name: 'Pa Houa',
  phone: '951-555-0177',
  language: 'hmn',
  dialect: 'white',
  when: 'evening',
  voicemail: false,
  reason: 'asked',
} as const;

describe('the desk', () => {
  let house: DeskHouse;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  describe('who may come in', () => {
    it('shows nothing to anybody who has not signed in, and sends them to sign in', async () => {
      await file(house, aReferral(number));
      const worker = await house.signedIn('worker');
      const { to: address } = await openReferral(worker, 'Pa Houa');
      const stranger = house.visitor();
      for (const path of ['', '/new', '/fast', '/all', '/danger', '/call-backs', '/waiting', '/nowhere']) {
        const page = await stranger.get(`/desk${path}`);
        assert.deepEqual([page.status, page.to], [303, '/desk/sign-in'], path);
        assert.doesNotMatch(page.text, /Vang/);
      }
      assert.equal((await stranger.get(address)).to, '/desk/sign-in');
      assert.equal((await stranger.post(`${address}/decision`, {})).to, '/desk/sign-in');
      assert.equal((await stranger.get('/desk/sign-in')).status, 200);
    });

    it('signs in by a link once: opening it changes nothing, its button works one time', async () => {
      const { pathname } = new URL(await house.link('worker'));
      const preview = house.visitor();
      await preview.get(pathname);
      assert.equal((await preview.get('/desk/new')).status, 303, 'opening the link is not signing in');

      const worker = house.visitor();
      const page = await worker.get(pathname);
      assert.equal((await worker.send(page, '/link', {})).to, '/desk');
      assert.equal((await worker.get('/desk/new')).status, 200);

      const again = house.visitor();
      assert.equal((await again.send(page, '/link', {})).status, 403);
      assert.equal((await again.get('/desk/new')).status, 303);
    });

    it('refuses a link after fifteen minutes', async () => {
      const { pathname } = new URL(await house.link('worker'));
      house.setNow('2026-11-23T18:15:01.000Z');
      const late = house.visitor();
      assert.equal((await late.send(await late.get(pathname), '/link', {})).status, 403);
    });

    it('keeps neither a link nor a session as it is: only a hash of it', async () => {
      const add = sinon.spy(house.store, 'addSignInLink');
      const link = await house.link('worker');
      assert.match(add.firstCall.args[0], /^[0-9a-f]{64}$/);
      assert.ok(!link.includes(add.firstCall.args[0]));
    });

    it('ends a session after eight hours, and at once on signing out', async () => {
      const worker = await house.signedIn('worker');
      house.setNow('2026-11-24T02:00:01.000Z');
      assert.equal((await worker.get('/desk/new')).status, 303);

      house.setNow(monday);
      const other = await house.signedIn('worker');
      const cookie = new Map(other.cookies);
      await other.send(await other.get('/desk/new'), '/sign-out', {});
      cookie.forEach((value, name) => other.cookies.set(name, value));
      assert.equal((await other.get('/desk/new')).status, 303, 'the old cookie opens nothing');
    });

    it('gives its cookie to the browser alone, for this site alone', async () => {
      const visitor = house.visitor();
      const page = await visitor.get(new URL(await house.link('worker')).pathname);
      const answer = await visitor.send(page, '/link', {});
      assert.match(answer.headers.get('set-cookie') ?? '', /^desk=\S+; .*Path=\/desk;.*HttpOnly; SameSite=Lax/);
    });

    it('is kept out of caches, search engines and frames, and runs nothing from elsewhere', async () => {
      const worker = await house.signedIn('worker');
      for (const page of [await worker.get('/desk/new'), await house.visitor().get('/desk/sign-in')]) {
        assert.equal(page.headers.get('cache-control'), 'no-store');
        assert.match(page.headers.get('x-robots-tag') ?? '', /noindex/);
        const policy = page.headers.get('content-security-policy') ?? '';
        assert.match(policy, /default-src 'none'/);
        assert.match(policy, /frame-ancestors 'none'/);
        assert.doesNotMatch(policy, /unsafe/);
        assert.doesNotMatch(page.text, /<style|style="|<script>|onclick/);
      }
    });

    it('does not start without single sign-on where others can reach it', () => {
      const open = { host: '0.0.0.0', port: 3978, publicUrl: null, oidc: null };
      assert.throws(() => deskAuth(open), /OIDC_ISSUER/);
      assert.equal(deskAuth({ ...open, host: '127.0.0.1' }).kind, 'link');
    });

    it('does not open through a proxy when only printed links guard it', async () => {
      const answer = await fetch(`${house.url}/desk/sign-in`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
      assert.equal(answer.status, 403);
    });
  });

  describe('what may be changed, and by whom', () => {
    const denial = { decision: 'denied', decidedOn: '2026-11-23', noticeMailedOn: '' };

    it('lets a reader look, but not decide', async () => {
      await file(house, aReferral(number));
      const record = sinon.spy(house.store, 'record');
      const reader = await house.signedIn('reader');
      const page = await openReferral(reader, 'Pa Houa');
      assert.match(page.text, /Pa Houa Vang/);
      assert.doesNotMatch(page.text, /\/decision"/);
      const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
      const form = { csrf, programme: 'ecm', seen: '0', ...denial };
      assert.equal((await reader.post(`${page.to}/decision`, form)).status, 403);
      assert.equal(record.callCount, 0);
    });

    it('takes no form without its own token, and none that another site sends', async () => {
      await file(house, aReferral(number));
      const record = sinon.spy(house.store, 'record');
      const worker = await house.signedIn('worker');
      const page = await openReferral(worker, 'Pa Houa');
      const form = { programme: 'ecm', seen: '0', ...denial };
      assert.equal((await worker.post(`${page.to}/decision`, form)).status, 403);
      assert.equal((await worker.post(`${page.to}/decision`, { ...form, csrf: 'guessed' })).status, 403);
      const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
      const elsewhere = { 'sec-fetch-site': 'cross-site' };
      assert.equal((await worker.post(`${page.to}/decision`, { ...form, csrf }, elsewhere)).status, 403);
      assert.equal(record.callCount, 0);
      assert.equal((await worker.post(`${page.to}/decision`, { ...form, csrf })).status, 303);
    });

    it('stores a denial without a notice date, and says that the member is not told', async () => {
      await file(house, aReferral(number));
      const worker = await house.signedIn('worker');
      const page = await openReferral(worker, 'Pa Houa');
      assert.equal((await worker.send(page, '/decision', denial)).to, `${page.to}?saved=decision`);
      const after = await worker.get(page.to);
      assert.match(after.text, /Member not told/);
      const stored = await house.store.referral(number, 'test');
      assert.equal(stored?.status[0]?.decision, 'denied');
      assert.deepEqual([stored.events[0]?.by, stored.events[0]?.at], ['Lee Xiong', monday]);

      await worker.send(after, '/decision', { ...denial, noticeMailedOn: '2026-11-23' });
      assert.doesNotMatch((await worker.get(page.to)).text, /Member not told/);
    });

    it('lets the loop be set only after approval, with who will call and from which number', async () => {
      await file(house, aReferral(number));
      const worker = await house.signedIn('worker');
      const page = await openReferral(worker, 'Pa Houa');
      assert.doesNotMatch(page.text, /\/loop"/);
      await worker.send(page, '/match', { match: 'found' });
      const matched = await worker.get(page.to);
      await worker.send(matched, '/decision', { decision: 'approved', decidedOn: '2026-11-23', noticeMailedOn: '' });
      const approved = await worker.get(page.to);
      const loop = { loop: 'accepted', loopOn: '2026-11-23', reason: '' };
      const provider = { providerName: 'Sun Street Centers', providerPhone: '951-555-0142' };
      assert.equal((await worker.send(approved, '/loop', { ...loop, ...provider })).status, 303);
      const stored = await house.store.referral(number, 'test');
      assert.deepEqual(stored?.status[0]?.provider, { name: 'Sun Street Centers', phone: '951-555-0142' });
      assert.match((await worker.get(page.to)).text, /Sun Street Centers/);
    });

    it('records one decision when the button was pressed twice, or two workers had the page open', async () => {
      await file(house, aReferral(number));
      const worker = await house.signedIn('worker');
      const page = await openReferral(worker, 'Pa Houa');
      await worker.send(page, '/decision', denial);
      const second = await worker.send(page, '/decision', { ...denial, decision: 'approved' });
      assert.equal(second.status, 422);
      assert.match(second.text, /recorded something for this request meanwhile/);
      assert.equal((await house.store.referral(number, 'test'))?.events.length, 1);
    });

    it('names the field of a date in the future, and keeps what was typed', async () => {
      await file(house, aReferral(number));
      const worker = await house.signedIn('worker');
      const page = await openReferral(worker, 'Pa Houa');
      const refused = await worker.send(page, '/decision', { ...denial, decidedOn: '2026-11-24' });
      assert.equal(refused.status, 422);
      assert.match(refused.text, /Decided on: lies in the future/);
      assert.match(refused.text, /value="2026-11-24"[^>]*aria-invalid="true"/s);
      assert.equal((await house.store.referral(number, 'test'))?.events.length, 0);
    });
  });

  describe('one referral on one screen', () => {
    it('shows why it cannot wait, in their words, and in which form letters can be read', async () => {
      const contact = { ...aReferral(number).contact, alternativeFormat: 'largePrint' } as const;
      await file(house, aReferral(number, { contact, asksForFast: true, fastReason: 'My leg <b>hurts' }));
      const { text } = await openReferral(await house.signedIn('reader'), 'Pa Houa');
      assert.match(text, /In their own words, if they wait:[^]*My leg &#60;b&#62;hurts/);
      assert.match(text, /Letters as[^]*large print \(20 point or more\)/);
    });

    it('warns first: confidential, do not contact, no voicemail, no text', async () => {
      const contact = { ...aReferral(number).contact, confidential: true, doNotContact: true, mayText: false };
      await file(house, aReferral(number, { contact: { ...contact, mayLeaveVoicemail: false } }));
      const { text } = await openReferral(await house.signedIn('reader'), 'Pa Houa');
      const warnings = text.slice(text.indexOf('safe-title'), text.indexOf('class="cards"'));
      for (const warning of [/Confidential communication set/, /Do not contact\. The member will call/]) {
        assert.match(warnings, warning);
      }
      assert.match(warnings, /Leave no voicemail/);
      assert.match(warnings, /Send no text/);
      assert.ok(text.indexOf('safe-title') < text.indexOf('Medi-Cal card'), 'warnings stand above the rest');
      assert.match(text, /<details>.*555-0134/s, 'the phone is one deliberate step away');
    });

    it('says what the screen found in words that decide nothing, with reasons and where they are written', async () => {
      await file(house, aReferral(number));
      const { text } = await openReferral(await house.signedIn('reader'), 'Pa Houa');
      const plain = text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
      assert.match(plain, /May qualify by their answers/);
      assert.match(plain, /Stays in a shelter\. Answer: yes .*Enhanced Care Management Policy Guide.*p\. 11 \(iii\)/);
      assert.match(plain, /Unplanned hospital stays in 6 months \(does not know\): the plan.{1,6}s claims/);
      assert.match(plain, /What only the plan decides Whether the visits or stays could have been avoided/);
      assert.match(plain, /What the screen learned is for outreach, not for the decision/);
      assert.match(plain, /Asked without a screen/);
      assert.match(plain, /Green Hmong/);
      assert.match(
        plain,
        /Decision pending, by Tue, Dec 1, 2026/,
        'five working days, Thanksgiving and the day after not',
      );
    });

    it('says that a helper hears nothing but "received"', async () => {
      const filer = { kind: 'helper', relation: 'child', awareness: 'agrees', name: 'Mai Vang' } as const;
      const nothing = { phone: null, organization: null, title: null };
      await file(house, aReferral(number, { filer: { ...filer, ...nothing } }));
      const { text } = await openReferral(await house.signedIn('reader'), 'Pa Houa');
      assert.match(text, /Tell the helper nothing but/);
      assert.match(text, /Mai Vang/);
    });

    it('shows what somebody typed as text, never as a page', async () => {
      const person = { ...aReferral(number).person, name: 'Pa <script>alert(1)</script> "Vang"' };
      await file(house, aReferral(number, { person, trusted: "<img src=x onerror='1'>" }));
      const worker = await house.signedIn('worker');
      const page = await openReferral(worker, 'Pa &#60;script&#62;');
      for (const text of [page.text, (await worker.get('/desk/all')).text]) {
        assert.doesNotMatch(text, /<script>alert|<img/);
      }
    });

    it('has no number of a referral in any address, and opens no address that it did not make', async () => {
      await file(house, aReferral(number));
      const worker = await house.signedIn('worker');
      const page = await openReferral(worker, 'Pa Houa');
      assert.doesNotMatch(page.to, new RegExp(number));
      assert.equal((await worker.get(`/desk/referrals/${number}`)).status, 404);
      assert.equal((await worker.get(page.to.replace(/.$/, (last) => (last === 'w' ? 'g' : 'w')))).status, 404);
    });

    it('tells the audit log who has seen it', async () => {
      await file(house, aReferral(number));
      const seen = sinon.spy(house.store, 'referral');
      await openReferral(await house.signedIn('reader', 'Ana Ruiz'), 'Pa Houa');
      assert.deepEqual(seen.firstCall.args, [number, 'Ana Ruiz']);
    });
  });

  describe('queues', () => {
    it('puts undecided referrals under New, urgent ones under Asks for fast, and counts them', async () => {
      await file(house, aReferral(number));
      const named = (name: string) => ({ ...aReferral(number).person, name });
      await file(house, aReferral('22345678901234', { asksForFast: true, person: named('Bao Lor') }));
      const worker = await house.signedIn('worker');
      const fast = await worker.get('/desk/fast');
      assert.match(fast.text, /Bao Lor/);
      assert.doesNotMatch(fast.text, /Pa Houa/);
      assert.match(fast.text, /id="count-new">2</);
      assert.match(fast.text, /id="count-fast">1</);
      const byName = (await worker.get('/desk/new?sort=name&order=asc')).text;
      assert.ok(byName.indexOf('Bao Lor') < byName.indexOf('Pa Houa'));
      const backward = (await worker.get('/desk/new?sort=name&order=desc')).text;
      assert.ok(backward.indexOf('Pa Houa') < backward.indexOf('Bao Lor'));
    });

    it('marks a referral that nobody decided in five working days', async () => {
      await file(house, aReferral(number));
      house.setNow('2026-12-02T18:00:00.000Z');
      assert.match((await (await house.signedIn('worker')).get('/desk/new')).text, /overdue/);
    });

    it('shows a danger alert with its kind and age, and never a word of the member', async () => {
      await store(house, 'danger', { alert, at: '2026-11-23T17:20:00.000Z' });
      const worker = await house.signedIn('worker');
      assert.equal((await worker.get('/desk')).to, '/desk/danger', 'an alert comes before all else');
      const { text } = await worker.get('/desk/danger');
      for (const shown of [/abuse or violence/, /40 min/, /wants a call/, /951-555-0134/, /Spanish/]) {
        assert.match(text, shown);
      }
      assert.doesNotMatch(text, /me duele/);
      assert.deepEqual(JSON.parse((await worker.get('/desk/waiting')).text), { danger: 1, callBacks: 0 });
    });

    it('lets one worker take a call-back; nobody else takes it too', async () => {
      await store(house, 'call', { callBack });
      const ana = await house.signedIn('worker', 'Ana');
      const ben = await house.signedIn('worker', 'Ben');
      const page = await ben.get('/desk/call-backs');
      assert.match(page.text, /White Hmong/);
      assert.match(page.text, /no voicemail/);
      await ana.send(await ana.get('/desk/call-backs'), '/take', {});
      assert.equal((await ben.send(page, '/take', {})).status, 409);
      assert.match((await ben.get('/desk/call-backs')).text, /Taken by <bdi>Ana/);
    });
  });

  it('says that something failed without a word of what it was, and logs nothing of it', async () => {
    const worker = await house.signedIn('worker');
    sinon.stub(house.store, 'referrals').rejects(new Error('row of Pa Houa Vang is broken'));
    const page = await worker.get('/desk/all');
    assert.equal(page.status, 500);
    assert.doesNotMatch(page.text + house.logged.join(), /Vang/);
    assert.match(house.logged.join(), /desk failed/);
  });

  it('refuses a form that is far too long', async () => {
    const worker = await house.signedIn('worker');
    assert.equal((await worker.post('/desk/danger/take', { id: 'x'.repeat(20_000) })).status, 400);
  });
});
