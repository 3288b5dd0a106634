/** A real browser for a test: the one out of the registry on Linux x64, else an installed Chrome, else the test is skipped. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

type Suite = { skip(): never };

let started: Promise<Browser | null> | undefined;

/** Gives a browser that is started once for all tests; skips, and says so, where none can be. */
export async function withBrowser(test: Suite): Promise<Browser> {
  started ??= start();
  const browser = await started;
  if (browser === null) {
    console.log('    skipped: no browser can be started here (Linux x64, or an installed Chrome, is needed)');
    test.skip();
  }
  return browser;
}

/** Ends it; the next test that needs one starts another. */
export async function closeBrowser(): Promise<void> {
  const browser = await started;
  started = undefined;
  await browser?.close();
}

/** A page of this width that fails the test on any error, and on anything that the policy of the page refuses. */
export async function openPage(
  browser: Browser,
  width: number,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<Page & { readonly troubles: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-US', ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  return Object.assign(page, { troubles });
}

async function start(): Promise<Browser | null> {
  for (const launch of [fromRegistry, installed]) {
    try {
      const browser = await launch();
      if (browser) return browser;
    } catch {
      // The next one, or none: the test then says that it was skipped.
    }
  }
  return null;
}

/** Containers have neither a sandbox nor much shared memory. Nothing that loosens what a page may do. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] as const;

async function fromRegistry(): Promise<Browser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...args], headless: true });
}

async function installed(): Promise<Browser | null> {
  const places = [
    process.env['CHROME_PATH'],
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const executablePath = places.find((place) => place !== undefined && existsSync(place));
  return executablePath === undefined ? null : chromium.launch({ executablePath, args: [...args] });
}
