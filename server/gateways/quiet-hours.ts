/** The hours in which we start nothing, by California's clocks. */

/**
 * From the hour `from` up to the hour `to`, Pacific time, texts that we start may go out. Callers must keep to 8 am to
 * 9 pm where the called person is (47 CFR 64.1200(c)(1)); ours are narrower, for nights differ from home to home.
 */
export type OpenHours = { readonly from: number; readonly to: number };
export const openHours: OpenHours = { from: 9, to: 19 };

/** When a text may go: the instant itself when that is within the hours, else the instant at which they next begin. */
export function nextOpen(instant: Date, { from, to }: OpenHours = openHours): Date {
  const { hour } = wallClock(instant);
  if (hour >= from && hour < to) return instant;
  // Quarter hours are enough: every zone of ours, and every change of its clocks, keeps to them.
  const quarter = 15 * 60_000;
  const soonest = Math.ceil(instant.getTime() / quarter) * quarter;
  const steps = Array.from({ length: 26 * 4 }, (_, step) => new Date(soonest + step * quarter));
  const open = steps.find((at) => wallClock(at).hour === from);
  if (open === undefined) throw new Error(`no hour of the day is ${String(from)}`);
  return open;
}

const pacific = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  hour: 'numeric',
  hourCycle: 'h23',
});

const wallClock = (instant: Date): { readonly hour: number } => ({ hour: Number(pacific.format(instant)) });
