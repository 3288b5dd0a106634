// What happens when something behind us never answers: no talk is held, and danger waits for nobody.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import sinon from 'sinon';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { Inbound, Outcome } from '../../bot/inbound.ts';
import { formatPhone } from '../../locales/format.ts';
import { clockOn } from '../../server/clock.ts';
import { composeBot, type BotParts } from '../../server/composition.ts';
import { readConfig } from '../../server/config.ts';
import { inTime, understandingMs } from '../../server/in-time.ts';
import { createLog } from '../../server/log.ts';
import { planById } from '../../server/plans/index.ts';
import { startServer, type Running } from '../../server/start.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { preview } from '../invariants/talk.ts';
import { messagesIn } from '../journeys/front-door.ts';
import { createVisitor, type Visitor } from './desk-visit.ts';

const plan = planById('iehp');
const planPhone = formatPhone(plan.memberServices.number);
const publicUrl = 'https://navigator.example';
const clock = clockOn('2026-11-20');
const never = (): Promise<never> => new Promise(() => {});

/** A store of which the calls that `hangs` names are never answered. */
function hanging(store: WholeStore, hangs: (name: string) => boolean): WholeStore {
  return new Proxy(store, {
    get: (target, name) => (hangs(String(name)) ? never : (Reflect.get(target, name) as unknown)),
  });
}

describe('Where the store never answers', () => {
  let running: Running;
  let hangs = false;
  beforeEach(async () => {
    hangs = false;
    running = await startServer({
      config: readConfig({
        PORT: '0',
        BOT_LOCAL: 'yes',
        PUBLIC_URL: publicUrl,
        TWILIO_ACCOUNT_SID: 'AC123',
        TWILIO_AUTH_TOKEN: 'secret',
        TWILIO_FROM: '+15555550100',
      }),
      store: hanging(await openMemoryStore(), (name) => hangs && name !== 'close'),
      clock,
      log: createLog('silent'),
      storeMs: 100,
    });
  });
  afterEach(async () => {
    hangs = false;
    await running.close();
  });

  const channels: readonly [where: string, says: () => Promise<(text: string) => Promise<string>>][] = [
    ['by text message', () => Promise.resolve((text) => byText(running.url, text))],
    ['in a Bot Framework channel', () => Promise.resolve((text) => byFramework(running.url, text))],
    ['on the page', () => onThePage(createVisitor(running.url))],
  ];
  for (const [where, open] of channels) {
    it(`danger words go out ${where}, after another message that hangs`, async () => {
      const says = await open();
      hangs = true;
      const other = says('a question about my request');
      const words = await says('I want to die');
      assert.match(words, /988/);
      assert.match(words, /was not saved/);
      await other;
    });
  }

  it('a member is told that nothing was saved, with the phone of the plan, and goes on when the store is back', async () => {
    hangs = true;
    const told = await byText(running.url, 'hello');
    assert.match(told, /was not saved/);
    assert.ok(told.includes(planPhone));
    hangs = false;
    assert.match(await byText(running.url, 'hello'), /Reply with one number/);
  });

  it('the service says that it is not ready', async () => {
    hangs = true;
    assert.equal((await fetch(`${running.url}/health`)).status, 503);
  });
});

describe('Where one turn of a talk hangs', () => {
  let store: WholeStore;
  beforeEach(async () => (store = await openMemoryStore()));
  afterEach(async () => {
    sinon.restore();
    await store.close();
  });

  it('danger in the same talk is answered and told to the desk at once, whatever hangs before it', async () => {
    const held = new EventEmitter();
    let free = true;
    const first = hanging(store, (name) => {
      const hangs = free && name === 'repliesTo';
      free &&= !hangs;
      return hangs && held.emit('held');
    });
    const { talker } = bot({ store: first });
    void talker.receive(typed('hello'));
    await once(held, 'held');
    const outcome = await talker.receive(typed('I want to die'));
    assert.equal(outcome.danger, 'suicide');
    assert.ok(saved(outcome));
    assert.equal((await store.alerts('a worker')).length, 1);
  });

  it('words that nothing can read in time are asked again with choices, and the talk goes on', async () => {
    const failures: string[] = [];
    const { talker } = bot({ store, understanding: { read: never }, failed: (what) => void failures.push(what) });
    const timers = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const unread = talker.receive(typed('flurbl snood'));
    const next = talker.receive(typed('1'));
    for (let round = 0; round < 20; round += 1) await new Promise(setImmediate);
    timers.tick(understandingMs);
    assert.ok(saved(await unread));
    assert.ok(saved(await next));
    assert.deepEqual(failures, ['understandingFailed']);
  });

  it('what is ready is not late, although this process was busy for long', async () => {
    const ready = new Promise<string>((done) => setImmediate(done, 'ready'));
    const timely = inTime(ready, 5);
    const until = Date.now() + 20;
    while (Date.now() < until);
    assert.equal(await timely, 'ready');
  });

  const bot = (parts: Pick<BotParts, 'store'> & Partial<BotParts>): ReturnType<typeof composeBot> =>
    composeBot({
      plan,
      clock,
      maySay: preview,
      mayTryStatus: () => Promise.resolve(true),
      failed: (what) => assert.fail(what),
      ...parts,
    });
});

/** What was stored is numbered from 1 on. */
const saved = ({ messages }: Outcome): boolean => messages.length > 0 && messages.every(({ seq }) => seq > 0);

function typed(text: string): Inbound {
  return {
    channel: 'web',
    key: 'one talk',
    id: randomUUID(),
    text,
    choices: [],
    question: null,
    attachments: 0,
    suggestedLanguage: 'en',
  };
}

async function byText(url: string, text: string): Promise<string> {
  const form = { From: '+15555550142', To: '+15555550100', Body: text, MessageSid: randomUUID().replaceAll('-', '') };
  const response = await fetch(`${url}/sms`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { 'X-Twilio-Signature': getExpectedTwilioSignature('secret', `${publicUrl}/sms`, form) },
  });
  assert.equal(response.status, 200);
  return messagesIn(await response.text()).join('\n');
}

async function byFramework(url: string, text: string): Promise<string> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: randomUUID(),
      channelId: 'emulator',
      serviceUrl: 'http://127.0.0.1:1',
      conversation: { id: 'one talk' },
      from: { id: 'somebody' },
      recipient: { id: 'bot' },
      deliveryMode: 'expectReplies',
      text,
    }),
  });
  assert.equal(response.status, 200);
  const { activities } = (await response.json()) as { activities: readonly { text?: string }[] };
  return activities.map((activity) => activity.text ?? '').join('\n');
}

/** The page is opened while the store still answers. */
async function onThePage(visitor: Visitor): Promise<(text: string) => Promise<string>> {
  const { text: page } = await visitor.get('/');
  const token = /name="token" value="([^"]*)"/.exec(page)?.[1] ?? '';
  return async (text) => (await visitor.post('/chat', { token, question: '', id: randomUUID(), text })).text;
}
