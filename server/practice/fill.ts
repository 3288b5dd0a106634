/** Fills a store, opened with a clock that can be moved, with invented weeks. */
import type { WholeStore } from '../storage/sqlite.ts';
import { live } from './live.ts';
import { workers } from './stages.ts';
import { inventedWeeks, type Weeks } from './weeks.ts';

/** As many people as the State's guides would give a middling plan on a busy Monday. */
export const busyMonday = { open: 200, seed: 7 } as const;

export async function fillWithPractice(store: WholeStore, weeks: Weeks, setNow: (now: Date) => void): Promise<void> {
  const happenings = inventedWeeks(weeks);
  const [first] = happenings;
  if (first) setNow(new Date(first.at));
  // Whoever has signed in can be given a referral.
  for (const worker of workers) await store.audit(worker, 'signedIn', 'worker');
  await live(store, happenings, setNow);
  setNow(weeks.until);
}
