/** One try at calling a member back: how it went, who interpreted, and when to try again. */
import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../policy/calendar.ts';

export const CallOutcome = z.enum([
  'reached',
  'noAnswer',
  /** A message was left where the member had allowed it. */
  'voicemail',
  'busy',
  /** Somebody else answered, and was told nothing. */
  'someoneElse',
  'callLater',
  'wrongNumber',
  /** The member's wish was met otherwise, or taken back. */
  'notNeeded',
]);
export type CallOutcome = z.infer<typeof CallOutcome>;

/** Who stood between two languages. */
export const Interpreting = z.enum([
  'notNeeded',
  'staff',
  'phone',
  /** Relied on only if the member wants it so, after a free interpreter was offered. */
  'broughtSomebody',
]);
export type Interpreting = z.infer<typeof Interpreting>;

export const DayPart = z.enum(['morning', 'afternoon', 'evening', 'anytime']);

export const CallAttempt = z.strictObject({
  outcome: CallOutcome,
  /** Null where nobody spoke with the member. */
  interpreting: Interpreting.nullable(),
  /** When to try again; null: there is nothing more to try. */
  next: z
    .strictObject({
      on: z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value)),
      at: DayPart,
    })
    .nullable(),
});
export type CallAttempt = z.infer<typeof CallAttempt>;

/** Whether a call-back is over with this; after all others it goes back to the queue. */
export function endsCallBack(outcome: CallOutcome): boolean {
  return outcome === 'reached' || outcome === 'wrongNumber' || outcome === 'notNeeded';
}

/** Whether the member was spoken with, so that it must be known who interpreted. */
export function spokeWithMember(outcome: CallOutcome): boolean {
  return outcome === 'reached' || outcome === 'callLater';
}
