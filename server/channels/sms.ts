/** Text messages: Twilio's webhook. Off until configured; a member's words and phone are never written down. */
import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import type { Talker } from '../../bot/inbound.ts';
import type { Plan } from '../../dialogs/plan.ts';
import { languages } from '../../locales/languages.ts';
import { logFailure, type Log } from '../log.ts';
import { readTextMessage } from './sms/inbound.ts';
import { textsOf, troubleTexts, twiml } from './sms/reply.ts';
import { signedByTwilio } from './sms/signature.ts';

export type SmsSettings = {
  readonly talker: Talker;
  readonly plan: Plan;
  readonly log: Log;
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
  router.post('/sms', form, signedByTwilio(authToken, publicUrl), (request, response) =>
    receive(request, response, settings),
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

async function receive(request: Request, response: Response, { talker, plan, log }: SmsSettings): Promise<void> {
  const message = readTextMessage(request.body);
  if (!message) {
    response.sendStatus(400);
    return;
  }
  // Every message goes to the bot, also after STOP: it must hear of danger where the carrier lets us answer nothing.
  const texts = await talker
    .receive(message.inbound)
    .then((outcome) => (message.answeredByCarrier && outcome.danger === null ? [] : textsOf(outcome, plan)))
    .catch((error: unknown) => {
      logFailure(log, error, 'a text message could not be answered');
      return troubleTexts(
        plan,
        languages.map(({ tag }) => tag),
      );
    });
  response.type('text/xml').send(twiml(texts));
}
