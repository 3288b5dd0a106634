import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { aComplaint } from '../referral/a-complaint.ts';
import { aReferral, file, openHouse, store, type DeskHouse } from '../server/desk-visit.ts';
import { closeBrowser, openPage, withBrowser } from './browser.ts';

const pictures = process.env['PICTURES'];

/** A desk in the middle of a day: open, urgent, helped, confidential and decided referrals, calls and alerts. */
async function busyDesk(house: DeskHouse): Promise<void> {
  const { contact, person } = aReferral('10000000000001');
  const named = (name: string) => ({ ...person, name });
  await file(house, aReferral('10000000000001'));
  await file(
    house,
    aReferral('10000000000002', {
      person: named('Xiomara Quetzalli'),
      language: 'es',
      asksForFast: true,
      contact: { ...contact, confidential: true, doNotContact: true, mayText: false, mayLeaveVoicemail: false },
      filer: {
        kind: 'helper',
        relation: 'child',
        awareness: 'doesNotKnow',
        name: 'Itzel Quetzalli',
        phone: '951-555-0177',
        organization: null,
        title: null,
      },
    }),
  );
  await file(house, aReferral('10000000000003', { person: named('David Reyes'), language: 'en' }));
  await house.store.recordCase('10000000000001', { kind: 'matched', match: 'found' }, 'Lee Xiong');
  const decidedOn = '2026-11-23';
  const decide = (programme: 'ecm' | 'medicallyTailoredMeals', decision: 'approved' | 'denied') =>
    house.store.record(
      '10000000000003',
      { programme, what: { kind: 'decision', decision, decidedOn, noticeMailedOn: null } },
      'Lee Xiong',
    );
  await decide('ecm', 'approved');
  await decide('medicallyTailoredMeals', 'denied');
  await house.store.record(
    '10000000000003',
    {
      programme: 'ecm',
      what: {
        kind: 'loop',
        loop: { state: 'accepted' },
        on: decidedOn,
        provider: { name: 'Sun Street Centers', phone: '951-555-0142' },
      },
    },
    'Lee Xiong',
  );
  const call = { phone: '951-555-0177', language: 'hmn', reason: 'asked' } as const;
  await store(house, 'c1', {
    callBack: { ...call, id: 'c1', name: 'Pa Houa', dialect: 'white', when: 'evening', voicemail: false },
  });
  await store(house, 'c2', {
    callBack: { ...call, id: 'c2', name: null, dialect: null, when: null, voicemail: null, reason: 'danger' },
  });
  const alert = { language: 'es', wantsCall: true, phone: '9515550134' } as const;
  await store(house, 'a1', { alert: { ...alert, id: 'a1', danger: 'abuse' }, at: '2026-11-23T17:20:00.000Z' });
  await store(house, 'a2', {
    alert: { ...alert, id: 'a2', danger: 'medical', wantsCall: false, phone: null },
    at: '2026-11-23T17:55:00.000Z',
  });
  await house.store.take('alert', 'a1', 'Lee Xiong');
  await store(house, 'g1', { complaint: aComplaint({ asksForFast: true }), at: '2026-11-16T17:55:00.000Z' });
  await store(house, 'g2', {
    complaint: aComplaint({
      id: 'g2',
      kind: 'appeal',
      subject: 'letter',
      letterDate: '2026-11-10',
      confidential: true,
    }),
  });
}

async function signIn(house: DeskHouse, page: Page): Promise<void> {
  await page.goto(await house.link('worker'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/desk/danger');
}

async function assertClean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    [],
    where,
  );
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  assert.ok(wide <= 0, `${where} does not scroll sideways`);
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${where.replace(/\W+/g, '-')}.png`, fullPage: true });
}

/** A call in Hmong: its first page, ticks, and the list that it is on. */
async function tourCalls(page: Page, url: string, width: number): Promise<void> {
  await page.goto(`${url}/desk/caller`);
  await page.getByRole('button', { name: 'Hmong' }).click();
  await assertClean(page, `call ${width}`);
  for (const id of ['file', 'self']) await page.locator(`#asking button[value="${id}"]`).click();
  await page.getByRole('checkbox').first().waitFor();
  await assertClean(page, `call with ticks ${width}`);
  await page.getByRole('link', { name: 'All your calls' }).click();
  await page.getByRole('link', { name: 'Go on' }).waitFor();
  await assertClean(page, `calls ${width}`);
}

describe('the desk in a browser', function () {
  let house: DeskHouse;
  before(async function () {
    await withBrowser(this);
  });
  beforeEach(async () => {
    house = await openHouse();
    await busyDesk(house);
  });
  afterEach(() => house.close());
  after(() => closeBrowser());

  for (const width of [1280, 320]) {
    it(`has no barrier that a checker finds, on any page, at ${width} pixels`, async function () {
      const page = await openPage(await withBrowser(this), width);
      await page.goto(`${house.url}/desk`);
      await assertClean(page, `sign in ${width}`);
      await signIn(house, page);
      for (const queue of [
        'danger',
        'call-backs',
        'complaints',
        'wrong-numbers',
        'new',
        'fast',
        'overdue',
        'opted-out',
        'mine',
        'all',
      ]) {
        await page.goto(`${house.url}/desk/${queue}`);
        await assertClean(page, `${queue} ${width}`);
      }
      for (const kind of ['Complaint (grievance)', 'Appeal']) {
        await page.goto(`${house.url}/desk/complaints`);
        await page.getByRole('link', { name: kind, exact: true }).click();
        await page.getByRole('heading', { name: kind, level: 1 }).waitFor();
        await page.getByRole('button', { name: 'Take' }).click();
        await page.getByRole('button', { name: 'Acknowledged' }).waitFor();
        await assertClean(page, `${kind} ${width}`);
      }
      for (const name of ['Pa Houa Vang', 'Xiomara Quetzalli', 'David Reyes']) {
        await page.goto(`${house.url}/desk/all`);
        await page.getByRole('link', { name }).click();
        await page.getByRole('heading', { name, level: 1 }).waitFor();
        await assertClean(page, `referral of ${name} ${width}`);
      }
      await tourCalls(page, house.url, width);
      await page.goto(`${house.url}/desk/all`);
      await page.getByRole('link', { name: 'David Reyes' }).click();
      assert.deepEqual(page.troubles, []);
      await page.getByLabel('Decided on').first().fill('2026-11-25');
      await page.getByRole('button', { name: 'Record decision' }).first().click();
      await page.getByRole('alert').waitFor();
      await assertClean(page, `refused form ${width}`);
      await page.emulateMedia({ colorScheme: 'dark' });
      await assertClean(page, `dark ${width}`);
      await page.context().close();
    });
  }

  it('is worked by the keyboard alone: down the list, into a referral, a decision made', async function () {
    const page = await openPage(await withBrowser(this), 1280);
    await signIn(house, page);
    await page.goto(`${house.url}/desk/new?sort=name&order=asc`);
    await page.getByRole('link', { name: 'Pa Houa Vang' }).focus();
    await page.keyboard.press('ArrowDown');
    const focused = page.locator(':focus');
    assert.equal(await focused.textContent(), 'Xiomara Quetzalli');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Pa Houa Vang', level: 1 }).waitFor();
    const tabTo = async (what: string) => {
      for (let tabs = 0; tabs < 40; tabs += 1) {
        await page.keyboard.press('Tab');
        if (await focused.and(page.locator(what)).count()) return;
      }
      assert.fail(`the Tab key does not reach ${what}`);
    };
    await tabTo('a[href="#request-ecm"]');
    await page.keyboard.press('Enter');
    await tabTo('#decision-ecm');
    await page.keyboard.type('approved');
    await tabTo('button:has-text("Record decision")');
    await page.keyboard.press('Enter');
    await page.getByText('Decision recorded.').waitFor();
    const stored = await house.store.referral('10000000000001', 'test');
    assert.equal(stored?.status[0]?.decision, 'approved');
    await page.context().close();
  });

  it('keeps the keyboard where the work goes on: after an act, on the next of the queue, at what a decision needs', async function () {
    const page = await openPage(await withBrowser(this), 1280);
    await signIn(house, page);
    const focused = page.locator(':focus');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL('**saved=yes**');
    assert.match((await focused.textContent()) ?? '', /Taken by Lee Xiong/);

    await page.goto(`${house.url}/desk/call-backs`);
    await page.keyboard.press('j');
    await page.keyboard.press('t');
    await page.getByRole('button', { name: /Go on for the caller/ }).waitFor();
    assert.equal(await focused.textContent(), 'State');
    await page.keyboard.press('t');
    assert.match(page.url(), /call-backs\/one/, 'the key that takes does not begin a call');

    await page.goto(`${house.url}/desk/new?sort=name&order=asc`);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Pa Houa Vang', level: 1 }).waitFor();
    const asks = page.locator('form[action$="/decision"] details').first();
    await page.keyboard.press('d');
    assert.equal(await asks.getAttribute('open'), null);
    await page.keyboard.type('pending, more');
    assert.equal(await asks.getAttribute('open'), '');
    await page.getByRole('button', { name: 'Record decision' }).first().press('Enter');
    await page.getByText('Decision recorded.').waitFor();
    assert.equal(await focused.textContent(), 'Decision recorded.');
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'Xiomara Quetzalli', level: 1 }).waitFor();
    await page.keyboard.press('s');
    assert.equal(await focused.getAttribute('type'), 'checkbox', 'the first warning to tick');
    await page.context().close();
  });

  it('gives one queue as a file after another, and begins the next page at its top', async function () {
    const page = await openPage(await withBrowser(this), 1280);
    await signIn(house, page);
    await page.goto(`${house.url}/desk/export`);
    for (const queue of ['new', 'all']) {
      const file = page.waitForEvent('download');
      await page.getByLabel('Queue', { exact: true }).selectOption(queue);
      await page.getByRole('button', { name: 'Take the queue as CSV' }).click();
      assert.match((await file).suggestedFilename(), new RegExp(`^queue-${queue}`));
    }
    await page.getByRole('link', { name: /^New/ }).click();
    await page.getByRole('heading', { name: 'New', level: 1 }).waitFor();
    assert.equal(await page.locator(':focus').count(), 0);
    await page.context().close();
  });

  it('works without JavaScript: signing in, taking an alert, saying how it went', async function () {
    const page = await openPage(await withBrowser(this), 1280, { javaScriptEnabled: false });
    await signIn(house, page);
    await page.getByRole('button', { name: /Take: medical emergency/ }).click();
    await page.getByRole('button', { name: 'not needed' }).last().click();
    await page.getByText('not needed, by').waitFor();
    const done = (await house.store.alerts('test')).find(({ id }) => id === 'a2');
    assert.equal(done?.outcome, 'notNeeded');
    await page.context().close();
  });

  it('prints one referral without queues, forms and buttons', async function () {
    const page = await openPage(await withBrowser(this), 1280);
    await signIn(house, page);
    await page.goto(`${house.url}/desk/all`);
    await page.getByRole('link', { name: 'Xiomara Quetzalli' }).click();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByRole('button').count(), 0);
    assert.equal(await page.getByRole('navigation').count(), 0);
    assert.ok(await page.getByRole('listitem').filter({ hasText: 'Confidential communication set' }).isVisible());
    assert.equal(await page.getByText('(951) 555-0134').isVisible(), false, 'nor the phone that must not be used');
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/print.png`, fullPage: true });
    await page.context().close();
  });
});
