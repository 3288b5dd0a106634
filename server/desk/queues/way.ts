/** From which queue a referral was opened: goes along in addresses and forms, so that the next of it is one key away. */
import type { ReferralRow } from '../desk-store.ts';
import { queuePath } from './queue-tabs.ts';
import { isIn, referralQueues, sorted, sortings, type Look, type Order, type ReferralQueue } from './queue.ts';
import { found, type Search } from './search.ts';

export type Way = {
  readonly queue: ReferralQueue;
  readonly order: Order;
  /** What was searched for, sealed as it stands in an address; null: nothing. */
  readonly find: string | null;
};

/** As it stands in an address: codes only, and what was searched for sealed. */
export function wayText({ queue, order: { by, descending }, find }: Way): string {
  return [queue, by, descending ? 'desc' : 'asc', ...(find === null ? [] : [find])].join('.');
}

/** Null for whatever we did not write so. */
export function readWay(text: unknown): Way | null {
  if (typeof text !== 'string') return null;
  const [named, sorting, direction, find = null, ...more] = text.split('.');
  const queue = referralQueues.find((each) => each === named);
  const by = sortings.find((each) => each === sorting);
  const isDirection = direction === 'asc' || direction === 'desc';
  if (!queue || !by || !isDirection || more.length > 0 || (find !== null && !/^[\w-]+$/.test(find))) return null;
  return { queue, order: { by, descending: direction === 'desc' }, find };
}

/** The address of the queue itself, as it was looked at. */
export function queueAddress({ queue, order: { by, descending }, find }: Way): string {
  const query = new URLSearchParams({ sort: by, order: descending ? 'desc' : 'asc' });
  if (find !== null) query.set('find', find);
  return `/desk/${queuePath(queue)}?${query.toString()}`;
}

/**
 * The referral that stands after this one in the queue, and on which nobody else works; null where there is none. One
 * that is done has left the queue: it is put where it stood.
 */
export function nextOf(
  rows: readonly ReferralRow[],
  number: string,
  { queue, order }: Way,
  search: Search,
  look: Look,
): string | null {
  const inQueue = new Set(found(rows, search).filter((row) => isIn(queue, row, look)));
  const line = sorted(
    rows.filter((row) => inQueue.has(row) || row.number === number),
    order,
  );
  const after = line.slice(line.findIndex((row) => row.number === number) + 1);
  return after.find(({ assignedTo }) => assignedTo === null || assignedTo === look.by)?.number ?? null;
}
