import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { startServer, type TestServer } from '../server/web-server.ts';
import { key } from '../server/web-words.ts';
import { closeBrowser, openPage, withBrowser } from './browser.ts';

const pictures = process.env['PICTURES'];

/** The entries that stand in the talk, by their first words. */
const entries = (page: Page): Promise<string[]> => page.locator('.entry').allInnerTexts();

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
}

/** Whether all of it is seen, under the head and above the end of the window. */
const isInView = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const box = [...document.querySelectorAll(${JSON.stringify(selector)})].at(-1).getBoundingClientRect();
    const head = document.querySelector('header').getBoundingClientRect().bottom;
    return box.top >= head && box.bottom <= innerHeight;
  })()`);

/** Waits, as long as a test may, for what the page leaves behind when it is gone. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 10));
}

/** Every state of the page that looks different, one after another. */
async function* states(page: Page, url: string): AsyncGenerator<string> {
  await page.goto(url);
  yield 'welcome';
  await press(page, 'See what may fit');
  await page.getByRole('checkbox').first().waitFor();
  yield 'ticks';
  await page.getByRole('checkbox').first().check();
  await press(page, 'Continue');
  await page.getByText('About 1 more question').waitFor();
  yield 'number';
  await page.locator('#text').fill('everything');
  await press(page, 'Send');
  await page.getByText('Keep this').waitFor();
  await page.locator('.source summary').first().click();
  yield 'everything';
  await press(page, 'Ask my plan now');
  await page.locator('#month').waitFor();
  await press(page, 'Continue');
  await page.getByText('Write the month').waitFor();
  yield 'date';
  await page.locator('#text').fill('I want to die');
  await press(page, 'Send');
  await page.locator('.danger').waitFor();
  await page.locator('.languages summary').click();
  await page.locator('.notices summary').click();
  yield 'danger';
}

describe('The chat in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  before(async function () {
    browser = await withBrowser(this);
  });
  beforeEach(async () => {
    server = await startServer();
    const context = browser.contexts();
    await Promise.all(context.map((one) => one.close()));
  });
  afterEach(() => server.close());
  after(() => closeBrowser());

  for (const width of [320, 1280]) {
    for (const colorScheme of width === 320 ? (['light', 'dark'] as const) : (['light'] as const)) {
      it(`has nothing that bars anybody, and nothing to scroll sideways, at ${String(width)} px in ${colorScheme}`, async () => {
        const page = await openPage(browser, width);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        for await (const state of states(page, server.url)) {
          if (pictures)
            await page.screenshot({ path: `${pictures}/${String(width)}-${colorScheme}-${state}.png`, fullPage: true });
          const { violations } = await new AxeBuilder({ page })
            .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
            .analyze();
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
          assert.deepEqual(found, [], state);
          assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, state);
        }
      });
    }
  }

  it('has targets that a thumb can hit', async () => {
    const page = await openPage(browser, 320);
    for await (const state of states(page, server.url)) {
      for (const target of await page
        .locator(
          'button:visible, summary:visible, label.tick:visible, input:visible:not([type=checkbox]), textarea:visible',
        )
        .all()) {
        const box = await target.boundingBox();
        assert.ok(box && box.height >= 44, `${state}: ${await target.innerText()} is ${String(box?.height)} px high`);
      }
    }
  });

  it('goes on without loading anew, the keyboard at the new question, and a screen reader told politely', async () => {
    const page = await openPage(browser, 320);
    await page.goto(server.url);
    await page.evaluate('window.sameDocument = true');
    assert.equal(await page.locator('#log').getAttribute('aria-live'), 'polite');
    await press(page, 'See what may fit');
    await page.getByRole('checkbox').first().waitFor();
    assert.equal(await page.evaluate('window.sameDocument'), true);
    assert.equal(await page.locator(':focus').innerText(), 'What is going on? Choose all that fit.');
    await page.keyboard.press('Tab');
    assert.equal(await page.locator(':focus').getAttribute('value'), 'housing', 'the first choice is next');
    assert.equal(await page.locator('[aria-live], [role=log], [role=status]').count(), 1);
    assert.deepEqual(page.troubles, []);
  });

  it('keeps the keyboard in the field of one who types', async () => {
    const page = await openPage(browser, 320);
    await page.goto(server.url);
    await page.locator('#text').fill('hello');
    await page.keyboard.press('Enter');
    await page.getByText('You wrote:').waitFor();
    assert.equal(await page.locator(':focus').getAttribute('id'), 'text');
    assert.equal(await page.locator('#text').inputValue(), '');
  });

  it('sends once, however often and fast one presses', async () => {
    const page = await openPage(browser, 320);
    await page.goto(server.url);
    await page.locator('#text').fill('hello');
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Enter');
    await page.getByText('You wrote:').waitFor();
    await page.waitForTimeout(300);
    assert.equal((await entries(page)).filter((words) => words.startsWith('You')).length, 1);
  });

  it('goes to the newest words in the language that was just chosen, the keyboard at the question', async () => {
    const page = await openPage(browser, 320);
    await page.setViewportSize({ width: 320, height: 480 });
    await page.goto(server.url);
    await page.locator('#text').fill('hello');
    await press(page, 'Send');
    await page.getByText('You wrote:').waitFor();
    await page.locator('.languages summary').click();
    await page.getByRole('button', { name: 'Español' }).click();
    await page.locator('html[lang=es]').waitFor();
    await page.waitForLoadState('load');
    await page.waitForTimeout(300);
    assert.ok(await isInView(page, '.me:nth-last-child(2)'), 'what was chosen');
    assert.ok(await isInView(page, '.us:last-child .question'), 'the question');
    assert.equal(await page.locator(':focus').innerText(), '¿Qué quiere hacer?');
  });

  it('shows the question after an answer that fills the screen', async () => {
    const page = await openPage(browser, 320);
    await page.setViewportSize({ width: 320, height: 480 });
    await page.goto(server.url);
    await page.locator('#text').fill('I need help. '.repeat(30));
    await press(page, 'Send');
    await page.getByText('You wrote:').waitFor();
    await page.locator('.htmx-settling, .htmx-added').first().waitFor({ state: 'detached' });
    assert.ok(await isInView(page, '.us:last-child .who'));
  });

  it('shows what is wanting beside the field, in view and marked', async () => {
    const page = await openPage(browser, 320);
    await page.setViewportSize({ width: 320, height: 480 });
    await page.goto(server.url);
    await press(page, 'Ask my plan now');
    await page.locator('#month').fill('2');
    await press(page, 'Continue');
    await page.getByText('Write the month').waitFor();
    assert.ok(await isInView(page, '#trouble'));
    assert.equal(await page.locator('#month').getAttribute('aria-invalid'), 'true');
    assert.equal(await page.locator('#month').inputValue(), '2');
    assert.equal(await page.locator('#text').getAttribute('aria-invalid'), null);
  });

  it('shows what is wanting in view with scripts off too, and marks no other field for it', async () => {
    const page = await openPage(browser, 320, { javaScriptEnabled: false });
    await page.setViewportSize({ width: 320, height: 480 });
    await page.goto(server.url);
    await press(page, 'See what may fit');
    await press(page, 'Continue');
    await page.getByText('Please choose one').waitFor();
    assert.match(page.url(), /#trouble$/);
    const box = await page.locator('#trouble').boundingBox();
    assert.ok(box && box.y > 0 && box.y + box.height < 480, JSON.stringify(box));
    assert.equal(await page.locator('[aria-invalid]').count(), 0);
  });

  it('goes on at the same row when an answer is left out of the request, and put back', async () => {
    const page = await openPage(browser, 320);
    await page.goto(server.url);
    await page.locator('#text').fill('request');
    await press(page, 'Send');
    const last = (value: string) => page.locator(`.us:last-child button[value="${value}"]`);
    await last('leave:concerns').click();
    await last('include:concerns').waitFor();
    await page.locator('button[value="include:concerns"]:focus').waitFor();
    assert.ok(await isInView(page, ':focus'));
    // A key within the blink in which the new form is made ready sends it without the script: right, but another way.
    await page.waitForFunction("!document.querySelector('.htmx-added, .htmx-settling, .htmx-swapping')");
    await page.keyboard.press('Enter');
    await page.locator('button[value="leave:concerns"]:focus').waitFor();
  });

  it('works just as well with scripts off', async () => {
    const page = await openPage(browser, 320, { javaScriptEnabled: false });
    await page.goto(server.url);
    await press(page, 'See what may fit');
    await page.getByLabel('I was in the hospital').check();
    await press(page, 'Continue');
    await page.getByRole('heading', { name: 'How old are you?' }).waitFor();
    await page.locator('#text').fill('62');
    await page.keyboard.press('Enter');
    await page.locator('.me').getByText('62').waitFor();
    await page.locator('summary').first().click();
    await page.getByRole('button', { name: 'Español' }).click();
    await page.locator('html[lang=es]').waitFor();
  });

  it('lets an old tab answer nothing but its own question', async () => {
    const page = await openPage(browser, 320);
    await page.goto(server.url);
    const old = await page.context().newPage();
    // Its line is down: nothing tells it that the talk has gone on.
    await old.route('**/chat/events*', (route) => route.abort());
    await old.goto(server.url);
    await press(page, 'See what may fit');
    await page.getByRole('checkbox').first().waitFor();
    await press(old, 'Ask my plan now');
    await old.getByRole('checkbox').first().waitFor();
    assert.doesNotMatch((await entries(old)).at(-1)!, /birth date/);
    assert.equal(server.talker.heard.at(-1)?.question, 'menu');
  });

  it('asks in one tab what waits since another, and takes nothing from whoever is writing there', async () => {
    const page = await openPage(browser, 320);
    await page.goto(server.url);
    const [other, writing] = [await page.context().newPage(), await page.context().newPage()];
    for (const tab of [other, writing]) await tab.goto(server.url);
    await writing.locator('#text').fill('my mother');
    await press(page, 'See what may fit');
    await other.locator('#asking').getByRole('checkbox').first().waitFor();
    await writing.locator('#m3').waitFor();
    assert.equal(await writing.locator('#text').inputValue(), 'my mother');
    assert.equal(await writing.locator('#asking').getByRole('checkbox').count(), 0);
  });

  it('shows in one tab what was said in another, once', async () => {
    const page = await openPage(browser, 320);
    await page.goto(server.url);
    const other = await page.context().newPage();
    await other.goto(server.url);
    await press(page, 'See what may fit');
    await other.locator('#m3').waitFor();
    await page.waitForTimeout(300);
    for (const tab of [page, other]) {
      const ids = await tab.evaluate<string[]>(`[...document.querySelectorAll('.entry')].map(({ id }) => id)`);
      assert.deepEqual(ids, ['m1', 'm2', 'm3']);
    }
  });

  it('shows what comes later by itself', async () => {
    const page = await openPage(browser, 320);
    await page.goto(server.url);
    const [talk] = server.talker.talks.keys();
    server.talker.say(talk!, [{ kind: 'line', line: { key: key('sent') } }]);
    await page.locator('#m2').getByText('We sent it to your plan').waitFor();
  });

  it('says so when the server cannot be reached, and keeps what was typed', async () => {
    const page = await openPage(browser, 320);
    await page.goto(server.url);
    await page.locator('#text').fill('hello');
    await page.route('**/chat', (route) => route.abort());
    await press(page, 'Send');
    await page.getByText('We could not reach the server').waitFor();
    assert.equal(await page.locator('#text').inputValue(), 'hello');
  });

  it('lets "none of these" and the others rule each other out', async () => {
    const page = await openPage(browser, 320);
    await page.goto(server.url);
    await press(page, 'See what may fit');
    await page.getByLabel('I was in the hospital').check();
    await page.getByLabel('None of these').check();
    assert.equal(await page.getByLabel('I was in the hospital').isChecked(), false);
    await page.getByLabel('I was in the hospital').check();
    assert.equal(await page.getByLabel('None of these').isChecked(), false);
  });

  const leave = {
    'its button': (page: Page) => press(page, 'Leave this page'),
    'Escape, three times': async (page: Page) => {
      for (let i = 0; i < 3; i += 1) await page.keyboard.press('Escape');
    },
  };
  for (const [way, go] of Object.entries(leave)) {
    it(`is left at once by ${way}, and Back shows nothing of it`, async () => {
      const page = await openPage(browser, 320);
      await page.route('https://www.google.com/**', (route) => route.fulfill({ body: 'elsewhere' }));
      await page.goto(server.url);
      await page.locator('#text').fill('my secret');
      await press(page, 'Send');
      await page.getByText('You wrote:').waitFor();
      await go(page);
      await page.waitForURL('https://www.google.com/');
      await until(() => server.sessions.rows.size === 0);
      await page.goto(server.url);
      assert.equal(await page.getByText('my secret').count(), 0);
    });
  }

  it('is left with scripts off too', async () => {
    const page = await openPage(browser, 320, { javaScriptEnabled: false });
    await page.goto(server.url);
    const away = page.waitForRequest('https://www.google.com/');
    await press(page, 'Leave this page');
    await away;
    await until(() => server.sessions.rows.size === 0);
  });

  it('hides itself when the pause was too long', async () => {
    const page = await openPage(browser, 320);
    await page.goto(server.url);
    server.later(16);
    await page.getByText('Are you still there?').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(
      violations.map(({ id }) => id),
      [],
    );
    await page.getByLabel('Month').fill('3');
    await page.getByLabel('Day').fill('27');
    await page.getByLabel('Year').fill('1968');
    await press(page, 'Show my conversation');
    await page.getByText('What would you like to do?').waitFor();
  });

  it('draws a phone number from left to right in a right-to-left language', async () => {
    const page = await openPage(browser, 320);
    await page.goto(server.url);
    await page.evaluate(`for (const one of document.querySelectorAll('html, .entry')) one.dir = 'rtl'`);
    const places = await page.evaluate<number[]>(`(() => {
      const digits = document.querySelector('.entry .phone').firstChild;
      return [...digits.data].map((_, at) => {
        const range = document.createRange();
        range.setStart(digits, at);
        range.setEnd(digits, at + 1);
        return range.getBoundingClientRect().left;
      });
    })()`);
    assert.equal(await page.locator('.entry .phone').first().innerText(), '1-800-555-0100');
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
  });

  it('prints a card by its own button with nothing of the talk', async () => {
    const page = await openPage(browser, 1280);
    await page.goto(server.url);
    await page.evaluate('window.print = () => { window.printed = true; }');
    await page.locator('#text').fill('everything');
    await press(page, 'Send');
    await press(page, 'Print or save this');
    assert.equal(await page.evaluate('window.printed'), true);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.keep').isVisible(), true);
    assert.equal(await page.locator('.call').isVisible(), true);
    assert.deepEqual(await page.locator('.me:visible, .us h2:visible').allInnerTexts(), ['Keep this']);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    assert.equal(await page.locator('.me').first().isVisible(), true);
  });

  it('prints the talk and the plan’s number, and no buttons', async () => {
    const page = await openPage(browser, 1280);
    await page.goto(server.url);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('button:visible').count(), 0);
    assert.equal(await page.locator('.call').isVisible(), true);
  });
});
