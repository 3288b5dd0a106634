import type { MayTryStatus } from '../bot/status-reads.ts';
import { limit, mayGo } from './limits.ts';

const hour = 3600;
const day = 24 * hour;

/**
 * How often the status of a request may be tried, right or wrong. Close for one number from one place, and for one
 * place; loose for a number from everywhere, so that whoever guesses shuts themselves out long before the member: one
 * place can spend half of a number's tries in a day, and no more.
 */
export function statusTries(): MayTryStatus {
  const [hereInAnHour, hereInADay] = [limit(5, hour), limit(10, day)];
  const place = limit(10, hour);
  const everywhere = limit(20, day);
  return (number, whose) => {
    const here = `${number} ${whose}`;
    return mayGo([
      [hereInAnHour, here],
      [place, whose],
      [hereInADay, here],
      [everywhere, number],
    ]);
  };
}
