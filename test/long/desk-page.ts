// A worker at the desk, in a browser: opens a referral and works on it as its page is labelled.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import type { FrontDoor } from '../journeys/front-door.ts';

const pictures = process.env['PICTURES'];

export class DeskPage {
  readonly page: Page;
  readonly #door: FrontDoor;
  readonly #name: string;
  #pictures = 0;

  private constructor(page: Page, door: FrontDoor, name: string) {
    this.page = page;
    this.#door = door;
    this.#name = name;
  }

  static async signedIn(page: Page, door: FrontDoor, name: string): Promise<DeskPage> {
    // The server's own address is one of https, so its cookies are kept only as from there.
    const url = door.url.replace(/^http:/, 'https:');
    const { cookies } = await door.worker();
    await page
      .context()
      .addCookies([...cookies].map(([name, value]) => ({ name, value, url: `${url}/desk`, secure: true })));
    return new DeskPage(page, door, name);
  }

  /** By its number, as a worker searches who has a member on the phone. */
  async open(number: string): Promise<void> {
    const { page } = this;
    await page.goto(`${this.#door.url}/desk/all`);
    await page.locator('[data-find]').fill(number);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.locator('tbody th a').first().click();
    await page.waitForURL('**/desk/referrals/**');
  }

  /** The forms of one request. */
  form(title: 'Set the decision' | 'Set the loop', programme: string): Locator {
    return this.page.getByRole('form', { name: `${title}: ${programme}` });
  }

  async matched(kind: string): Promise<void> {
    await this.page.getByLabel("In the plan's records").selectOption({ label: kind });
    await this.#recorded(() => this.page.getByRole('button', { name: 'Record match' }).click());
  }

  async takes(): Promise<void> {
    await this.#recorded(() => this.page.getByRole('button', { name: 'Take', exact: true }).click());
  }

  async decides(
    programme: string,
    decision: string,
    more: { readonly asks?: readonly string[]; readonly mailedOn?: string } = {},
  ): Promise<void> {
    const form = this.form('Set the decision', programme);
    await form.getByLabel('Decision', { exact: true }).selectOption(decision);
    for (const ask of more.asks ?? []) await form.getByLabel(ask, { exact: true }).check();
    if (more.mailedOn) await form.getByLabel('Notice mailed on').fill(more.mailedOn);
    await this.#recorded(() => form.getByRole('button', { name: 'Record decision' }).click());
  }

  async loops(
    programme: string,
    loop: string,
    more: { readonly provider?: readonly [name: string, phone: string]; readonly reason?: string } = {},
  ): Promise<void> {
    const form = this.form('Set the loop', programme);
    await form.getByLabel('Loop', { exact: true }).selectOption(loop);
    if (more.reason) await form.getByLabel('Reason for closing').selectOption(more.reason);
    if (more.provider) {
      await form.getByLabel("Provider's name").fill(more.provider[0]);
      await form.getByLabel("Provider's phone").fill(more.provider[1]);
    }
    await this.#recorded(() => form.getByRole('button', { name: 'Record loop' }).click());
  }

  async see(what: string): Promise<void> {
    const wide = await this.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    assert.equal(Math.max(0, wide), 0, `${what} scrolls sideways`);
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    const place = `${pictures}/${this.#name}-desk-${String((this.#pictures += 1)).padStart(2, '0')}-${what}.png`;
    await this.page.screenshot({ path: place, fullPage: true });
  }

  async #recorded(act: () => Promise<void>): Promise<void> {
    await act();
    await this.page.waitForURL('**?saved=**');
    await this.page.locator('.outcome[role=status]').waitFor();
  }
}
