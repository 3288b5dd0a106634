/** Fills a store, opened with a clock that can be moved, with invented weeks. */
import type { WholeStore } from '../storage/sqlite.ts';
import { live } from './live.ts';
import { inventedWeeks, type Weeks } from './weeks.ts';

/** As many people as the State's guides would give a middling plan on a busy Monday. */
export const busyMonday = { open: 200, seed: 7 } as const;

export async function fillWithPractice(store: WholeStore, weeks: Weeks, setNow: (now: Date) => void): Promise<void> {
  await live(store, inventedWeeks(weeks), setNow);
  setNow(weeks.until);
}
