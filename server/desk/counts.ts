/** How many wait in each queue. Read in the desk's own name: whoever sees a number has seen nobody's referral. */
import type { ComplaintStore } from './complaint-store.ts';
import type { DeskStore, ReferralRow, UndeliveredStore } from './desk-store.ts';
import type { Counts } from './layout.ts';
import { isIn, type ReferralQueue } from './queue.ts';

const desk = 'desk';

/** The counts of all queues, now. */
export async function countQueues(store: DeskStore & UndeliveredStore & ComplaintStore): Promise<Required<Counts>> {
  const [waiting, rows, stuck, complaints] = await Promise.all([
    countWaiting(store),
    store.referrals(desk),
    store.undelivered(desk),
    store.complaints(desk),
  ]);
  const open = complaints.filter(({ answeredAt }) => answeredAt === null).length;
  return { ...waiting, ...countReferrals(rows), undelivered: stuck.length, complaints: open };
}

/** Alerts and call-backs that are not done. */
export async function countWaiting(store: DeskStore): Promise<Required<Pick<Counts, 'danger' | 'callBacks'>>> {
  const [alerts, callBacks] = await Promise.all([store.alerts(desk), store.callBacks(desk)]);
  const open = (tasks: readonly { readonly doneAt: string | null }[]) => tasks.filter(({ doneAt }) => !doneAt).length;
  return { danger: open(alerts), callBacks: open(callBacks) };
}

function countReferrals(rows: readonly ReferralRow[]): Record<ReferralQueue, number> {
  const count = (queue: ReferralQueue) => rows.filter((row) => isIn(queue, row)).length;
  return { new: count('new'), fast: count('fast'), all: count('all') };
}

/** Reads at most every ten seconds, however many pages ask. */
export function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly value: Promise<T> } | undefined;
  return () => {
    if (!last || performance.now() - last.at > 10_000) {
      last = { at: performance.now(), value: read() };
      last.value.catch(() => (last = undefined));
    }
    return last.value;
  };
}
