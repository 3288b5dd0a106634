import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { planById } from '../../server/plans/index.ts';
import { fillWithPractice } from '../../server/practice/fill.ts';
import { monday, openHouse, type DeskHouse } from '../server/desk-visit.ts';
import { closeBrowser, openPage, withBrowser } from './browser.ts';

const pictures = process.env['PICTURES'];

describe('The week and the files in a browser', function () {
  this.timeout(120_000);
  let house: DeskHouse;
  before(async () => {
    house = await openHouse({ practice: true });
    const weeks = { open: 10, seed: 7, until: new Date(monday), plan: planById('iehp') };
    await fillWithPractice(house.store, weeks, (then) => house.setNow(then.toISOString()));
  });
  after(() => house.close());
  after(closeBrowser);

  it('are whole and usable at 1280 and 320 px, and axe finds nothing', async function () {
    const page = await openPage(await withBrowser(this), 1280);
    await page.goto(await house.link('admin'));
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const [name, link] of [
        ['week', 'The week'],
        ['export', 'Export'],
      ] as const) {
        await page.getByRole('link', { name: link, exact: true }).click();
        await page.getByRole('heading', { level: 1, name: link }).waitFor();
        if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
        const { violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
          [],
        );
        const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
        assert.equal(wide, false, `${name} is wider than ${width}`);
      }
    }
    const taken = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Take the month as CSV' }).press('Enter');
    assert.equal((await taken).suggestedFilename(), 'requests-2026-11.csv');
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });
});
