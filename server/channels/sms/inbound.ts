/** A text message as Twilio posts it, read into what the bot hears. */
import { z } from 'zod';
import type { Inbound } from '../../../bot/inbound.ts';

/** The parts of Twilio's form that we use. Each comes once: two values for one name are not Twilio's. */
const Form = z.object({
  MessageSid: z.string().regex(/^[A-Za-z0-9]{1,64}$/),
  /** The sender's phone, as the carrier proves it; a short code may write to us too. */
  From: z.string().regex(/^\+?\d{3,15}$/),
  Body: z.string().default(''),
  NumMedia: z.coerce.number().int().min(0).max(100).catch(0),
  /** Set where Twilio itself has answered STOP, START or HELP ("Advanced Opt-Out"). */
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
});

export type TextMessage = {
  readonly inbound: Inbound;
  /** Twilio has already confirmed this keyword to the sender: a second answer would only cost them. */
  readonly answeredByCarrier: boolean;
};

/** Null when the form is not a text message. The phone is the key and is proven; it is never written down. */
export function readTextMessage(form: unknown): TextMessage | null {
  const { data } = Form.safeParse(form);
  if (!data) return null;
  return {
    inbound: {
      channel: 'sms',
      key: data.From,
      id: data.MessageSid,
      text: data.Body,
      choices: [],
      question: null,
      attachments: data.NumMedia,
      suggestedLanguage: null,
      provenPhone: data.From,
    },
    answeredByCarrier: data.OptOutType !== undefined,
  };
}
