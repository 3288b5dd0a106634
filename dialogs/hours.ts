/** Opening hours, as a plan's file has them: Pacific time, no night shifts that run past midnight. */
import { z } from 'zod';

export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Weekday = z.infer<typeof Weekday>;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM, from 00:00 to 23:59');

/** Hours on some days of the week, Pacific time. `to` is the first minute at which nobody answers any more. */
export const Hours = z
  .strictObject({ days: z.array(Weekday).min(1), from: time, to: time })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'must be later than "from"' });
export type Hours = z.infer<typeof Hours>;

/** A moment of the week in California. `time` is `HH:MM`. */
export type Moment = { readonly weekday: Weekday; readonly time: string };

/** Whether somebody is there at this moment. No hours: nobody ever is. */
export function isOpen(hours: readonly Hours[], at: Moment): boolean {
  return hours.some(({ days, from, to }) => days.includes(at.weekday) && from <= at.time && at.time < to);
}
