/**
 * The whole loop, as members at the page of a phone and a worker at the desk live through it, in real browsers at one
 * real server whose day can be turned. With `PICTURES=folder` every station is kept as a picture.
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { text, type Key } from '../../locales/index.ts';
import type { Tag } from '../../locales/languages.ts';
import { closeBrowser, openPage, withBrowser } from '../browser/browser.ts';
import { forHerFather, forThemselves, type Answers } from '../browser/filed-by-forms.ts';
import { ChatPage, type Answer } from '../journeys/chat-page.ts';
import { openFrontDoor, type FrontDoor } from '../journeys/front-door.ts';
import { DeskPage } from './desk-page.ts';

const pictures = process.env['PICTURES'];
const ecm = 'Enhanced Care Management';

const mai: Answers = {
  ...forThemselves,
  'file.programmes': { tick: ['ecm'] },
  'file.name': { write: 'Mai Neng Vang' },
  'file.spoken': { press: 'hmn' },
  'file.written': { press: 'hmn' },
};
const herSon: Answers = {
  ...mai,
  ...forHerFather,
  'file.programmes': { tick: ['ecm'] },
  'file.name': { write: 'Mai Neng Vang' },
};

describe('The whole loop', function () {
  this.timeout(180_000);
  let browser: Browser;
  let door: FrontDoor;
  const opened: ChatPage[] = [];

  const files = async (name: string, answers: Answers, language: Tag): Promise<{ chat: ChatPage; number: string }> => {
    const chat = new ChatPage(await openPage(browser, 320), name);
    opened.push(chat);
    await chat.open(door.url);
    if (language !== 'en') await chat.speak(language);
    await chat.answer({ press: 'act:file' });
    for (let question = await chat.question(), turns = 0; turns < 40; turns += 1, question = await chat.question()) {
      const answer: Answer | undefined = answers[question];
      assert.ok(answer, `no answer to ${question || 'nothing'}`);
      await chat.answer(answer);
      if (question === 'file.preview') break;
    }
    const number = /\b(\d{4}) (\d{3}) (\d{3}) (\d{4})\b/
      .exec(await chat.told())
      ?.slice(1)
      .join('');
    assert.ok(number, 'no number was given');
    return { chat, number };
  };
  const desk = async (name: string): Promise<DeskPage> => DeskPage.signedIn(await openPage(browser, 1280), door, name);

  before(async function () {
    browser = await withBrowser(this);
    if (pictures) mkdirSync(pictures, { recursive: true });
  });
  after(closeBrowser);
  beforeEach(async () => {
    door = await openFrontDoor('iehp', '2026-11-20');
  });
  afterEach(async () => {
    for (const { troubles } of opened.splice(0)) assert.deepEqual(troubles, []);
    await door.close();
  });

  it('goes from a request in Hmong over a question and its answer to a yes, a name, and its end', async () => {
    const { chat, number } = await files('loop', mai, 'hmn');
    const worker = await desk('loop');
    await worker.open(number);
    await worker.see('filed');
    await worker.takes();
    await worker.matched('found');
    await worker.see('matched');

    await worker.decides(ecm, 'pendingInfo', { asks: ['Medi-Cal card (CIN)'] });
    await worker.see('asked');
    await hears(chat, 'hmn', 'status.steps.asks.self');
    await chat.seen('asked');
    await chat.answer({ write: '98765432C' });
    await worker.page.reload();
    await worker.see('answered');
    assert.match(await worker.page.locator('main').innerText(), /Answered, waiting for you[^]*98765432C/);

    await worker.decides(ecm, 'approved');
    await hears(chat, 'hmn', 'status.steps.approved');
    await worker.loops(ecm, 'accepted', { provider: ['Sun Street Centers', '951-555-0177'] });
    await hears(chat, 'hmn', 'status.steps.accepted');
    assert.match(await chat.all(), /Sun Street Centers[^]*951[^]555[^]0177/);
    await chat.seen('provider');
    await worker.see('accepted');

    await worker.loops(ecm, 'closed', { reason: 'servicesReceived' });
    await hears(chat, 'hmn', 'status.closed.servicesReceived');
    const texts = door.twilio.taken.filter(({ to }) => to === '+19515550142').map(({ body }) => body);
    assert.deepEqual(
      [...new Set(texts)],
      [text('hmn', 'sms.news')],
      'her phone is told only that there is something new',
    );
    await chat.seen('closed');
    await worker.see('closed');
  });

  it('asks, when nobody has answered for six working days, whether anybody called, and reminds the plan', async () => {
    const { chat, number } = await files('nobody', mai, 'hmn');
    door.setDay('2026-12-02');
    await chat.unlock(['3', '7', '1964']);
    await hears(chat, 'hmn', 'checkIn.called.ask.self');
    await chat.seen('asked');
    await chat.answer({ press: await lastOffer(chat, 'no') });
    await chat.seen('sorry');
    await chat.answer({ press: 'remind' });
    await hears(chat, 'hmn', 'checkIn.next.reminded');
    const worker = await desk('nobody');
    await worker.page.goto(`${door.url}/desk/overdue`);
    await worker.see('overdue');
    assert.match(await worker.page.locator('main').innerText(), /Mai Neng Vang/);
    await worker.open(number);
    assert.match(await worker.page.locator('main').innerText(), /Asked us to remind the plan/);
    await worker.see('reminded');
  });

  it('tells of a denial nothing before its letter, and then the letter, the rights, and the way to an appeal', async () => {
    const { chat, number } = await files('denied', mai, 'hmn');
    const worker = await desk('denied');
    await worker.open(number);
    const before = await chat.all();
    await worker.decides(ecm, 'denied');
    await worker.see('denied');
    assert.match(await worker.page.locator('main').innerText(), /member (?:is|was) told nothing|not told/i);
    await worker.decides(ecm, 'denied', { mailedOn: '2026-11-20' });
    await hears(chat, 'hmn', 'status.rights.appeal.self');
    await chat.seen('letter');
    const after = (await chat.all()).slice(before.length);
    assert.equal(
      after.split(longest(text('hmn', 'status.steps.letter') ?? '')).length,
      2,
      'told once, with the letter',
    );
    await chat.answer({ press: 'act:appeal' });
    assert.match(await chat.question(), /^complaint\./);
    await chat.seen('appeal');
    await worker.page.reload();
    await worker.see('letter');
  });

  it('takes two filings for one person, tells each the same and nothing of the other, and matches them at the desk', async () => {
    const { chat: hers, number } = await files('twice-own', mai, 'hmn');
    const { chat: his, number: second } = await files('twice-son', herSon, 'en');
    assert.notEqual(second, number);
    const worker = await desk('twice');
    await worker.open(number);
    await worker.see('also-filed');
    await worker.page.getByRole('button', { name: 'Same member' }).click();
    await worker.page.getByText('The same member, by Lee Xiong').waitFor();
    await worker.see('same-member');
    await worker.matched('found');
    await worker.decides(ecm, 'approved');
    await hears(hers, 'hmn', 'status.steps.approved');
    for (const [question, answer] of [
      ['menu', { press: 'status' }],
      ['status.birthDate', { date: ['3', '7', '1964'] }],
    ] as const) {
      assert.equal(await his.question(), question);
      await his.answer(answer);
    }
    assert.match(await his.told(), /The request was sent to IEHP\. To protect the person, we cannot tell you more/);
    assert.doesNotMatch(await his.all(), new RegExp(text('en', 'status.steps.approved', { plan: 'IEHP' }) ?? 'none'));
    await his.seen('told-nothing');
  });
});

/** The value of the newest button that ends so: an offer carries what it is about. */
async function lastOffer(chat: ChatPage, id: string): Promise<string> {
  const buttons = await chat.page.locator('button[name=press]').all();
  const values = await Promise.all(buttons.map(async (button) => (await button.getAttribute('value')) ?? ''));
  const found = values.findLast((value) => value === id || value.startsWith(`checkIn:${id}:`));
  assert.ok(found, `no button for ${id} among ${values.join(', ')}`);
  return found;
}

/** Waits until these words stand in the talk. */
async function hears(chat: ChatPage, tag: Tag, key: Key): Promise<void> {
  await chat.page.locator('#log', { hasText: longest(text(tag, key) ?? key) }).waitFor({ timeout: 20_000 });
}

/** The longest piece between two gaps. */
function longest(words: string): string {
  return words
    .split(/\{\{\w+\}\}/)
    .reduce((one, other) => (other.length > one.length ? other : one))
    .trim();
}
