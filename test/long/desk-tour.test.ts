/** Every page of the desk before a checker for barriers, wide, narrow and dark. With `PICTURES=folder` each is kept. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { closeBrowser, openPage, withBrowser } from '../browser/browser.ts';
import { assertClean, busyDesk, signIn } from '../browser/busy-desk.ts';
import { openHouse, type DeskHouse } from '../server/desk-visit.ts';

describe('the desk, page by page', function () {
  let house: DeskHouse;
  before(async function () {
    await withBrowser(this);
  });
  beforeEach(async () => {
    house = await openHouse();
    await busyDesk(house);
    const asks = { decision: 'pendingInfo', decidedOn: '2026-11-23', noticeMailedOn: null, asks: ['card'] } as const;
    await house.store.record('10000000000001', { programme: 'ecm', what: { kind: 'decision', ...asks } }, 'Lee Xiong');
  });
  afterEach(() => house.close());
  after(() => closeBrowser());

  for (const width of [1280, 640, 320]) {
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
        'waits-on-member',
        'letters',
        'opted-out',
        'not-delivered',
        'mine',
        'all',
        'week',
        'export',
        'return-file',
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
      await page.goto(`${house.url}/desk/call-backs`);
      await page.getByRole('link', { name: 'Pa Houa' }).click();
      await page.waitForURL('**/call-backs/one/**');
      await assertClean(page, `call-back ${width}`);
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
});

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
