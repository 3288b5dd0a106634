// One referral as a plan's team works on it, over HTTP: who has it, what was found, what is sent, who may be told.
import assert from 'node:assert/strict';
import type { Referral } from '../../referral/referral.ts';
import { aReferral, file, openHouse, openReferral, type DeskHouse, type Page, type Visitor } from './desk-visit.ts';

const number = '12345678901234';
const other = '12345678901235';
const helper = {
  kind: 'helper',
  relation: 'spouse',
  awareness: 'doesNotKnow',
  name: 'Tou Vang',
  phone: '951-555-0177',
  organization: null,
  title: null,
} as const;

describe('one referral at the desk', () => {
  let house: DeskHouse;
  let worker: Visitor;
  beforeEach(async () => {
    house = await openHouse();
    worker = await house.signedIn('worker', 'Lee Xiong');
  });
  afterEach(() => house.close());

  const filed = (more: Partial<Referral> = {}, as = number): Promise<void> => file(house, aReferral(as, more));
  const contact = (more: Partial<Referral['contact']>): Partial<Referral> => ({
    contact: { ...aReferral(number).contact, ...more },
  });
  const opened = (visitor = worker): Promise<Page> => openReferral(visitor, 'Pa Houa');
  const fresh = async (page: Page, visitor = worker): Promise<Page> => ({
    ...(await visitor.get(page.to)),
    to: page.to,
  });
  const recorded = async (of = number): Promise<unknown[]> =>
    (await house.store.referral(of, 'test'))?.notes.map(({ by, what }) => [by, what]) ?? [];
  const sent = async (): Promise<unknown[]> => {
    const claimed = await house.store.claim('2030-01-01T00:00:00Z', '2030-01-01T00:01:00Z', 50);
    return claimed.flatMap(({ item }) => (item.kind === 'news' ? [item.topic] : []));
  };
  const hidden = (page: Page, name: string): string =>
    new RegExp(`name="${name}"\\s+value="([^"]+)"`).exec(page.text)?.[1] ?? '';
  const plain = ({ text }: Page): string => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

  describe('who works on it', () => {
    it('is taken once, given back, and given to another by the one who has it or by an admin', async () => {
      await filed();
      const mai = await house.signedIn('worker', 'Mai Lor');
      const admin = await house.signedIn('admin', 'Ana Ruiz');
      const page = await opened();
      assert.equal((await worker.send(page, '/take', {})).to, `${page.to}?saved=take`);
      assert.equal((await worker.send(page, '/take', {})).status, 303, 'a second click is no trouble');
      assert.match(plain(await fresh(page)), /You work on this\./);

      const hers = await opened(mai);
      assert.match(plain(hers), /Lee Xiong works on this\./);
      assert.doesNotMatch(hers.text, /\/(?:take|drop|give)"/);
      const form = { csrf: hidden(hers, 'csrf'), seen: '1', to: 'Mai Lor' };
      for (const act of ['take', 'drop', 'give']) {
        assert.equal((await mai.post(`${hers.to}/${act}`, form)).status, 409, act);
      }
      await worker.send(await fresh(page), '/give', { to: 'Mai Lor' });
      assert.match(plain(await fresh(hers, mai)), /You work on this\./);
      const boss = await opened(admin);
      assert.equal((await admin.send(boss, '/drop', {})).status, 303);
      assert.deepEqual(await recorded(), [
        ['Lee Xiong', { kind: 'assigned', to: 'Lee Xiong' }],
        ['Lee Xiong', { kind: 'assigned', to: 'Mai Lor' }],
        ['Ana Ruiz', { kind: 'assigned', to: null }],
      ]);
    });

    it('is taken by one of two who press at once, and the other is told', async () => {
      await filed();
      const mai = await house.signedIn('worker', 'Mai Lor');
      const [one, two] = [await opened(), await opened(mai)];
      const answers = await Promise.all([worker.send(one, '/take', {}), mai.send(two, '/take', {})]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409]);
      assert.equal((await recorded()).length, 1);
    });

    it('is given to nobody who has not signed in to work here', async () => {
      await filed();
      await house.signedIn('reader', 'Rita Reader');
      await house.signedIn('worker', 'Mai Lor');
      const page = await opened();
      await worker.send(page, '/take', {});
      const mine = await fresh(page);
      assert.doesNotMatch(mine.text, /Rita Reader/);
      assert.equal((await worker.send(mine, '/give', { to: 'Rita Reader' })).status, 400);
      assert.equal((await worker.send(mine, '/give', { to: '' })).status, 422);
      assert.equal((await recorded()).length, 1);
    });
  });

  describe('notes', () => {
    it('stand in the one history, newest first, as text and for staff alone', async () => {
      await filed();
      const page = await opened();
      await worker.send(page, '/note', { text: 'Asks for <b>Green</b> Hmong\r\nafter 5' });
      const denial = { decision: 'denied', decidedOn: '2026-11-23', noticeMailedOn: '' };
      house.setNow('2026-11-23T18:01:00.000Z');
      await worker.send(await fresh(page), '/decision', denial);
      const { text } = await fresh(page);
      const history = text.slice(text.indexOf('id="history"'));
      assert.match(history, /Decision: denied[^]*Asks for &#60;b&#62;Green&#60;\/b&#62; Hmong\nafter 5/);
      assert.deepEqual(await recorded(), [
        ['Lee Xiong', { kind: 'note', text: 'Asks for <b>Green</b> Hmong\nafter 5' }],
      ]);
    });

    it('are added once by a double click, refused when empty, and refused whole when endless', async () => {
      await filed();
      const page = await opened();
      const twice = await Promise.all([1, 2].map(() => worker.send(page, '/note', { text: 'Called.' })));
      assert.deepEqual(
        twice.map(({ status }) => status),
        [303, 303],
      );
      const now = await fresh(page);
      assert.equal((await worker.send(now, '/note', { text: ' \r\n ' })).status, 422);
      assert.equal((await worker.send(now, '/note', { text: 'x'.repeat(10_000) })).status, 400);
      assert.deepEqual(await recorded(), [['Lee Xiong', { kind: 'note', text: 'Called.' }]]);
    });

    it('are not lost when somebody else recorded something meanwhile', async () => {
      await filed();
      const page = await opened();
      await house.store.recordCase(number, { kind: 'assigned', to: 'Mai Lor' }, 'Mai Lor');
      const refused = await worker.send(page, '/note', { text: 'Moved to Perris' });
      assert.equal(refused.status, 422);
      assert.match(refused.text, /recorded something for this referral meanwhile/);
      assert.match(refused.text, />\s*Moved to Perris<\/textarea>/);
      assert.equal((await worker.send(refused, '/note', { text: 'Moved to Perris' })).status, 303);
    });
  });

  describe('member match', () => {
    const yes = { decision: 'approved', decidedOn: '2026-11-23', noticeMailedOn: '' };

    it('comes before any yes', async () => {
      await filed();
      const page = await opened();
      for (const decision of ['approved', 'approvedModified']) {
        const refused = await worker.send(page, '/decision', { ...yes, decision });
        assert.equal(refused.status, 422);
        assert.match(refused.text, /record the member match first/);
      }
      assert.equal((await worker.send(page, '/match', { match: '' })).status, 422);
      assert.equal((await worker.send(page, '/match', { match: 'perhaps' })).status, 422);
      await worker.send(page, '/match', { match: 'found' });
      assert.equal((await worker.send(await fresh(page), '/decision', yes)).status, 303);
    });

    it('is no hindrance to what the plan’s own system has approved', async () => {
      await filed();
      const on = { decidedOn: '2026-11-23', noticeMailedOn: null } as const;
      const what = { kind: 'decision', decision: 'approvedModified', ...on } as const;
      assert.equal(await house.store.record(number, { programme: 'ecm', what }, 'the plan'), true);
      const letter = { decision: 'approvedModified', decidedOn: '2026-11-23', noticeMailedOn: '2026-11-23' };
      assert.equal((await worker.send(await opened(), '/decision', letter)).status, 303);
    });

    it('refuses a yes that was prepared before another worker found that the person is not the plan’s', async () => {
      await filed();
      await house.store.recordCase(number, { kind: 'matched', match: 'found' }, 'Mai Lor');
      const page = await opened();
      await house.store.recordCase(number, { kind: 'matched', match: 'notOurs' }, 'Mai Lor');
      const refused = await worker.send(page, '/decision', yes);
      assert.equal(refused.status, 422);
      assert.equal((await house.store.referral(number, 'test'))?.events.length, 0);
    });

    it('shows the next step, where it is written, and its message one press away', async () => {
      await filed();
      const page = await opened();
      assert.match(plain(page), /Nobody has looked in the plan.{1,6}s records yet/);
      await worker.send(page, '/match', { match: 'shareOfCost' });
      const found = await fresh(page);
      assert.match(plain(found), /share of cost\. By Lee Xiong/);
      assert.match(plain(found), /A share of cost for long-term care does not count.*p\. 10, footnote 6/);
      const untold = await worker.send(found, '/message', {});
      assert.equal(untold.status, 422);
      assert.match(untold.text, /href="#own-chat-shareOfCost">Tick that you know the chat to be the member/);
      assert.match(untold.text, /id="own-chat-shareOfCost"/);
      assert.deepEqual(await sent(), []);
      const told = await worker.send(untold, '/message', { ownChat: 'yes' });
      assert.equal(told.to, `${page.to}?saved=message`);
      assert.deepEqual(await sent(), [{ kind: 'message', message: 'shareOfCost' }]);
      assert.deepEqual((await recorded()).at(-1), [
        'Lee Xiong',
        { kind: 'messageSent', message: 'shareOfCost', ownChat: true },
      ]);
      assert.match(plain(await fresh(page)), /Message sent: share of cost\. The chat is known to be the member/);
    });
  });

  it('owes the letter of a denial that was taken back since: seen in its queue and on its page, until its day is known', async () => {
    await filed();
    const decided = (decision: 'denied' | 'withdrawn') =>
      ({
        programme: 'ecm',
        what: { kind: 'decision', decision, decidedOn: '2026-11-23', noticeMailedOn: null },
      }) as const;
    for (const decision of ['denied', 'withdrawn'] as const)
      await house.store.record(number, decided(decision), 'member');
    const queue = await worker.get('/desk/letters');
    assert.match(queue.text, /id="count-letters">1</);
    assert.match(plain(queue), /withdrawn letter owed/);
    const page = await opened();
    assert.match(plain(page), /Letter not mailed: it is owed all the same\./);
    for (const mailedOn of ['', '2026-11-24', '2026-11-19', 'soon']) {
      const wrong = await worker.send(page, '/letter', { mailedOn });
      assert.equal(wrong.status, 422, mailedOn);
      assert.match(wrong.text, /href="#letter-day-ecm"[^]*id="letter-day-ecm"/);
    }
    const reader = await house.signedIn('reader');
    assert.doesNotMatch((await openReferral(reader, 'Pa Houa')).text, /\/letter"/);
    for (let press = 0; press < 2; press += 1) {
      const { status } = await worker.send(page, '/letter', { mailedOn: '2026-11-23' });
      assert.equal(status, press === 0 ? 303 : 400);
    }
    const mailed = await fresh(page);
    assert.doesNotMatch(plain(mailed), /Letter not mailed/);
    assert.match(plain(mailed), /Letter for .* mailed on .*Nov 23, 2026/);
    assert.match((await worker.get('/desk/letters')).text, /No letter is owed\./);
    assert.deepEqual(await sent(), [], 'the member who took it back is told nothing');
  });

  it('says of a helper who may be told nothing that the plan’s own notice to a provider who asked stands apart', async () => {
    await filed({ filer: helper });
    const page = plain(await opened());
    assert.match(
      page,
      /a provider or an organization that asked for the service is told of the decision by the notice/,
    );
    assert.match(
      page,
      /Tell the helper nothing but .{1,5}received.{1,5} until the member confirms\. The plan.{1,6}s own notice/,
    );
  });

  describe('a message', () => {
    it('stands there in English and in the member’s language, as it will be read', async () => {
      await filed();
      const page = await opened();
      const [, named = ''] = page.text.split('<summary>share of cost</summary>');
      const { text } = { text: named.split('</details>')[0] ?? '' };
      assert.match(text, /English:[^]*share of cost[^]*IEHP/);
      assert.match(text, /Hmong:[^]*<span lang="hmn" dir="ltr">[^]*IEHP/);
      assert.doesNotMatch(text, /\{\{/, 'no gap is left open');
    });

    it('goes once for a double click, and again when it is meant again', async () => {
      await filed();
      const page = await opened();
      const message = { message: 'triedToCall' };
      const twice = await Promise.all([1, 2].map(() => worker.send(page, '/message', message)));
      assert.deepEqual(
        twice.map(({ status }) => status),
        [303, 303],
      );
      assert.deepEqual(await sent(), [{ kind: 'message', message: 'triedToCall' }]);
      assert.match(plain(await fresh(page)), /Message sent: we tried to call\./);
    });

    it('is one of the reviewed ones, and nothing that a worker makes up', async () => {
      await filed();
      const page = await opened();
      assert.equal((await worker.send(page, '/message', { message: 'You are denied' })).status, 400);
      assert.deepEqual(await recorded(), []);
    });

    it('says what will truly happen to it', async () => {
      const ways: readonly [more: Partial<Referral>, said: RegExp][] = [
        [{}, /A text says only that there is something new/],
        [contact({ mayText: false }), /No text is sent\. The message comes when they write/],
        [{ channel: 'web' }, /It stands on their chat page if they open it again/],
        [{ channel: 'desk' }, /A text to the phone that was given says only.*give the birth date/],
        [
          { channel: 'desk', ...contact({ mayText: false }) },
          /No way to tell them here.*Instead: call the member or write to the member/,
        ],
        [contact({ doNotContact: true }), /Nothing is sent: do not contact/],
        [
          { filer: helper, ...contact({ mayMail: false }) },
          /Nothing is sent: the chat is the helper.*Instead: call the member\./,
        ],
      ];
      for (const [at, [more, said]] of ways.entries()) {
        const name = `Kou Number${String(at)}`;
        await filed({ ...more, person: { ...aReferral(number).person, name } }, `1234567890120${String(at)}`);
        assert.match(plain(await openReferral(worker, name)), said);
      }
    });

    it('never goes to a helper who may not be told, whatever is posted', async () => {
      await filed({ filer: helper });
      const page = await opened();
      assert.doesNotMatch(page.text, /\/message"/);
      const form = { csrf: hidden(page, 'csrf'), seen: '0', message: 'callUs' };
      const refused = await worker.post(`${page.to}/message`, form);
      assert.equal(refused.status, 422);
      assert.match(refused.text, /This message cannot be sent here/);
      assert.deepEqual([await recorded(), await sent()], [[], []]);
    });
  });

  describe('the warnings on safe contact', () => {
    const grave = contact({ confidential: true });

    it('are ticked by each worker before anything that leads to contact', async () => {
      await filed(grave);
      const page = await opened();
      const form = { csrf: hidden(page, 'csrf'), seen: '0', programme: 'ecm' };
      const denial = { decision: 'denied', decidedOn: '2026-11-23', noticeMailedOn: '' };
      const loop = { loop: 'accepted', loopOn: '2026-11-23', providerName: 'Sun', providerPhone: '951-555-0142' };
      const reaching: readonly (readonly [act: string, more: Readonly<Record<string, string>>])[] = [
        ['take', {}],
        ['message', { message: 'callUs' }],
        ['decision', denial],
        ['loop', loop],
      ];
      for (const [act, more] of reaching) {
        const refused = await worker.post(`${page.to}/${act}`, { ...form, ...more });
        assert.equal(refused.status, 422, act);
        assert.match(refused.text, /First tick the warnings/);
      }
      assert.equal((await worker.send(page, '/note', { text: 'A note reaches nobody.' })).status, 303);
      const noted = await fresh(page);
      assert.equal((await worker.send(noted, '/warnings', {})).status, 422);
      assert.equal((await worker.send(noted, '/warnings', { confidential: 'yes' })).status, 303);
      const ticked = await fresh(page);
      assert.match(plain(ticked), /You have read these\./);
      assert.equal((await worker.send(ticked, '/take', {})).status, 303);
      assert.equal((await worker.send(await fresh(page), '/decision', denial)).status, 303);

      const mai = await house.signedIn('worker', 'Mai Lor');
      const hers = await opened(mai);
      assert.doesNotMatch(hers.text, /You have read these/, 'each ticks for themselves');
      assert.equal((await mai.send(hers, '/decision', denial)).status, 422);
    });

    it('ask for a tick on each: one of two is not enough', async () => {
      await filed(contact({ confidential: true, doNotContact: true }));
      const page = await opened();
      assert.equal((await worker.send(page, '/warnings', { confidential: 'yes' })).status, 422);
      assert.deepEqual(await recorded(), []);
      await worker.send(page, '/warnings', { confidential: 'yes', doNotContact: 'yes' });
      assert.deepEqual(await recorded(), [
        ['Lee Xiong', { kind: 'warningsRead', warnings: ['confidential', 'doNotContact'] }],
      ]);
    });
  });

  describe('two filings for one name and birth date', () => {
    it('stand side by side, with a grave warning where their safe contact differs; nothing is overwritten', async () => {
      await filed(contact({ confidential: true, phone: '951-555-0199' }));
      await filed({ filer: helper }, other);
      const links = [...(await worker.get('/desk/all')).text.matchAll(/href="(\/desk\/referrals\/[^"]+)"/g)];
      const pages = await Promise.all([...new Set(links.map(([, to = '']) => to))].map((to) => worker.get(to)));
      assert.equal(pages.length, 2);
      for (const page of pages) {
        assert.match(plain(page), /Also filed for this name and birth date/);
        assert.match(plain(page), /One of the two asks for confidential communication or no contact/);
        assert.match(plain(page), /What one told is never told to the other/);
      }
      const bare = pages.find(({ text }) => text.includes('Tou Vang'));
      assert.ok(bare, 'the one that the husband filed');
      assert.match(plain(bare), /Another referral for this name and birth date asks for confidential communication/);
      assert.doesNotMatch(bare.text, /555-0199/, 'the safe phone is not shown beside the helper’s');
      const stored = await house.store.referral(other, 'test');
      assert.equal(stored?.referral.contact.confidential, false);
    });

    it('are one member’s once a worker says so, on both; not for a number of somebody else', async () => {
      await filed();
      await filed({}, other);
      const stranger = '12345678901236';
      await filed({ person: { ...aReferral(stranger).person, name: 'Kou Her' } }, stranger);
      const page = await opened();
      const strange = (await openReferral(worker, 'Kou Her')).to.split('/').at(-1) ?? '';
      for (const forged of [strange, other, '']) {
        assert.equal((await worker.send(page, '/same', { other: forged })).status, 400);
      }
      assert.equal((await worker.send(page, '/same', {})).status, 303);
      assert.match(plain(await fresh(page)), /The same member, by Lee Xiong/);
      assert.deepEqual([(await recorded()).length, (await recorded(other)).length], [1, 1]);
    });
  });

  describe('a helper who asks to be told', () => {
    const right = { authority: 'conservator', saw: 'Letters of conservatorship of May 2' };

    it('may be, once a right was seen and written down; and not any more when it is taken back', async () => {
      await filed({ filer: { ...helper, relation: 'child' } });
      const page = await opened();
      for (const poor of [
        { ...right, saw: ' ' },
        { ...right, authority: 'cousin' },
        { ...right, authority: 'parent' },
        { ...right, authority: 'guardian' },
      ]) {
        assert.equal((await worker.send(page, '/release', poor)).status, 422);
      }
      assert.equal((await worker.send(page, '/release', right)).status, 303);
      const released = await fresh(page);
      assert.match(
        plain(released),
        /May be told: conservator\. By Lee Xiong.*Seen: Letters of conservatorship of May 2/,
      );
      assert.equal((await house.store.status(number, '1964-03-09', null))?.teller, 'member');
      await worker.send(released, '/revoke', {});
      assert.equal((await house.store.status(number, '1964-03-09', null))?.teller, 'helper');
      assert.match(plain(await fresh(page)), /May be told nothing but/);
    });

    it('is let in by an admin only where violence may be near', async () => {
      const [first, ...rest] = aReferral(number).requests;
      assert.ok(first, 'a first request');
      const known = { kind: 'known', value: true, on: '2026-11-20' } as const;
      const yesNo = { ...first.answers.yesNo, fleeingViolence: known };
      await filed({ filer: helper, requests: [{ ...first, answers: { ...first.answers, yesNo } }, ...rest] });
      const page = await opened();
      assert.match(plain(page), /Violence may be near.*Marriage alone is no right to be told/);
      assert.doesNotMatch(page.text, /\/release"/);
      const form = { csrf: hidden(page, 'csrf'), seen: '0', ...right };
      assert.equal((await worker.post(`${page.to}/release`, form)).status, 403);
      assert.deepEqual(await recorded(), []);
      const admin = await house.signedIn('admin', 'Ana Ruiz');
      assert.equal((await admin.send(await opened(admin), '/release', right)).status, 303);
    });
  });

  describe('what a reader, another session or a forged address can do', () => {
    const acts = ['take', 'drop', 'give', 'note', 'match', 'same', 'warnings', 'message', 'release', 'revoke'];

    it('is nothing', async () => {
      await filed();
      const reader = await house.signedIn('reader', 'Rita Reader');
      const mai = await house.signedIn('worker', 'Mai Lor');
      const page = await opened();
      const seenByReader = await opened(reader);
      assert.deepEqual(
        [...seenByReader.text.matchAll(/action="\/desk\/referrals[^"]*"/g)],
        [],
        'a reader sees no form of a referral',
      );
      const form = { seen: '0', text: 'x', match: 'found', message: 'callUs', confidential: 'yes' };
      for (const act of acts) {
        const csrf = hidden(page, 'csrf');
        assert.equal((await mai.post(`${page.to}/${act}`, { ...form, csrf })).status, 403, `${act}: another's token`);
        const own = hidden(seenByReader, 'csrf');
        assert.equal((await reader.post(`${page.to}/${act}`, { ...form, csrf: own })).status, 403, `${act}: reader`);
        for (const forged of [number, 'x', `A${page.to.split('/').at(-1) ?? ''}`]) {
          const answer = await worker.post(`/desk/referrals/${forged}/${act}`, { ...form, csrf });
          assert.equal(answer.status, 404, `${act}: forged`);
        }
      }
      assert.deepEqual([await recorded(), await sent()], [[], []]);
    });

    it('is a line of the log for what was done, with no word of it', async () => {
      await filed();
      await worker.send(await opened(), '/note', { text: 'Her sister is Xiomara' });
      assert.doesNotMatch(house.logged.join('\n'), /Xiomara|Vang/);
    });
  });

  it('is printed with a mark on top, and without notes, forms and buttons', async () => {
    await filed();
    await filed(contact({ confidential: true }), other);
    await house.store.recordCase(number, { kind: 'note', text: 'Staff only' }, 'Mai Lor');
    const list = (await worker.get('/desk/all')).text;
    const links = [...new Set([...list.matchAll(/href="(\/desk\/referrals\/[^"]+)"/g)].map(([, to = '']) => to))];
    const pages = await Promise.all(links.map((to) => worker.get(to)));
    const text = pages.find((page) => page.text.includes('Staff only'))?.text ?? '';
    assert.match(text, /<li class="grave no-print">Another referral for this name/);
    assert.match(text, /<p class="print-only mark">\s*Confidential/);
    assert.match(text, /<span class="no-print note-text">[^]*Staff only/);
    assert.match(text, /data-print hidden/);
    assert.match(text, /<section class="card same no-print"/, 'whoever it is handed to is not told of another');
  });
});
