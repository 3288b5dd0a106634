// What somebody tries who should learn nothing: at the real server, through the front door.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { openFrontDoor, type FrontDoor } from '../journeys/front-door.ts';
import { createVisitor, type Page, type Visitor } from './desk-visit.ts';

let door: FrontDoor;
/** Each test has a whole server of its own. */
function withFrontDoor(): void {
  beforeEach(async () => {
    door = await openFrontDoor('iehp', '2026-11-20');
  });
  afterEach(() => door.close());
}

describe('Whoever sits down at a screen where another person has started over', () => {
  withFrontDoor();

  it('is shown nothing of what was said before, on the page or by its stream', async () => {
    const { browser, number } = await filed();
    assert.match((await browser.get('/')).text, /Ana Perez/);
    await startOver(browser);

    const page = (await browser.get('/')).text;
    assert.match(page, /We have forgotten it/);
    for (const shown of [page, await streamed(browser)]) assertNothingOf(shown, number);
  });

  it('is not told what the plan has decided since', async () => {
    const { browser, number } = await filed();
    await startOver(browser);
    await decide(number);

    await waitUntilSent();
    const page = (await browser.get('/')).text;
    assertNothingOf(page, number);
    assert.doesNotMatch(page, /class="steps"/);
  });

  it('while one who has not started over is told', async () => {
    const { browser, number } = await filed();
    await decide(number);
    await waitUntilSent();
    assert.match((await browser.get('/')).text, /class="steps"/);
  });
});

function assertNothingOf(shown: string, number: string): void {
  assert.doesNotMatch(shown, /Ana|Perez|555-?0123|951/);
  assert.ok(!shown.replace(/\D/g, '').includes(number));
}

/** A member who files on the page. */
async function filed(): Promise<{ browser: Visitor; number: string }> {
  const browser = createVisitor(door.url);
  await browser.get('/');
  await say(browser, { press: 'act:file' });
  await say(browser, { press: 'self' });
  await say(browser, { ticked: 'yes', choice: 'ecm' });
  await say(browser, { text: 'Ana Perez' });
  await say(browser, { dated: 'yes', month: '2', day: '3', year: '1980' });
  await say(browser, { press: 'act:decline' });
  await say(browser, { ticked: 'yes', choice: 'call' });
  await say(browser, { text: '951-555-0123' });
  let page = await browser.get('/');
  for (let asked = 0; !page.text.includes('value="send"'); asked += 1) {
    assert.ok(asked < 12, 'the request is shown before long');
    const isConsent = page.text.includes('name="question" value="file.consent');
    await say(browser, { press: isConsent ? 'no' : 'act:decline' });
    page = await browser.get('/');
  }
  await say(browser, { press: 'send' });
  const number = /class="digits">([\d ]{14,20})</.exec((await browser.get('/')).text)?.[1]?.replace(/\D/g, '');
  assert.ok(number, 'a number is given');
  return { browser, number };
}

async function startOver(browser: Visitor): Promise<void> {
  await say(browser, { press: 'act:startOver' });
  await say(browser, { press: 'yes' });
}

async function say(browser: Visitor, said: Readonly<Record<string, string>>): Promise<Page> {
  const { text } = await browser.get('/');
  const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  const [token, question] = [hidden('token'), hidden('question')];
  const answer = await browser.post('/chat', { token, question, id: randomUUID(), ...said });
  assert.equal(answer.status, 303);
  return answer;
}

/** What a stream brings that is asked for everything; it looks for news every two seconds. */
async function streamed({ cookies }: Visitor): Promise<string> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const { body } = await fetch(`${door.url}/chat/events?after=0`, { headers: { cookie } });
  assert.ok(body);
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let all = '';
  while (!all.includes('data-seq')) {
    const { value, done } = await reader.read();
    assert.ok(!done, 'the stream goes on');
    all += value;
  }
  await reader.cancel();
  return all;
}

async function decide(number: string): Promise<void> {
  const what = { kind: 'decision', decision: 'approved', decidedOn: '2026-11-20', noticeMailedOn: null } as const;
  assert.ok(await door.store.record(number, { programme: 'ecm', what }, 'Lee Xiong'));
}

/** The sender looks every two seconds for what was put off. */
const waitUntilSent = (): Promise<void> => new Promise((done) => setTimeout(done, 2600));

describe('Whoever tells of danger again and again from pages that may not talk', () => {
  withFrontDoor();

  it('is answered each time, and is one alert at the desk', async () => {
    for (let told = 0; told < 30; told += 1) {
      const stranger = createVisitor(door.url);
      const { status, text } = await stranger.post('/chat', { id: randomUUID(), text: 'I want to die' });
      assert.equal(status, 200);
      assert.match(text, /tel:988/);
    }
    assert.equal((await door.store.alerts('Lee Xiong')).length, 1);
  });

  it('hides no other danger, and nobody who may talk', async () => {
    const stranger = createVisitor(door.url);
    for (const text of ['I want to die', 'I want to die', 'my husband hits me'])
      await stranger.post('/chat', { id: randomUUID(), text });
    const browser = createVisitor(door.url);
    await browser.get('/');
    await say(browser, { text: 'I want to die' });
    const alerts = await door.store.alerts('Lee Xiong');
    assert.deepEqual(alerts.map(({ danger }) => danger).sort(), ['abuse', 'suicide', 'suicide']);
  });

  it('is answered as if nobody had told of danger from there before', async () => {
    const post = async (headers: Readonly<Record<string, string>>, text: string): Promise<string> => {
      const body = new URLSearchParams({ id: randomUUID(), text });
      const answer = await fetch(`${door.url}/chat`, { method: 'POST', body, headers });
      return answer.text();
    };
    await post({ 'accept-language': 'es' }, 'ya no quiero vivir');
    const page = await post({ 'accept-language': 'hmn' }, 'suicide');
    assert.match(page, /<html lang="hmn"/);
    assert.doesNotMatch(page, /quiero/);
  });
});
