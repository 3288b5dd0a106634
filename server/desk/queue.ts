/** Which referrals lie in which queue, and in what order. */
import type { IsoDate } from '../../policy/calendar.ts';
import { decisionDue } from '../../referral/decision-due.ts';
import type { ReferralRow } from './desk-store.ts';
import { californiaDay } from './desk-time.ts';
import { languageName, programmeName } from './names.ts';

export type ReferralQueue = 'new' | 'fast' | 'all';

export const sortings = ['filed', 'due', 'name', 'language', 'programme'] as const;
export type Sorting = (typeof sortings)[number];
export type Order = { readonly by: Sorting; readonly descending: boolean };

/** Whether a referral lies in this queue. */
export function isIn(queue: ReferralQueue, { requests, asksForFast }: ReferralRow): boolean {
  switch (queue) {
    case 'new':
      return requests.some(({ decision }) => decision === 'pending');
    case 'fast':
      return asksForFast && requests.some(({ decision }) => isOpen(decision));
    case 'all':
      return true;
  }
}

/** Whether the plan has still to decide. */
export function isOpen(decision: ReferralRow['requests'][number]['decision']): boolean {
  return decision === 'pending' || decision === 'pendingInfo';
}

/** The earliest day by which something in this referral must be decided; null when nothing is open. */
export function due({ filedAt, requests }: ReferralRow): IsoDate | null {
  const filedOn = californiaDay(filedAt);
  const days = requests
    .filter(({ decision }) => isOpen(decision))
    .map(({ programme }) => decisionDue(programme, filedOn));
  return days.sort()[0] ?? null;
}

/** The same rows in order; equal ones stand as they were filed. */
export function sorted(rows: readonly ReferralRow[], { by, descending }: Order): readonly ReferralRow[] {
  const sign = descending ? -1 : 1;
  const compare = new Intl.Collator('en').compare;
  return [...rows].sort(
    (one, other) => sign * compare(sortKey(one, by), sortKey(other, by)) || compare(one.filedAt, other.filedAt),
  );
}

function sortKey(row: ReferralRow, by: Sorting): string {
  switch (by) {
    case 'filed':
      return row.filedAt;
    case 'due':
      return due(row) ?? '9999';
    case 'name':
      return row.name;
    case 'language':
      return languageName(row.language);
    case 'programme':
      return row.requests.map(({ programme }) => programmeName(programme)).join();
  }
}
