import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { aReferral, file, openHouse, type DeskHouse } from '../server/desk-visit.ts';
import { header } from '../server/return-file-visit.ts';
import { closeBrowser, openPage, withBrowser } from './browser.ts';

const number = '12345678901234';
const pictures = process.env['PICTURES'];
const rows = [
  header,
  `${number},ecm,Outreach Initiated,11/23/2026,`,
  `${number},ecm,Accepted,11/22/2026,`,
  `${number},ecm,Accepted,11/22/2026,`,
  `x,Yoga,Done,13/13/2026,`,
  `${number},ecm,Declined,12/24/2026,`,
].join('\r\n');

describe('A return file in a browser', function () {
  this.timeout(120_000);
  let house: DeskHouse;
  beforeEach(async () => {
    house = await openHouse();
    await file(house, aReferral(number));
    const what = { kind: 'decision', decision: 'approved', decidedOn: '2026-11-21', noticeMailedOn: null } as const;
    await house.store.record(number, { programme: 'ecm', what }, 'Lee Xiong');
  });
  afterEach(() => house.close());
  after(closeBrowser);

  for (const [width, javaScriptEnabled] of [
    [1280, true],
    [640, true],
    [640, false],
  ] as const) {
    it(`is chosen, checked and recorded at ${width} px, ${javaScriptEnabled ? 'and axe finds nothing' : 'without JavaScript'}`, async function () {
      const page = await openPage(await withBrowser(this), width, { javaScriptEnabled });
      const looked = async (name: string): Promise<void> => {
        if (pictures) await page.screenshot({ path: `${pictures}/return-file-${name}-${width}.png`, fullPage: true });
        if (!javaScriptEnabled) return;
        const { violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
          [],
        );
        const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
        assert.equal(wide, false, `${name} is wider than the window`);
      };
      await page.goto(await house.link('worker'));
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('link', { name: 'Return file' }).click();
      await looked('choose');
      const choose = async (name: string, text: string): Promise<void> => {
        const sent = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
        await page.getByLabel('CSV or Excel file').setInputFiles(sent);
        await page.getByRole('button', { name: 'Check the file' }).press('Enter');
      };
      await choose('wrong.csv', 'a,b\n1,2');
      assert.match((await page.getByRole('alert').textContent()) ?? '', /These columns are missing/);
      await looked('wrong');
      await choose('november.csv', rows);
      await page.getByRole('heading', { name: 'Check before recording' }).waitFor();
      await looked('preview');
      await page.getByRole('button', { name: 'Record 2 steps' }).press('Enter');
      await page.getByRole('heading', { name: 'Return file recorded' }).waitFor();
      await looked('result');
      assert.match((await page.getByRole('status').allTextContents()).join(), /Recorded: 2\. Already so: 1\. Wrong: 2/);
      await page.reload();
      assert.equal((await house.store.referral(number, 'test'))?.events.length, 3);
      // The browser itself tells of a page that is answered with an error.
      assert.deepEqual(
        page.troubles.filter((trouble) => !trouble.includes('422')),
        [],
      );
      await page.context().close();
    });
  }
});
