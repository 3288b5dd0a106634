/** Text messages: Twilio's webhook. Off until configured; a member's words and phone are never written down. */
import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import type { Talker } from '../../bot/inbound.ts';
import type { Plan } from '../../dialogs/plan.ts';
import { languages } from '../../locales/languages.ts';
import { logFailure, type Log } from '../log.ts';
import type { MaySay } from '../../bot/sayable.ts';
import { readTextMessage, type TextMessage } from './sms/inbound.ts';
import { patienceWithPhones, type Patience } from './sms/patience.ts';
import { textsOf, troubleTexts, twiml, waitTexts } from './sms/reply.ts';
import { signedByTwilio } from './sms/signature.ts';

export type SmsSettings = {
  readonly talker: Talker;
  readonly plan: Plan;
  readonly log: Log;
  readonly maySay: MaySay;
  /** Twilio's auth token, by which requests are signed; null: text messages are off. */
  readonly authToken: string | null;
  /** Where Twilio reaches us, without a slash at the end; null: text messages are off. */
  readonly publicUrl: string | null;
};

/** `POST /sms`. Without a token and a public address nobody could be told from Twilio, so there is no such page: 404. */
export function smsRouter(settings: SmsSettings): Router {
  const router = Router();
  const { authToken, publicUrl } = settings;
  if (!authToken || !publicUrl) return router;
  const patience = patienceWithPhones();
  router.post('/sms', form, signedByTwilio(authToken, publicUrl), (request, response) =>
    receive(request, response, settings, patience),
  );
  router.use('/sms', unreadable);
  return router;
}

/** Too long, or no form at all: the number alone is told, and nothing of it is written down. */
const unreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (typeof status === 'number' && status < 500) response.sendStatus(status);
  else next(error);
};

/** Twilio's longest message is 1,600 characters; with every one of them percent-encoded it is far below this. */
const form = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 200 });

async function receive(request: Request, response: Response, settings: SmsSettings, patience: Patience): Promise<void> {
  const message = readTextMessage(request.body);
  if (!message) {
    response.sendStatus(400);
    return;
  }
  const texts = await answer(message, settings, patience);
  response.type('text/xml').send(twiml(texts));
}

async function answer(
  { inbound, answeredByCarrier }: TextMessage,
  { talker, plan, log, maySay }: SmsSettings,
  patience: Patience,
): Promise<readonly string[]> {
  try {
    switch (answeredByCarrier ? 'hear' : await patience(inbound.key, inbound.text)) {
      case 'hear': {
        // Every message goes to the bot, also after STOP: it must hear of danger where the carrier lets us answer nothing.
        const outcome = await talker.receive(inbound);
        return answeredByCarrier && outcome.danger === null ? [] : textsOf(outcome, plan);
      }
      case 'tellToWait':
        log.warn('one phone sends more texts than are answered');
        return waitTexts(await talker.open(inbound), plan, maySay);
      case 'sayNothing':
        return [];
    }
  } catch (error) {
    logFailure(log, error, 'a text message could not be answered');
    return troubleTexts(
      plan,
      languages.map(({ tag }) => tag),
    );
  }
}
