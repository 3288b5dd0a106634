// A person at the chat page, with fingers and eyes: answers what the page asks, and checks each state of it.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Tag } from '../../locales/languages.ts';

/** One answer: typed in own words, one button, ticked boxes, or a date in its three fields. */
export type Answer =
  | { readonly write: string }
  | { readonly press: string }
  | { readonly tick: readonly string[] }
  | { readonly date: readonly [month: string, day: string, year: string] };

/** What a page shows of one programme, and whether it may fit. */
export type Shown = Readonly<Record<string, 'met' | 'unmet' | 'unknown'>>;

const pictures = process.env['PICTURES'];

export class ChatPage {
  readonly page: Page;
  /** Errors of the page, and what its policy refused. */
  readonly troubles: readonly string[];
  /** In the order in which they were answered. */
  readonly answered: { readonly question: string; readonly answer: Answer }[] = [];
  readonly #name: string;
  #language: Tag = 'en';
  #pictures = 0;

  /** `name` is for the pictures that are taken, where they are wished for. */
  constructor(page: Page & { readonly troubles: readonly string[] }, name: string) {
    this.page = page;
    this.troubles = page.troubles;
    this.#name = name;
  }

  async open(url: string): Promise<void> {
    await this.page.emulateMedia({ reducedMotion: 'reduce' });
    await this.page.goto(url);
    await this.look();
  }

  /** The id of the question that waits, as in `screen.age`. */
  async question(): Promise<string> {
    return this.#hidden('question');
  }

  /** The question's own words, as they stand where it is answered. */
  async heading(): Promise<string> {
    return this.page.locator('h2.question').last().innerText();
  }

  /** All that stands in the talk since this person's last message. */
  async told(): Promise<string> {
    const said = await this.page.locator('#log .entry').all();
    const kinds = await Promise.all(said.map((entry) => entry.getAttribute('class')));
    const since = said.slice(kinds.findLastIndex((kind) => kind?.includes('me')) + 1);
    return (await Promise.all(since.map((entry) => entry.innerText()))).join('\n');
  }

  async all(): Promise<string> {
    return this.page.locator('#log').innerText();
  }

  async answer(answer: Answer): Promise<void> {
    const question = await this.question();
    this.answered.push({ question, answer });
    await this.#turn(() => this.#do(answer));
  }

  /** After a long pause the page hides the talk, until one known fact is given. */
  async unlock([month, day, year]: Extract<Answer, { date: unknown }>['date']): Promise<void> {
    await this.page.goto(new URL('/', this.page.url()).href);
    for (const [id, part] of Object.entries({ month, day, year })) await this.page.locator(`#${id}`).fill(part);
    await this.page.locator('form[action="/unlock"] button').click();
    await this.page.locator('#log').waitFor();
  }

  /** Chooses a language by its own name, as it stands in the head of the page. */
  async speak(tag: Tag): Promise<void> {
    this.#language = tag;
    await this.page.locator('details.languages summary').click();
    await this.#turn(() => this.page.locator(`button[value="language:${tag}"]`).first().click());
  }

  /** What the cards that stand last in the talk say of each programme. */
  async findings(): Promise<Shown> {
    const cards = await this.page.locator('.entry').last().locator('.finding').all();
    return Object.fromEntries(
      await Promise.all(
        cards.map(async (card) => {
          const truth = /\b(met|unmet|unknown)\b/.exec((await card.getAttribute('class')) ?? '')?.[1];
          const ask = await card.locator('button[value^="ask:"]').getAttribute('value');
          return [ask?.slice('ask:'.length), truth];
        }),
      ),
    ) as Shown;
  }

  /** The words of the card of one programme. */
  card(programme: string): Locator {
    return this.page.locator('.finding', { has: this.page.locator(`button[value="ask:${programme}"]`) }).last();
  }

  /** Every state is in the right language, and nothing has to be scrolled sideways. */
  async look(): Promise<void> {
    const { page } = this;
    assert.equal(await page.locator('html').getAttribute('lang'), this.#language);
    assert.equal(await page.locator('#asking').getAttribute('lang'), this.#language);
    const entry = page.locator('.entry.us').last();
    assert.equal(await entry.getAttribute('lang'), this.#language, 'what was said last is in the language of the page');
    const width = page.viewportSize()?.width;
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, 'it scrolls sideways');
    assert.doesNotMatch(await this.all(), /\{\{|undefined|\[object/, 'every gap is filled');
    if (pictures) await this.#picture(await this.question());
  }

  /** A picture, where they are wished for, of what came by itself. */
  async seen(what: string): Promise<void> {
    if (pictures) await this.#picture(what);
  }

  /** What is seen at once, and all of what was said last. */
  async #picture(of: string): Promise<void> {
    const place = `${pictures}/${this.#name}-${String((this.#pictures += 1)).padStart(2, '0')}-${of || 'rest'}`;
    await this.page.screenshot({ path: `${place}.png` });
    await this.page
      .locator('.entry')
      .last()
      .screenshot({ path: `${place}-last.png` });
  }

  async #do(answer: Answer): Promise<void> {
    const { page } = this;
    if ('press' in answer) return page.locator(`button[name=press][value="${answer.press}"]`).last().click();
    if ('write' in answer) {
      await page.locator('#text').fill(answer.write);
      return page.locator('#words button[type=submit]').click();
    }
    if ('tick' in answer) {
      for (const id of answer.tick) await page.locator(`#ticks input[value="${id}"]`).check();
      return page.locator('#ticks button[name=ticked]').click();
    }
    for (const [place, part] of (['month', 'day', 'year'] as const).entries())
      await page.locator(`#${part}`).fill(answer.date[place] ?? '');
    await page.locator('#date button[name=dated]').click();
  }

  /** Does something, and waits until the page has a form that was made after it. */
  async #turn(act: () => Promise<void>): Promise<void> {
    const form = await this.#hidden('id');
    await act();
    await this.page.locator(`#words input[name=id]:not([value="${form}"])`).waitFor({ state: 'attached' });
    await this.page.locator('.htmx-settling, .htmx-swapping, .htmx-added').first().waitFor({ state: 'detached' });
    await this.look();
  }

  #hidden(name: string): Promise<string> {
    return this.page.locator(`#words input[name=${name}]`).inputValue();
  }
}
