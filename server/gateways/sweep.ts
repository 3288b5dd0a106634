/** Has members asked where a clock has run out, every few minutes by the clock that it is given, and at the start. */
import type { ClockStore } from '../../referral/clocks.ts';

/** How often it is looked, in milliseconds: the clocks are days long, and one of them 72 hours. */
const everyMs = 5 * 60_000;

/** To be called in every round of the sender; most times it does nothing. Two processes that sweep at once ask once. */
export function sweepOf(store: ClockStore, now: () => Date): () => Promise<void> {
  let last: number | null = null;
  return async () => {
    const at = now();
    // Away from the last time in either direction: the clock of a machine may be put back.
    if (last !== null && Math.abs(at.getTime() - last) < everyMs) return;
    // What could not be swept is left to the next time: its trouble is told once, and not in every round.
    last = at.getTime();
    await store.askWhatRanOut(at.toISOString());
  };
}
