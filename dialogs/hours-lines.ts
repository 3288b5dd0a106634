/** When somebody answers, in words of the catalogue. */
import { say } from './asking.ts';
import type { Hours } from './plan.ts';
import type { Say } from './say.ts';
import type { World } from './world.ts';

const weekdays: Hours['days'] = ['mon', 'tue', 'wed', 'thu', 'fri'];

export function hoursLines(world: Pick<World, 'plan'>): readonly Say[] {
  return world.plan.memberServices.hours.map(({ days, from, to }) => {
    const times = { from: { time: from }, to: { time: to } } as const;
    const isWeek = days.length === weekdays.length && weekdays.every((day) => days.includes(day));
    return isWeek
      ? say('common.hours.weekdays', times)
      : say('common.hours.days', { ...times, days: { words: days.map((day) => `common.days.${day}` as const) } });
  });
}
