import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../policy/calendar.ts';
import { Count } from '../policy/facts.ts';

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));

/** What somebody replied to one screening question. Facts are derived from replies, and never stored beside them. */
export const Reply = z.discriminatedUnion('kind', [
  /** Option ids; an empty list is "none of these", said so. */
  z.strictObject({ kind: z.literal('chosen'), ids: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('count'), count: Count }),
  z.strictObject({ kind: z.literal('notSure') }),
  z.strictObject({ kind: z.literal('declined') }),
]);
export type Reply = z.infer<typeof Reply>;

/** A reply with its question and its day, in the order in which they were given. */
export const Replied = z.strictObject({ question: z.string(), reply: Reply, on: date });
export type Replied = z.infer<typeof Replied>;
