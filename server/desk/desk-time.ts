/** Days and times as the desk shows them: California's, whatever the machine is set to. */
import { isIsoDate, type IsoDate } from '../../policy/calendar.ts';
import { clockFrom } from '../clock.ts';
import { html, type Html } from '../channels/web/html.ts';

const timeZone = 'America/Los_Angeles';
const dayFormat = new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'medium' });
const timeFormat = new Intl.DateTimeFormat('en-US', { timeZone, timeStyle: 'short' });
const longDayFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
});

/** The date in California at an instant (ISO 8601). */
export function californiaDay(instant: string): IsoDate {
  return clockFrom(() => new Date(instant)).todayInCalifornia();
}

/** An instant (ISO 8601) as date and time of day. */
export function time(instant: string): Html {
  const at = new Date(instant);
  return html`<time datetime="${instant}">${whole(dayFormat.format(at))}, ${whole(timeFormat.format(at))}</time>`;
}

/** A calendar date with its weekday. */
export function day(date: IsoDate): Html {
  return html`<time datetime="${date}">${whole(longDayFormat.format(new Date(`${date}T00:00:00Z`)))}</time>`;
}

/** An instant (ISO 8601) as California's day, and the time of day from 00:00 to 23:59: for files. */
export function isoMinute(instant: string): { readonly day: IsoDate; readonly time: string } {
  const [day = '', time = ''] = fileFormat.format(new Date(instant)).split(' ');
  if (!isIsoDate(day)) throw new Error('the calendar of this machine does not write dates as YYYY-MM-DD');
  return { day, time };
}
/** Sweden writes days and times as files do. */
const fileFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** Never broken between two lines. */
function whole(text: string): string {
  return text.replace(/\s/g, '\u00a0');
}

/** Whole minutes from an instant (ISO 8601) to now. */
export function minutesSince(instant: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(instant)) / 60_000));
}
