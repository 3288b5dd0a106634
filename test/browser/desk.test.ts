import assert from 'node:assert/strict';
import { openHouse, type DeskHouse } from '../server/desk-visit.ts';
import { closeBrowser, openPage, withBrowser } from './browser.ts';
import { busyDesk, signIn } from './busy-desk.ts';

const pictures = process.env['PICTURES'];

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
