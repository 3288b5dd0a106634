/** Puts the parts together and listens: the real server, for `main.ts` and for tests that go through the front door. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readDanger } from '../bot/danger.ts';
import { languageFromHeader } from '../bot/language.ts';
import { text } from '../locales/index.ts';
import { maySayIn, readReviews } from '../locales/reviews.ts';
import type { Texter } from '../referral/texter.ts';
import { createApp } from './app.ts';
import { botFramework } from './channels/bot-framework.ts';
import { smsRouter } from './channels/sms.ts';
import { createWebChat } from './channels/web.ts';
import type { Clock } from './clock.ts';
import { composeBot } from './composition.ts';
import type { Config } from './config.ts';
import { createDesk } from './desk/desk.ts';
import { deskAuth } from './desk/desk-auth.ts';
import { deskGateway } from './gateways/desk-gateway.ts';
import { senderClock, startSender } from './gateways/sender.ts';
import { twilioTexter, type TwilioSettings } from './gateways/twilio-texter.ts';
import { noTexter } from './gateways/no-texter.ts';
import { limit } from './limits.ts';
import { logFailure, type Log } from './log.ts';
import { planById } from './plans/index.ts';
import { checkWords } from './reviewed-mode.ts';
import type { WholeStore } from './storage/sqlite.ts';
import { webMemory } from './channels/web-memory.ts';

export type Running = { readonly url: string; readonly store: WholeStore; readonly close: () => Promise<void> };

export type StartParts = {
  readonly config: Config;
  readonly store: WholeStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Where Twilio is, if not at Twilio. */
  readonly twilioClient?: TwilioSettings['client'];
};

/** How often what was put off is looked at; what is new is sent at once. */
const sendEveryMs = 2000;

export async function startServer({ config, store, clock, log, twilioClient }: StartParts): Promise<Running> {
  const plan = planById(config.plan);
  const reviews = readReviews();
  checkWords(config.words, plan, reviews);
  const maySay = maySayIn(config.words, reviews);
  const tries = { byNumber: limit(5, 3600), byWhom: limit(10, 3600) };
  const composed = composeBot({
    store,
    plan,
    clock,
    maySay,
    mayTryStatus: async (number, whose) =>
      Math.max(await tries.byNumber.wait(number), await tries.byWhom.wait(whose)) === 0,
    failed: (what, error) => void logFailure(log, error, what),
    ...(config.publicUrl === null ? {} : { webUrl: config.publicUrl }),
    ...(config.twilio === null ? {} : { textNumber: config.twilio.from }),
  });
  const sender = startSender(
    store,
    { plan: deskGateway(store, clock.now), texter: texterOf(config, store, clock, twilioClient), news: composed.news },
    {
      everyMs: sendEveryMs,
      troubled: (error) => void logFailure(log, error, 'sending failed'),
      clock: senderClock(clock.now),
    },
  );
  const talker: typeof composed.talker = {
    open: (from) => composed.talker.open(from),
    receive: async (inbound) => {
      const outcome = await composed.talker.receive(inbound);
      if (outcome.confirmation !== null) sender.nudge();
      return outcome;
    },
  };
  const web = createWebChat({
    talker,
    plan,
    clock,
    log,
    sessions: store,
    words: {
      shown: (tag, key, values) => (maySay(tag, key) ? text(tag, key, values) : undefined),
      any: text,
    },
    settings: {
      idleLockMinutes: config.idleLockMinutes,
      publicUrl: config.publicUrl,
      embedOrigins: config.embedOrigins,
      draft: config.words === 'preview',
    },
    languageFromHeader: (header) => languageFromHeader(header ?? ''),
    tellsOfDanger: (words) => readDanger(words) !== null,
    ...webMemory(store),
  });
  const app = createApp({
    log,
    trustProxy: config.trustProxy,
    isReady: async () => {
      await store.repliesTo({ conversation: 'none', inbound: 'none' });
      return true;
    },
    mounted: [
      { path: '/desk', routes: createDesk({ store, plan, auth: deskAuth(config), clock, log }) },
      {
        path: '/',
        routes: smsRouter({
          talker,
          plan,
          log,
          authToken: config.twilio?.authToken ?? null,
          publicUrl: config.publicUrl,
        }),
      },
      {
        path: '/',
        routes: botFramework(
          config.botFramework,
          composed.bot,
          (error) => void logFailure(log, error, 'a turn failed'),
        ),
      },
    ],
    web: web.routes,
  });
  const server = app.listen(config.port, config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    store,
    close: async () => {
      web.close();
      server.close();
      server.closeAllConnections();
      await sender.stop();
      await store.close();
    },
  };
}

function texterOf({ twilio }: Config, store: WholeStore, { now }: Clock, client: TwilioSettings['client']): Texter {
  if (!twilio) return noTexter;
  const optedOut = (phone: string): Promise<void> => store.stopTexts(phone, now().toISOString());
  return twilioTexter({ ...twilio, now, optedOut, ...(client ? { client } : {}) });
}
