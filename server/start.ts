/** Puts the parts together and listens: the real server, for `main.ts` and for tests that go through the front door. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readDanger } from '../bot/danger.ts';
import { languageFromHeader } from '../bot/language.ts';
import type { Plan } from '../dialogs/plan.ts';
import { text } from '../locales/index.ts';
import { maySayIn, readReviews } from '../locales/reviews.ts';
import { createApp } from './app.ts';
import { botFramework } from './channels/bot-framework.ts';
import { groupAnswer } from './channels/group.ts';
import { smsRouter } from './channels/sms.ts';
import { createWebChat } from './channels/web.ts';
import type { Words } from './channels/web/voice.ts';
import type { Clock } from './clock.ts';
import { composeBot } from './composition.ts';
import type { Config } from './config.ts';
import { createDesk } from './desk/desk.ts';
import { deskAuth } from './desk/sign-in/desk-auth.ts';
import { startPlanAnswers } from './gateways/plan-answers.ts';
import { checkGateway, gatewayOf } from './gateways/plan-gateway.ts';
import { senderClock, startSender } from './gateways/sender.ts';
import { sweepOf } from './gateways/sweep.ts';
import { texterOf } from './gateways/texter.ts';
import type { TwilioSettings } from './gateways/twilio-texter.ts';
import { storeInTime, storeMs } from './in-time.ts';
import { logFailure, type Log } from './log.ts';
import { planById } from './plans/index.ts';
import { checkWords } from './reviewed-mode.ts';
import { statusTries } from './status-tries.ts';
import type { WholeStore } from './storage/sqlite.ts';
import { webMemory } from './channels/web-memory.ts';

export type Running = { readonly url: string; readonly store: WholeStore; readonly close: () => Promise<void> };

export type StartParts = {
  readonly config: Config;
  readonly store: WholeStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Which plan, if not the one that the configuration names. */
  readonly plan?: Plan;
  /** Everybody here is invented, and each page of the desk says so. */
  readonly practice?: boolean;
  /** Where Twilio is, if not at Twilio. */
  readonly twilioClient?: TwilioSettings['client'];
  /** How long one call of the store may take, in milliseconds; three seconds unless given. */
  readonly storeMs?: number;
  /** How often a plan's system is asked what became of requests, in milliseconds; as its file says unless given. */
  readonly answersEveryMs?: number;
};

/** How often what was put off is looked at; what is new is sent at once. */
const sendEveryMs = 2000;

export async function startServer(parts: StartParts): Promise<Running> {
  const { config, clock, log, twilioClient } = parts;
  const store = storeInTime(parts.store, parts.storeMs ?? storeMs);
  const plan = parts.plan ?? planById(config.plan);
  const reviews = readReviews();
  checkWords(config.words, plan, reviews);
  for (const unwise of await checkGateway(plan)) log.warn({ unwise }, 'plan gateway');
  const maySay = maySayIn(config.words, reviews);
  const composed = composeBot({
    store,
    plan,
    clock,
    maySay,
    mayTryStatus: statusTries(),
    failed: (what, error) => void logFailure(log, error, what),
    ...(config.publicUrl === null ? {} : { webUrl: config.publicUrl }),
    ...(config.twilio === null ? {} : { textNumber: config.twilio.from }),
  });
  const sender = startSender(
    store,
    {
      plan: gatewayOf(plan, { store, now: clock.now, log }),
      texter: texterOf(config, store, clock, twilioClient),
      news: composed.news,
    },
    {
      everyMs: sendEveryMs,
      troubled: (error) => void logFailure(log, error, 'sending failed'),
      clock: senderClock(clock.now),
      sweep: sweepOf(store, clock.now),
    },
  );
  const answers = startPlanAnswers(plan, {
    store,
    pace: senderClock(clock.now),
    log,
    troubled: (error) => void logFailure(log, error, "reading the plan's answers failed"),
    ...(parts.answersEveryMs === undefined ? {} : { everyMs: parts.answersEveryMs }),
  });
  const talker: typeof composed.talker = {
    open: (from) => composed.talker.open(from),
    receive: async (inbound) => {
      const outcome = await composed.talker.receive(inbound);
      if (outcome.confirmation !== null) sender.nudge();
      return outcome;
    },
  };
  const words: Words = {
    shown: (tag, key, values) => (maySay(tag, key) ? text(tag, key, values) : undefined),
    any: text,
  };
  const draft = config.words === 'preview';
  const tellsOfDanger = (words: string): boolean => readDanger(words) !== null;
  const web = createWebChat({
    talker,
    plan,
    clock,
    log,
    sessions: store,
    words,
    settings: {
      idleLockMinutes: config.idleLockMinutes,
      publicUrl: config.publicUrl,
      embedOrigins: config.embedOrigins,
      draft,
    },
    languageFromHeader: (header) => languageFromHeader(header ?? ''),
    tellsOfDanger,
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
      {
        path: '/desk',
        routes: createDesk({
          store,
          plan,
          memberWords: { words, draft },
          caller: { talker, worldFor: composed.worldFor, tellsOfDanger },
          auth: deskAuth(config),
          clock,
          log,
          practice: parts.practice ?? false,
        }),
      },
      {
        path: '/',
        routes: smsRouter({
          talker,
          plan,
          log,
          maySay,
          authToken: config.twilio?.authToken ?? null,
          publicUrl: config.publicUrl,
        }),
      },
      {
        path: '/',
        routes: botFramework(config.botFramework, {
          bot: composed.bot,
          inGroup: groupAnswer(plan, maySay),
          failed: (error) => void logFailure(log, error, 'a turn failed'),
        }),
      },
    ],
    web: web.routes,
  });
  const server = app.listen(config.port, config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    store: parts.store,
    close: async () => {
      web.close();
      server.close();
      server.closeAllConnections();
      await Promise.all([sender.stop(), answers.stop()]);
      await store.close();
    },
  };
}
