import { z } from 'zod';

/** A member's wish to be called. */
export const CallBack = z.strictObject({
  id: z.string(),
  name: z.string().max(200).nullable(),
  phone: z.string().max(40),
  /** The language to be spoken, by tag, or what the member wrote for a language that we do not list. */
  language: z.string().max(60),
  /** White or Green Hmong, when that was asked. */
  dialect: z.enum(['white', 'green']).nullable(),
  /** When it is safe to call. */
  when: z.enum(['morning', 'afternoon', 'evening', 'anytime']).nullable(),
  voicemail: z.boolean().nullable(),
  reason: z.enum(['asked', 'danger', 'languageNotOffered', 'complaint', 'notDelivered']),
});
export type CallBack = z.infer<typeof CallBack>;
