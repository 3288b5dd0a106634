/** The only place that reads the time. */
import { isIsoDate, type IsoDate } from '../policy/calendar.ts';
import type { Hours } from '../dialogs/plan.ts';

export type Weekday = Hours['days'][number];

/** What time it is, and what day that is in California. */
export interface Clock {
  readonly now: () => Date;
  /** The date in America/Los_Angeles: the day that rules and clocks are counted by. */
  readonly todayInCalifornia: () => IsoDate;
  /** The weekday there, and the wall time as `HH:MM` (00:00 to 23:59). */
  readonly timeInCalifornia: () => { readonly weekday: Weekday; readonly time: string };
}

const zone = 'America/Los_Angeles';
const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekday = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short' });
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[];

/** A clock on any source of instants: tests and the terminal give their own. */
export function clockFrom(now: () => Date): Clock {
  return {
    now,
    todayInCalifornia: () => californiaDay(now()),
    timeInCalifornia: () => ({ weekday: californiaWeekday(now()), time: time.format(now()) }),
  };
}

/** The machine's own clock. */
export const systemClock: Clock = clockFrom(() => new Date());

/** A clock that always shows noon in California on this day: `--today`, and tests. */
export function clockOn(today: IsoDate): Clock {
  // 20:00 UTC is noon or one o'clock there, winter and summer.
  const instant = new Date(`${today}T20:00:00Z`);
  return clockFrom(() => instant);
}

function californiaDay(instant: Date): IsoDate {
  const written = day.format(instant);
  if (!isIsoDate(written)) throw new Error('the calendar of this machine does not write dates as YYYY-MM-DD');
  return written;
}

function californiaWeekday(instant: Date): Weekday {
  const written = weekday.format(instant).toLowerCase();
  const found = weekdays.find((name) => name === written);
  if (found === undefined) throw new Error('the calendar of this machine does not name weekdays in English');
  return found;
}
