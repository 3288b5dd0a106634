// The real server on a real socket, over a real file, as members, helpers and plan workers reach it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { Plan } from '../../dialogs/plan.ts';
import { toldFindings } from '../../dialogs/told-findings.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import { catalogOn } from '../../policy/catalog.ts';
import type { Truth } from '../../policy/truth.ts';
import { clockFrom } from '../../server/clock.ts';
import { readConfig } from '../../server/config.ts';
import { mintSignInLink } from '../../server/desk/sign-in/sign-in-link.ts';
import { createLog } from '../../server/log.ts';
import { openStore } from '../../server/open-store.ts';
import { planById } from '../../server/plans/index.ts';
import { startServer, type Running, type StartParts } from '../../server/start.ts';
import { createVisitor, type Visitor } from '../server/desk-visit.ts';
import { clientTo, FakeTwilio } from '../server/fake-twilio.ts';

const publicUrl = 'https://navigator.example';

export type FrontDoor = Running & {
  readonly twilio: FakeTwilio;
  readonly logged: string[];
  /** Sends one text message, signed as Twilio signs, and gives back what is answered. */
  text(from: string, body: string, id?: string, media?: number): Promise<readonly string[]>;
  /** Noon in California on this day, from now on. */
  setDay(day: IsoDate): void;
  worker(): Promise<Visitor>;
  /** What the screen has found so far in the conversation of this phone, programme by programme. */
  findings(phone: string): Promise<Readonly<Record<string, Truth>>>;
};

/** `invented`: in place of what the plan's file says. `begin`: noon of the day in California, unless given. */
export async function openFrontDoor(
  plan: 'iehp' | 'alliance',
  day: IsoDate,
  invented: Partial<Plan> = {},
  begin = new Date(`${day}T20:00:00Z`),
  more: Partial<StartParts> = {},
): Promise<FrontDoor> {
  const folder = mkdtempSync(path.join(tmpdir(), 'journey-'));
  let now = begin;
  const clock = clockFrom(() => now);
  const twilio = new FakeTwilio();
  const carrier = await twilio.listen();
  const config = readConfig({
    PLAN: plan,
    PORT: '0',
    DATA_DIR: path.join(folder, 'data'),
    KEY_FILE: path.join(folder, 'keys.json'),
    PUBLIC_URL: publicUrl,
    TWILIO_ACCOUNT_SID: 'AC123',
    TWILIO_AUTH_TOKEN: 'secret',
    TWILIO_FROM: '+15555550100',
  });
  const logged: string[] = [];
  const running = await startServer({
    // Links and cookies as on this machine; only the carrier signs for the public address.
    config: { ...config, twilio: config.twilio && { ...config.twilio } },
    plan: { ...planById(plan), ...invented },
    store: await openStore(config, clock.now),
    clock,
    log: createLog('debug', { write: (line) => logged.push(line) }),
    twilioClient: { httpClient: clientTo(carrier) },
    ...more,
  });
  let sent = 0;
  return {
    ...running,
    twilio,
    logged,
    setDay: (next) => {
      now = new Date(`${next}T20:00:00Z`);
      twilio.now = now;
    },
    async text(from, body, id = `SM${(sent += 1)}`, media = 0) {
      const form = { From: from, To: '+15555550100', Body: body, MessageSid: id, NumMedia: String(media) };
      const response = await fetch(`${running.url}/sms`, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { 'X-Twilio-Signature': getExpectedTwilioSignature('secret', `${publicUrl}/sms`, form) },
      });
      if (response.status !== 200) throw new Error(`the text message was answered with ${response.status}`);
      return messagesIn(await response.text());
    },
    async findings(phone) {
      const { state } = await running.store.conversation('sms', phone);
      const about = state?.cases.find(({ id }) => id === state.active);
      if (!about) return {};
      const today = clock.todayInCalifornia();
      const { replies: replied, everything } = about;
      const told = toldFindings({ catalog: catalogOn(today), replied, everything, today });
      return Object.fromEntries(told.map(({ programme, truth }) => [programme, truth]));
    },
    async worker() {
      const visitor = createVisitor(running.url);
      const link = await mintSignInLink(running.store, { name: 'Lee Xiong', role: 'worker' }, running.url, now);
      const page = await visitor.get(new URL(link).pathname);
      await visitor.send(page, '/desk/sign-in/link', {});
      return visitor;
    },
    async close() {
      await running.close();
      twilio.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The texts in an answer to the carrier, in order. */
export function messagesIn(twiml: string): readonly string[] {
  return [...twiml.matchAll(/<Message>([\s\S]*?)<\/Message>/g)].map(([, text]) => unescaped(text ?? ''));
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
