import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import type { Tag } from '../../locales/languages.ts';
import { openFrontDoor, type FrontDoor } from '../journeys/front-door.ts';
import { mintSignInLink } from '../../server/desk/sign-in/sign-in-link.ts';
import { aReferral } from '../server/desk-visit.ts';
import { startServer, type TestServer } from '../server/web-server.ts';
import { closeBrowser, openPage, withBrowser } from './browser.ts';
import { Filer, forHerFather, forThemselves, type Answers } from './filed-by-forms.ts';
import { printed } from './read-print.ts';

const pictures = process.env['PICTURES'];
const languages: readonly Tag[] = ['en', 'es', 'hmn'];

/** Programme and day in each language, as they must stand on paper. */
const words: Readonly<Record<Tag, readonly [rent: RegExp, decided: RegExp]>> = {
  en: [/Transitional Rent/, /IEHP has until December 1, 2026 to decide/],
  es: [/Renta de Transición/, /hasta el 1 de diciembre de 2026/],
  hmn: [/Kev Pab Them Nqi Tsev Ib Ntus/, /Lub Kaum Ob Hlis Ntuj Hnub Tim 1, 2026/],
};

describe('the page that a member keeps, in a browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let door: FrontDoor;
  before(async function () {
    browser = await withBrowser(this);
    door = await openFrontDoor('iehp', '2026-11-20');
  });
  after(async () => {
    await closeBrowser();
    await door.close();
  });

  async function filed(language: Tag = 'en', answers: Answers = forThemselves): Promise<[Filer, string]> {
    const filer = new Filer(door.url);
    await filer.open();
    if (language !== 'en') await filer.says({ press: `language:${language}` });
    return [filer, await filer.files(answers)];
  }

  async function pageOf(
    filer: Filer,
    path = '/copy',
    { width = 1280, scripts = true } = {},
  ): Promise<Page & { readonly troubles: string[] }> {
    const page = await openPage(browser, width, { javaScriptEnabled: scripts });
    await filer.lendCookiesTo(page.context());
    await page.goto(door.url + path);
    return page;
  }

  for (const language of languages) {
    it(`has no barrier that a checker finds, and never scrolls sideways, in ${language}`, async () => {
      const [filer] = await filed(language);
      for (const width of [1280, 320])
        for (const size of ['common', 'large']) {
          const page = await pageOf(filer, `/copy?size=${size}`, { width });
          const { violations } = await new AxeBuilder({ page }).analyze();
          const where = `${language} ${size} ${String(width)}`;
          assert.deepEqual(
            violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
            [],
            where,
          );
          assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, where);
          assert.doesNotMatch(await page.locator('body').innerText(), /\{\{|undefined|\[object/, where);
          if (pictures !== undefined) {
            mkdirSync(pictures, { recursive: true });
            await page.screenshot({ path: `${pictures}/${where.replaceAll(' ', '-')}.png`, fullPage: true });
          }
          assert.deepEqual(page.troubles, []);
          await page.context().close();
        }
    });

    it(`prints the number, the programmes and the days, beside English, in ${language}`, async () => {
      const [filer, number] = await filed(language);
      const page = await pageOf(filer);
      const [rent, decided] = words[language];
      for (const format of ['Letter', 'A4'] as const) {
        const { sheets, points, isCut } = await printed(page, format);
        const all = sheets.join(' ');
        for (const told of [rent, decided, ...words.en]) assert.match(all, told);
        for (const sheet of sheets) assert.ok(sheet.includes(number), 'the number stands on each sheet');
        assert.ok((points[0] ?? 0) >= 12, `letters of ${String(points[0])} points`);
        // A page in two languages may need the back of the sheet.
        assert.ok(sheets.length <= (language === 'en' ? 1 : 2), `${String(sheets.length)} sheets of ${format}`);
        assert.equal(isCut, false);
        assert.doesNotMatch(all, /David|1964|91234567A|0142|Example|Sunrise/);
        assert.doesNotMatch(all, /Leave this page|Salir|Tawm|Print or save|Imprimir|Luam/, 'no button on paper');
      }
      await page.context().close();
    });
  }

  it('prints in 20 point or more throughout when larger letters are chosen, and nothing is cut', async () => {
    const [filer, number] = await filed('hmn');
    const page = await pageOf(filer);
    await page.getByRole('link', { name: 'Ntawv loj dua' }).click();
    await page.waitForURL('**/copy?size=large');
    for (const format of ['Letter', 'A4'] as const) {
      const { sheets, points, isCut } = await printed(page, format);
      assert.ok((points[0] ?? 0) >= 20, `letters of ${String(points[0])} points`);
      assert.equal(isCut, false);
      for (const sheet of sheets) assert.ok(sheet.includes(number), 'the number stands on each sheet');
    }
    await page.getByRole('link', { name: 'Ntawv me dua' }).click();
    await page.waitForURL('**/copy?size=common');
    assert.equal((await printed(page)).points[0], 12);
    await page.context().close();
  });

  it('comes in 20 point by itself to who asked for letters in large print', async () => {
    const [filer] = await filed('en', { ...forThemselves, 'file.format': { press: 'largePrint' } });
    const page = await pageOf(filer);
    assert.ok(((await printed(page)).points[0] ?? 0) >= 20, 'large print');
    await page.context().close();
  });

  it('marks each language as what it is, the member’s own first', async () => {
    const [filer] = await filed('es');
    const page = await pageOf(filer);
    assert.equal(await page.locator('html').getAttribute('lang'), 'es');
    const [own, english] = await page.locator('.row:has(h2) > div').all();
    assert.deepEqual([await own?.getAttribute('lang'), await own?.getAttribute('dir')], ['es', 'ltr']);
    assert.equal(await english?.getAttribute('lang'), 'en');
    assert.match((await own?.innerText()) ?? '', /^Ya mandamos su solicitud/);
    await page.context().close();
  });

  it('is found from the card, without scripts too, and is printed by the browser’s own menu then', async () => {
    const [filer, number] = await filed();
    const page = await pageOf(filer, '/', { scripts: false });
    await page.getByRole('link', { name: 'A page to print or to show' }).click();
    await page.waitForURL('**/copy');
    assert.equal(new URL(page.url()).pathname, '/copy', 'the address tells nothing');
    assert.ok((await page.locator('main').innerText()).includes(number), 'the number');
    assert.equal(await page.getByText('choose Print in your browser').isVisible(), true);
    assert.equal(await page.getByRole('button', { name: 'Print or save this' }).isVisible(), false);
    await page.getByRole('link', { name: 'Go to the chat' }).click();
    await page.locator('#log').waitFor();
    await page.context().close();
  });

  it('prints by its own button where scripts run', async () => {
    const [filer] = await filed();
    const page = await pageOf(filer);
    await page.evaluate('window.print = () => { window.printed = true; }');
    await page.getByRole('button', { name: 'Print or save this' }).click();
    assert.equal(await page.evaluate('window.printed'), true);
    assert.equal(await page.getByText('choose Print in your browser').count(), 0);
    await page.context().close();
  });

  it('has the newest request first, each on its own sheet', async () => {
    const [filer, older] = await filed();
    const newer = await filer.files(forThemselves);
    const page = await pageOf(filer);
    const sheets = await page.locator('.sheet').allInnerTexts();
    assert.equal(sheets.length, 2);
    assert.ok(sheets[0]?.includes(newer) && sheets[1]?.includes(older), 'the newest first');
    const print = await printed(page);
    assert.equal(print.sheets.length, 2);
    assert.ok(!print.sheets[0]?.includes(older) && !print.sheets[1]?.includes(newer), 'nothing of one on the other');
    await page.context().close();
  });

  it('tells a helper that it came, whom to call, and no more', async () => {
    const [filer, number] = await filed('en', forHerFather);
    const page = await pageOf(filer);
    const { sheets } = await printed(page);
    assert.match(
      sheets.join(' '),
      new RegExp(`${number}.*November 20, 2026.*IEHP will get it and decide.*800-440-4347`),
    );
    const all = `${await page.content()} ${sheets.join(' ')}`;
    assert.doesNotMatch(all, /David|Rosa|1964|0142|Enhanced|Housing|Rent|Meals|December|decides|Letters<|Phone calls/);
    await page.context().close();
  });

  it('says nothing but number, day and phone line where violence was named, before or after the filing', async () => {
    const before = new Filer(door.url);
    await before.open();
    await before.says({ write: 'my husband hits me' });
    await before.files(forThemselves);
    const [after] = await filed();
    await after.says({ write: 'my husband hits me' });
    for (const filer of [before, after]) {
      const page = await pageOf(filer);
      const { sheets } = await printed(page);
      assert.match(sheets.join(' '), /\d{4} \d{3} \d{3} \d{4}.*November 20, 2026.*1-800-440-4347/);
      const all = `${await page.locator('main').innerText()} ${sheets.join(' ')}`;
      assert.doesNotMatch(all, /David|Enhanced|Housing|Rent|Meals|request|December|Phone calls|hits|safe/i);
      await page.context().close();
    }
  });

  it('is kept by nothing on the way, and shown to no other visit', async () => {
    const [filer, number] = await filed();
    const page = await pageOf(filer);
    const answer = await page.goto(`${door.url}/copy`);
    assert.match(answer?.headers()['cache-control'] ?? '', /no-store/);
    await page.context().close();
    const other = await openPage(browser, 1280);
    assert.equal((await other.goto(`${door.url}/copy`))?.status(), 404, 'no visit');
    await other.goto(door.url);
    assert.equal((await other.goto(`${door.url}/copy`))?.status(), 404, 'a visit in which nothing was filed');
    assert.ok(!(await other.content()).includes(number), 'the number of another visit');
    await other.context().close();
  });

  it('is gone after leaving, by button or by the Escape key', async () => {
    for (const leave of ['button', 'keys'] as const) {
      const [filer] = await filed();
      const page = await pageOf(filer);
      await page.route('https://www.google.com/**', (route) => route.fulfill({ body: 'elsewhere' }));
      if (leave === 'button') await page.getByRole('button', { name: 'Leave this page' }).click();
      else for (let times = 0; times < 3; times += 1) await page.keyboard.press('Escape');
      await page.waitForURL('https://www.google.com/**');
      const again = await pageOf(filer);
      assert.doesNotMatch(await again.content(), /Your request was sent/);
      await again.context().close();
      await page.context().close();
    }
  });

  it('has no barrier at the desk either, and prints there as the member would print it', async () => {
    const [, number] = await filed('hmn', { ...forThemselves, 'file.written': { press: 'hmn' } });
    const page = await openPage(browser, 320);
    const now = new Date('2026-11-20T20:00:00Z');
    await page.goto(await mintSignInLink(door.store, { name: 'Lee Xiong', role: 'worker' }, door.url, now));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.goto(`${door.url}/desk/all?sort=filed&order=desc`);
    for (const link of await page
      .locator('tbody th a')
      .all()
      .then((all) => all.map((one) => one.getAttribute('href')))) {
      await page.goto(door.url + ((await link) ?? ''));
      if ((await page.content()).includes(number.replaceAll(' ', ''))) break;
    }
    await page.getByRole('link', { name: 'large print (20 point)' }).click();
    await page.waitForURL('**/copy?size=large');
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      [],
    );
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
    const { sheets, points } = await printed(page);
    const paper = sheets.join(' ');
    for (const told of [new RegExp(number), ...words.hmn, ...words.en]) assert.match(paper, told);
    assert.ok((points[0] ?? 0) >= 20, 'large print');
    assert.doesNotMatch(paper, /David|Back to the referral|The member/);
    await page.getByRole('link', { name: 'common print' }).click();
    await page.waitForURL('**/copy?size=common');
    assert.equal((await printed(page)).points[0], 12);
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });

  it('is gone after starting over', async () => {
    const [filer] = await filed();
    await filer.says({ press: 'act:startOver' });
    await filer.says({ press: 'yes' });
    const page = await pageOf(filer);
    assert.doesNotMatch(await page.content(), /Your request was sent|Transitional Rent/);
    await page.context().close();
  });
});

describe('the page that a member keeps, left open', function () {
  let browser: Browser;
  let server: TestServer;
  before(async function () {
    browser = await withBrowser(this);
    const referral = aReferral('12345678901234');
    server = await startServer({
      filed: () => Promise.resolve({ language: 'en', requests: [{ referral, careful: false }] }),
    });
  });
  after(async () => {
    await closeBrowser();
    await server.close();
  });

  it('hides itself after the pause, and when its visit ends in another window', async () => {
    const page = await openPage(browser, 1280);
    await page.goto(server.url);
    await page.goto(`${server.url}/copy`);
    assert.equal(await page.getByText('1234 567 890 1234').first().isVisible(), true);
    server.later(16);
    await page.getByText('Are you still there?').waitFor();
    assert.equal(await page.getByText('1234 567 890 1234').count(), 0);
    await page.context().close();

    const again = await openPage(browser, 1280);
    await again.goto(server.url);
    await again.goto(`${server.url}/copy`);
    const other = await again.context().newPage();
    // Not the talk: that would begin a visit of its own when this one has ended.
    await other.goto(`${server.url}/copy`);
    await other.evaluate(`fetch('/exit?quiet', { method: 'POST' })`);
    await again.getByText('There is no page here.').waitFor();
    assert.equal(await again.getByText('1234 567 890 1234').count(), 0);
    await again.context().close();
  });
});
