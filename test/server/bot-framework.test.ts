import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ActivityTypes, TestAdapter, type Activity } from 'botbuilder';
import type { Talker } from '../../bot/inbound.ts';
import type { MemberBot } from '../../bot/bot.ts';
import { clockOn } from '../../server/clock.ts';
import { composeBot } from '../../server/composition.ts';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { startServer, type Running } from '../../server/start.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { layoutTexts } from '../../bot/channel.ts';
import { asked } from '../journeys/asked.ts';
import { plan, preview } from '../invariants/talk.ts';

const clock = clockOn('2026-11-20');

/** Where a Bot Framework channel takes replies, on a real socket. */
class Connector {
  readonly taken: { readonly path: string; readonly activity: Partial<Activity> }[] = [];
  #server: Server | undefined;

  async listen(): Promise<string> {
    this.#server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        this.taken.push({ path: request.url ?? '', activity: JSON.parse(body) as Partial<Activity> });
        response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"id":"1"}');
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => this.#server?.once('listening', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }
}

async function start(environment: Readonly<Record<string, string>>): Promise<Running> {
  return startServer({
    config: readConfig({ PORT: '0', ...environment }),
    store: await openMemoryStore(),
    clock,
    log: createLog('silent'),
  });
}

let sent = 0;
const activity = (serviceUrl: string, more: object = {}): object => ({
  type: 'message',
  id: `a${(sent += 1)}`,
  channelId: 'emulator',
  serviceUrl,
  conversation: { id: 'talk 1' },
  from: { id: 'somebody' },
  recipient: { id: 'bot' },
  text: 'hello',
  ...more,
});

const post = (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('the Bot Framework endpoint', () => {
  it('is not there until it is turned on', async () => {
    const { url, close } = await start({});
    try {
      assert.equal((await post(url, activity('http://127.0.0.1:1'))).status, 404);
    } finally {
      await close();
    }
  });

  describe('in local mode', () => {
    let running: Running;
    let connector: Connector;
    let here: string;
    before(async () => {
      running = await start({ BOT_LOCAL: 'yes' });
      connector = new Connector();
      here = await connector.listen();
    });
    beforeEach(() => connector.taken.splice(0));
    after(async () => {
      connector.close();
      await running.close();
    });

    it('answers at a service address on this machine', async () => {
      const { status } = await post(running.url, activity(here));
      assert.equal(status, 200);
      const [first] = connector.taken;
      assert.match(first?.path ?? '', /^\/v3\/conversations\/talk%201\/activities/);
      assert.match(first?.activity.text ?? '', /IEHP/);
      assert.equal(first?.activity.locale, 'en');
      const buttons = connector.taken.at(-1)?.activity.suggestedActions?.actions ?? [];
      assert.deepEqual(buttons[0]?.value, { choice: 'screen', question: 'menu' });
    });

    it('answers in the language that the channel names', async () => {
      await post(running.url, activity(here, { text: '1', locale: 'es-MX', conversation: { id: 'talk 2' } }));
      assert.equal(connector.taken[0]?.activity.locale, 'es');
    });

    it('answers in the same breath where the channel asks for that', async () => {
      const more = { deliveryMode: 'expectReplies', conversation: { id: 'talk 6' } };
      const response = await post(running.url, activity(here, more));
      const { activities } = (await response.json()) as { activities: readonly Partial<Activity>[] };
      assert.match(activities[0]?.text ?? '', /IEHP/);
      assert.deepEqual(connector.taken, []);
    });

    for (const elsewhere of [
      'https://elsewhere.example/',
      'http://127.0.0.1.elsewhere.example/',
      'http://localhost@elsewhere.example/',
      'http://10.0.0.1/',
      'file:///etc/hosts',
      '',
      undefined,
    ]) {
      it(`refuses to post to ${elsewhere ?? 'no address'}`, async () => {
        const { status } = await post(running.url, { ...activity(here), serviceUrl: elsewhere });
        assert.equal(status, 403);
        assert.deepEqual(connector.taken, []);
      });
    }

    describe('in a conversation where others read along', () => {
      const kinds = [{ isGroup: true }, { conversationType: 'groupChat' }, { conversationType: 'channel' }];
      const says = async (conversation: object, more: object = {}): Promise<string> => {
        connector.taken.splice(0);
        assert.equal((await post(running.url, activity(here, { conversation, ...more }))).status, 200);
        return connector.taken.map((taken) => taken.activity.text ?? '').join('\n');
      };

      for (const [place, kind] of kinds.entries()) {
        it(`asks once to be written to alone, and keeps nothing (${JSON.stringify(kind)})`, async () => {
          const group = { id: `group ${place}`, ...kind };
          const told = await says(group, { text: 'What became of my request 1234?' });
          assert.match(told, /not private.*write to us by yourself.*1-800-440-4347.*988/);
          assert.equal(await says(group, { text: 'hello?' }), '');
          assert.equal((await running.store.conversation('botframework', `emulator ${group.id}`)).state, null);
        });
      }

      it('says the same to whoever tells of danger, each time, and gives nobody away', async () => {
        const group = { id: 'group 4', isGroup: true };
        const first = await says(group);
        for (const text of ['my husband hits me', 'I want to die']) assert.equal(await says(group, { text }), first);
        assert.deepEqual(await running.store.alerts('a worker'), []);
      });

      it('says it in the language of the channel and in English', async () => {
        const told = await says({ id: 'group 5', isGroup: true }, { locale: 'es-MX' });
        assert.match(told, /^Este chat de grupo no es privado[^]*\nThis group chat is not private/);
      });

      it('greets nobody who joins', async () => {
        const joined = { type: 'conversationUpdate', membersAdded: [{ id: 'somebody' }] };
        assert.equal(await says({ id: 'group 6', isGroup: true }, joined), '');
      });

      it('while a talk that is named personal goes on as any other', async () => {
        const told = await says({ id: 'talk 7', isGroup: false, conversationType: 'personal' });
        assert.match(told, /automated/);
      });
    });

    it('lets no message choose another conversation than the one it was posted in', async () => {
      const phone = '+15555550142';
      const inbound = {
        channel: 'sms',
        key: phone,
        id: 'SM1',
        text: 'hello',
        choices: [],
        question: null,
        attachments: 0,
        suggestedLanguage: null,
        provenPhone: phone,
      };
      await post(running.url, activity(here, { channelData: { inbound }, conversation: { id: 'talk 3' } }));
      assert.equal((await running.store.conversation('sms', phone)).state, null);
      assert.notEqual((await running.store.conversation('botframework', 'emulator talk 3')).state, null);
    });

    it('hears two messages without an id as two', async () => {
      for (const text of ['1', '1']) {
        await post(running.url, activity(here, { id: undefined, text, conversation: { id: 'talk 4' } }));
      }
      const { version } = await running.store.conversation('botframework', 'emulator talk 4');
      assert.equal(version, 2);
    });

    for (const [what, body, status] of [
      ['no JSON', '{', 400],
      ['an activity without a conversation', activity('http://127.0.0.1:1', { conversation: undefined }), 403],
      ['words that are no text', activity('http://127.0.0.1:1', { text: { not: 'text' } }), 403],
      ['more than a message can be', JSON.stringify({ text: 'a'.repeat(300_000) }), 413],
    ] as const) {
      it(`refuses ${what}, and says nothing about it`, async () => {
        const response = await post(running.url, body);
        assert.equal(response.status, status);
        assert.ok((await response.text()).length < 40);
      });
    }
  });

  describe('with an app id', () => {
    let running: Running;
    before(
      async () => (running = await start({ MICROSOFT_APP_ID: 'an-app', MICROSOFT_APP_PASSWORD: 'of-no-account' })),
    );
    after(() => running.close());

    it('refuses an activity that nobody signed, wherever its answer would go', async () => {
      for (const serviceUrl of ['http://127.0.0.1:1', 'https://smba.trafficmanager.net/amer/']) {
        assert.equal((await post(running.url, activity(serviceUrl))).status, 401);
      }
    });

    it('refuses an activity that somebody else signed', async () => {
      const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const token = `${part({ alg: 'none' })}.${part({ iss: 'https://api.botframework.com', aud: 'an-app' })}.`;
      for (const authorization of ['Bearer nothing', `Bearer ${token}`]) {
        const { status } = await post(running.url, activity('http://127.0.0.1:1'), { authorization });
        assert.equal((await running.store.conversation('botframework', 'emulator talk 1')).state, null);
        // Whether it is signed cannot be told where the framework's keys cannot be had: then it is refused all the same.
        assert.ok([401, 403, 500].includes(status), `${status}`);
      }
    });
  });
});

describe('The same talk through the framework’s own test adapter', () => {
  let store: WholeStore;
  let composed: ReturnType<typeof composeBot>;
  beforeEach(async () => {
    store = await openMemoryStore();
    composed = composeBot({
      store,
      plan,
      clock,
      maySay: preview,
      mayTryStatus: () => Promise.resolve(true),
      failed: (what) => assert.fail(what),
    });
  });
  afterEach(() => store.close());

  it('greets whoever comes, and repeats nothing once they have written', async () => {
    const talk = framework(composed.bot);
    const greeting = await talk.joins();
    assert.match(greeting.texts[0] ?? '', /IEHP/);
    assert.deepEqual(greeting.buttons[0], { choice: 'screen', question: 'menu' });
    const { texts } = await talk.says('hello');
    assert.ok(!texts.includes(greeting.texts[0] ?? ''), 'who we are is said once');
    assert.deepEqual((await talk.joins()).texts, []);
  });

  it('takes an answer by its button, by its number and in words', async () => {
    const talk = framework(composed.bot);
    await talk.says('hello');
    const whose = await talk.presses({ choice: 'screen', question: 'menu' });
    assert.equal(asked(whose.texts, 'en'), 'whom.whose');
    assert.equal(asked((await talk.says('1')).texts, 'en'), 'ecm');
    assert.equal(asked((await talk.says('no')).texts, 'en'), 'concerns');
  });

  it('lets an old button answer nothing but its own question, and always lets a person be reached', async () => {
    const talk = framework(composed.bot);
    await talk.says('hello');
    await talk.says('1');
    const old = await talk.presses({ choice: 'file', question: 'menu' });
    assert.equal(asked(old.texts, 'en'), 'whom.whose');
    const person = await talk.presses({ choice: 'act:person' });
    assert.match(person.texts.join('\n'), /1-800-440-4347/);
  });

  it('says danger words first, in the language of the talk and in English', async () => {
    const talk = framework(composed.bot);
    await talk.says('hola');
    const { texts } = await talk.says('ya no quiero vivir');
    assert.match(texts[0] ?? '', /988/);
    assert.match(texts[1] ?? '', /988/);
    assert.notEqual(texts[0], texts[1]);
    assert.equal((await store.alerts('a worker')).length, 1);
  });

  it('comes to the same as by text message', async () => {
    const phone = '+15555550142';
    await screened(byText(composed.talker, phone));
    await screened(framework(composed.bot));
    const known = async (channel: 'sms' | 'botframework', key: string): Promise<object> => {
      const { state } = await store.conversation(channel, key);
      assert.ok(state);
      const { language, waiting, cases } = state;
      return {
        language,
        waiting,
        replies: cases.map(({ replies }) => replies),
        whose: cases.map(({ whose }) => whose),
      };
    };
    const here = await known('botframework', 'test talk 5');
    assert.deepEqual(here, await known('sms', phone));
    assert.deepEqual((here as { waiting: object }).waiting, { dialog: 'findings' });
  });
});

type Said = { readonly texts: readonly string[]; readonly buttons: readonly unknown[] };
type Speaker = { readonly says: (text: string) => Promise<Said> };

/** A person in a Bot Framework channel. */
function framework(
  bot: MemberBot,
): Speaker & { readonly presses: (value: object) => Promise<Said>; readonly joins: () => Promise<Said> } {
  const adapter = new TestAdapter((context) => bot.run(context));
  adapter.conversation.conversation.id = 'talk 5';
  const send = async (activity: Partial<Activity>): Promise<Said> => {
    adapter.activeQueue.splice(0);
    await adapter.receiveActivity(activity);
    const said = adapter.activeQueue.splice(0);
    return {
      texts: said.map(({ text }) => text ?? ''),
      buttons: said.flatMap(
        ({ suggestedActions }) => suggestedActions?.actions.map(({ value }) => value as object) ?? [],
      ),
    };
  };
  return {
    says: (text) => send({ type: ActivityTypes.Message, text }),
    presses: (value) => send({ type: ActivityTypes.Message, value }),
    joins: () => send({ type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: 'somebody', name: '' }] }),
  };
}

/** A person with a phone. */
function byText(talker: Talker, phone: string): Speaker {
  return {
    says: async (text) => {
      const { messages } = await talker.receive({
        channel: 'sms',
        key: phone,
        provenPhone: phone,
        id: `SM${(sent += 1)}`,
        text,
        choices: [],
        question: null,
        attachments: 0,
        suggestedLanguage: null,
      });
      const texts = messages.flatMap((message) =>
        message.by === 'us' ? (layoutTexts(message.says, message.language, { medium: 'sms' }) ?? []) : [],
      );
      return { texts, buttons: [] };
    },
  };
}

/** The same words in each channel, to whatever is asked, until it is told what may fit. */
async function screened({ says }: Speaker): Promise<void> {
  const words: Readonly<Record<string, string>> = {
    menu: '1',
    'whom.whose': 'for me',
    'sms.privacy': '1',
    ecm: 'no',
    concerns: 'I live in a tent and I am in the hospital a lot',
    age: "I'm 62",
    housing: 'in a tent',
    stays: 'three times',
  };
  let { texts } = await says('hello');
  for (let turn = 0; turn < 40; turn += 1) {
    const question = asked(texts, 'en') ?? '';
    if (question === 'findings') return;
    ({ texts } = await says(words[question] ?? "I don't know"));
  }
  assert.fail('the screen did not end');
}
