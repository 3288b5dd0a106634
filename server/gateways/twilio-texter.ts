/** Sends the texts that we start through Twilio: neutral words, in waking hours, never twice for a lost answer. */
import Twilio from 'twilio/lib/rest/Twilio.js';
import type { ClientOpts } from 'twilio/lib/base/BaseTwilio.js';
import type { MessageInstance, MessageStatus } from 'twilio/lib/rest/api/v2010/account/message.js';
import { plainLine } from '../../bot/channel.ts';
import { LanguageTag } from '../../dialogs/state.ts';
import { backOff } from '../../referral/back-off.ts';
import type { Sent } from '../../referral/outbox-store.ts';
import type { TextItem, Texter } from '../../referral/texter.ts';
import { nextOpen, openHours, type OpenHours } from './quiet-hours.ts';
import { troubleOf } from './twilio-trouble.ts';

export type TwilioSettings = {
  readonly accountSid: string;
  readonly authToken: string;
  /** Our number, a short code, or a messaging service (`MG...`). */
  readonly from: string;
  readonly now: () => Date;
  /** The owner of this phone has written STOP to the carrier: their consent is over, and the store must know. */
  readonly optedOut: (phone: string) => Promise<void>;
  /** When texts may go out; by default `openHours`. */
  readonly hours?: OpenHours;
  /** For a client that goes somewhere else than to Twilio. */
  readonly client?: ClientOpts;
};

/**
 * The texter on Twilio's REST interface, which has no key to know a repeated request by. So from the second attempt on
 * we first look whether the same words have just gone to the same phone: those are then this text, whose answer was lost.
 */
export function twilioTexter(settings: TwilioSettings): Texter {
  const { accountSid, authToken, from, now, hours = openHours } = settings;
  const client = new Twilio(accountSid, authToken, { timeout: requestTimeout, ...settings.client });
  const known = new Map<string, string>();

  async function wentOut({ phone, id }: TextItem, body: string): Promise<boolean> {
    const recent = await client.messages.list({ to: phone, limit: 20 });
    return recent.some((message) => isOurs(message, body, now()) && (known.get(message.sid) ?? id) === id);
  }

  async function send(item: TextItem, attempt: number, body: string): Promise<Sent> {
    if (attempt > 1 && (await wentOut(item, body))) return { kind: 'done' };
    const { sid } = await client.messages.create({ to: item.phone, body, ...senderOf(from) });
    remember(known, sid, item.id);
    return { kind: 'done' };
  }

  async function put(error: unknown, { phone }: TextItem, attempt: number): Promise<Sent> {
    const trouble = troubleOf(error);
    if (trouble.kind === 'again') {
      return { kind: 'again', notBefore: new Date(now().getTime() + backOff(attempt, Math.random())).toISOString() };
    }
    if (trouble.optedOut) await settings.optedOut(phone);
    return { kind: 'refused', reason: trouble.reason };
  }

  return {
    async start(item, attempt) {
      const open = nextOpen(now(), hours);
      if (open > now()) return { kind: 'again', notBefore: open.toISOString() };
      const body = newsIn(item.language);
      if (body === undefined) return { kind: 'refused', reason: 'textNoWords' };
      return send(item, attempt, body).catch((error: unknown) => put(error, item, attempt));
    },
  };
}

/** In milliseconds. A look and a send must both be over before the sender gives the attempt up. */
const requestTimeout = 10_000;

/** In milliseconds: longer than a night, over which a text whose answer was lost may be put off. */
const lookBack = 24 * 60 * 60_000;

/** Twilio has given these up: the words did not reach anybody. */
const notSent: ReadonlySet<MessageStatus> = new Set(['failed', 'undelivered', 'canceled']);

function isOurs({ body, direction, status, dateCreated }: MessageInstance, words: string, now: Date): boolean {
  const isRecent = now.getTime() - dateCreated.getTime() <= lookBack;
  return body === words && direction.startsWith('outbound') && !notSent.has(status) && isRecent;
}

function senderOf(from: string): { readonly from: string } | { readonly messagingServiceSid: string } {
  return from.startsWith('MG') ? { messagingServiceSid: from } : { from };
}

/** It says that there is something new, and nothing else: whoever holds the phone reads it. */
function newsIn(language: string): string | undefined {
  const tag = LanguageTag.safeParse(language).data;
  return tag && plainLine(tag, { key: 'sms.news' });
}

/** Which text was which item's: the same neutral words to the same phone may be about something else. */
function remember(known: Map<string, string>, sid: string, item: string): void {
  known.set(sid, item);
  const [oldest] = known.keys();
  if (known.size > 1000 && oldest !== undefined) known.delete(oldest);
}
