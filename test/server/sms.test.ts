import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { Inbound, Outcome, Talker } from '../../bot/inbound.ts';
import type { Plan } from '../../dialogs/plan.ts';
import type { Say } from '../../dialogs/say.ts';
import { smsRouter, type SmsSettings } from '../../server/channels/sms.ts';
import { createLog } from '../../server/log.ts';
import { messagesIn } from '../journeys/front-door.ts';

const authToken = 'a-token-of-nobody';
const publicUrl = 'https://chat.example.org';
const phone = '+15555550142';

const plan = {
  shortName: 'IEHP',
  memberServices: { number: '1-800-440-4347', hours: [] },
} as unknown as Plan;

const goOn: Say = {
  kind: 'ask',
  id: 'goOn',
  line: { key: 'sms.privacy.ask' },
  input: {
    kind: 'one',
    options: [
      { id: 'here', label: { key: 'sms.privacy.options.here' } },
      { id: 'call', label: { key: 'sms.privacy.options.call' } },
    ],
  },
  mayDecline: false,
  mayAskWhy: true,
  mayGoBack: true,
};
const help: Say = {
  kind: 'danger',
  lines: [
    { key: 'sms.help', params: { plan: 'Tom & <Ann>', phone: { phone: '18004404347' }, tty: { digits: '711' } } },
  ],
};

const answered = (says: readonly Say[], more: Partial<Outcome> = {}): Outcome => ({
  language: 'en',
  messages: [
    { seq: 1, by: 'member', at: '2026-11-21T20:00:00Z', text: 'hello', choices: [] },
    { seq: 2, by: 'us', at: '2026-11-21T20:00:00Z', language: 'en', says },
  ],
  question: null,
  dialog: null,
  danger: null,
  findings: null,
  confirmation: null,
  silent: false,
  ...more,
});

/** The bot, as far as a channel can tell: keeps what it heard and answers what it is told to. */
function fakeTalker(outcome: () => Outcome): Talker & { readonly heard: Inbound[] } {
  const heard: Inbound[] = [];
  return {
    heard,
    receive: async (inbound) => {
      heard.push(inbound);
      return Promise.resolve(outcome());
    },
    open: async () => Promise.resolve(outcome()),
  };
}

describe('the text message channel', () => {
  let server: Server | undefined;
  let written: string[] = [];

  async function serve(talker: Talker, settings: Partial<SmsSettings> = {}): Promise<string> {
    written = [];
    const log = createLog('info', { write: (line) => written.push(line) });
    const app = express().use(smsRouter({ talker, plan, log, maySay: () => true, authToken, publicUrl, ...settings }));
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server?.once('listening', resolve));
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    server = undefined;
  });

  const textMessage = (body: string, more: Record<string, string> = {}): Record<string, string> => ({
    MessageSid: 'SM00000000000000000000000000000001',
    AccountSid: 'AC00000000000000000000000000000000',
    From: phone,
    To: '+15555550100',
    Body: body,
    NumMedia: '0',
    ...more,
  });

  const sign = (form: Record<string, string>, path = '/sms', token = authToken) =>
    getExpectedTwilioSignature(token, publicUrl + path, form);

  const post = (base: string, form: Record<string, string>, signature: string | null, path = '/sms') =>
    fetch(base + path, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: signature === null ? {} : { 'X-Twilio-Signature': signature },
    });

  it('answers a message that Twilio signed, with a text for each thing to say', async () => {
    const talker = fakeTalker(() => answered([help, goOn], { danger: 'abuse' }));
    const base = await serve(talker);
    const form = textMessage('¿Qué es esto? & más');

    const response = await post(base, form, sign(form));

    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/xml/);
    const xml = await response.text();
    assert.equal(xml.match(/<Message>/g)?.length, 2);
    assert.match(xml, /helper of Tom &amp; Ann\./);
    assert.match(xml, /1 Here, by text\n2 In a phone call\n0 a person/);
    assert.deepEqual(talker.heard, [
      {
        channel: 'sms',
        key: phone,
        id: form['MessageSid'],
        text: '¿Qué es esto? & más',
        choices: [],
        question: null,
        attachments: 0,
        suggestedLanguage: null,
        provenPhone: phone,
      },
    ]);
  });

  const forgeries: readonly [
    string,
    (form: Record<string, string>) => [Record<string, string>, string | null, string],
  ][] = [
    ['has no signature', (form) => [form, null, '/sms']],
    ['has an empty signature', (form) => [form, '', '/sms']],
    ['is signed with another token', (form) => [form, sign(form, '/sms', 'another'), '/sms']],
    ['was signed for other words', (form) => [{ ...form, Body: 'other words' }, sign(form), '/sms']],
    ['was signed for another phone', (form) => [{ ...form, From: '+15555550199' }, sign(form), '/sms']],
    ['has a part that was not signed', (form) => [{ ...form, NumMedia2: '1' }, sign(form), '/sms']],
    ['was signed for another address', (form) => [form, sign(form, '/other'), '/sms']],
    ['has a query that was not signed', (form) => [form, sign(form), '/sms?a=1']],
  ];
  for (const [what, forge] of forgeries)
    it(`refuses a message that ${what}, and the bot never hears it`, async () => {
      const talker = fakeTalker(() => answered([goOn]));
      const base = await serve(talker);
      const [form, signature, path] = forge(textMessage('hello'));
      const response = await post(base, form, signature, path);
      assert.equal(response.status, 403);
      assert.deepEqual(talker.heard, []);
    });

  for (const off of [{ authToken: null }, { publicUrl: null }])
    it(`is not there without ${Object.keys(off).join()}`, async () => {
      const talker = fakeTalker(() => answered([goOn]));
      const base = await serve(talker, off);
      const form = textMessage('hello');
      assert.equal((await post(base, form, sign(form))).status, 404);
      assert.deepEqual(talker.heard, []);
    });

  it('says that something was attached, so that nobody waits for an answer to a picture', async () => {
    const talker = fakeTalker(() => answered([{ kind: 'line', line: { key: 'sms.voice' } }]));
    const base = await serve(talker);
    const form = textMessage('', { NumMedia: '2', MediaUrl0: 'https://media.example.org/1' });
    assert.match(await (await post(base, form, sign(form))).text(), /cannot open pictures/);
    assert.equal(talker.heard[0]?.attachments, 2);
  });

  it('tells the bot of every message after STOP too, and sends nothing when nothing may be sent', async () => {
    const talker = fakeTalker(() => answered([help], { silent: true, danger: 'suicide' }));
    const base = await serve(talker);
    const form = textMessage('I want to die');
    const xml = await (await post(base, form, sign(form))).text();
    assert.doesNotMatch(xml, /<Message>/);
    assert.match(xml, /<Response\/>/);
    assert.equal(talker.heard[0]?.text, 'I want to die');
  });

  it('does not confirm a keyword that Twilio has confirmed itself', async () => {
    const talker = fakeTalker(() => answered([{ kind: 'line', line: { key: 'sms.stopped' } }]));
    const base = await serve(talker);
    const form = textMessage('STOP', { OptOutType: 'STOP' });
    assert.doesNotMatch(await (await post(base, form, sign(form))).text(), /<Message>/);
    assert.equal(talker.heard.length, 1);
  });

  it('offers an interpreter in place of words that a language does not have', async () => {
    const missing: Say = { kind: 'line', line: { key: 'sms.noSuchWords' as 'sms.voice' } };
    const base = await serve(fakeTalker(() => answered([missing, goOn])));
    const form = textMessage('hello');
    const xml = await (await post(base, form, sign(form))).text();
    assert.equal(xml.match(/<Message>/g)?.length, 1);
    assert.match(xml, /free interpreter can help\. Call IEHP: 1-800-440-4347/);
  });

  it("gives the plan's phone and the crisis lines when the bot fails, and writes down neither words nor phone", async () => {
    const base = await serve(
      fakeTalker(() => {
        throw new Error(`failed on ${phone}: my secret words`);
      }),
    );
    const form = textMessage('my secret words');
    const response = await post(base, form, sign(form));
    assert.equal(response.status, 200);
    assert.match(await response.text(), /call IEHP: 1-800-440-4347\. Emergency: 911/);
    assert.equal(written.length, 1);
    assert.doesNotMatch(written.join(), /secret|5550142/);
  });

  describe('when one phone floods it', () => {
    const hello = textMessage('hello');
    const texts = async (base: string, form: Record<string, string>): Promise<readonly string[]> =>
      messagesIn(await (await post(base, form, sign(form))).text());
    const flood = async (base: string, form = hello): Promise<void> => {
      for (let sent = 0; sent < 60; sent += 1) await texts(base, form);
    };

    it('tells it once to wait, with a person to call, and then answers nothing', async () => {
      const talker = fakeTalker(() => answered([goOn]));
      const base = await serve(talker);
      await flood(base);
      const [told] = await texts(base, hello);
      assert.match(told ?? '', /many texts in a short time.*call IEHP: 1-800-440-4347/);
      assert.deepEqual(await texts(base, hello), []);
      assert.equal(talker.heard.length, 60);
      assert.equal(written.length, 1);
      assert.doesNotMatch(written.join(), /5550142/);
    });

    it('tells it in the language of the talk', async () => {
      const base = await serve(fakeTalker(() => answered([goOn], { language: 'es' })));
      await flood(base);
      assert.match((await texts(base, hello)).join(), /Llegaron muchos mensajes/);
    });

    for (const [why, outcome, settings] of [
      ['after STOP', { silent: true }, {}],
      ['where nobody has signed the words for it', {}, { maySay: () => false }],
    ] as const) {
      it(`tells it nothing ${why}`, async () => {
        const base = await serve(
          fakeTalker(() => answered([goOn], outcome)),
          settings,
        );
        await flood(base);
        assert.deepEqual(await texts(base, hello), []);
      });
    }

    for (const word of ['I want to die', 'ya no quiero vivir', 'STOP', 'START', 'HELP', 'stop texting me'])
      it(`still hears "${word}"`, async () => {
        const talker = fakeTalker(() => answered([help]));
        const base = await serve(talker);
        await flood(base);
        for (let again = 0; again < 3; again += 1) assert.equal((await texts(base, textMessage(word))).length, 1);
        assert.equal(talker.heard.at(-1)?.text, word);
      });

    it('still hears a keyword of the carrier that we do not know, and answers nothing', async () => {
      const talker = fakeTalker(() => answered([goOn]));
      const base = await serve(talker);
      await flood(base);
      assert.deepEqual(await texts(base, textMessage('ARRET', { OptOutType: 'STOP' })), []);
      assert.equal(talker.heard.at(-1)?.text, 'ARRET');
    });

    it('does not count what must be heard, and hears other phones', async () => {
      const talker = fakeTalker(() => answered([goOn]));
      const base = await serve(talker);
      await flood(base, textMessage('I want to die'));
      assert.equal((await texts(base, hello)).length, 1);
      await flood(base);
      assert.equal((await texts(base, textMessage('hello', { From: '+15555550199' }))).length, 1);
    });
  });

  it('refuses what is far longer than a text message, and what is none', async () => {
    const talker = fakeTalker(() => answered([goOn]));
    const base = await serve(talker);
    const long = textMessage('x'.repeat(100_000));
    const tooLong = await post(base, long, sign(long));
    assert.equal(tooLong.status, 413);
    assert.doesNotMatch(await tooLong.text(), /at .*\.js|x{20}/);
    const noSender = textMessage('hello', { From: 'not a phone' });
    assert.equal((await post(base, noSender, sign(noSender))).status, 400);
    assert.deepEqual(talker.heard, []);
  });
});
