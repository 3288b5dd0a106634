/** Which referrals lie in which queue, and in what order. */
import type { IsoDate } from '../../../policy/calendar.ts';
import { isOpen } from '../../../referral/decision.ts';
import { decisionDue } from '../../../referral/decision-due.ts';
import type { ReferralRow, ReferralStanding } from '../desk-store.ts';
import { languageName, programmeName } from '../names.ts';
import { overdue } from './overdue.ts';

export const referralQueues = ['new', 'fast', 'overdue', 'pendingInfo', 'letters', 'optedOut', 'mine', 'all'] as const;
export type ReferralQueue = (typeof referralQueues)[number];

/** Who looks, and when. */
export type Look = { readonly by: string; readonly now: Date };

export const sortings = ['filed', 'due', 'name', 'language', 'programme'] as const;
export type Sorting = (typeof sortings)[number];
export type Order = { readonly by: Sorting; readonly descending: boolean };

/** Whether a referral lies in this queue. */
export function isIn(queue: ReferralQueue, row: ReferralStanding, { by, now }: Look): boolean {
  const { requests } = row;
  switch (queue) {
    case 'new':
      return requests.some((request) => request.decision === 'pending' || waits(request) === 'plan');
    case 'fast':
      return row.asksForFast && requests.some(({ decision }) => isOpen(decision));
    case 'overdue':
      return overdue(row, now).length > 0;
    case 'pendingInfo':
      return requests.some((request) => waits(request) === 'member');
    case 'letters':
      return requests.some(({ letterOwed }) => letterOwed);
    case 'optedOut':
      return row.textsStopped && requests.some(({ decision }) => isOpen(decision));
    case 'mine':
      return row.assignedTo === by;
    case 'all':
      return true;
  }
}

/** For whom a request waits of which the plan has asked more; null: of all others. */
export function waits({ decision, answered }: ReferralStanding['requests'][number]): 'member' | 'plan' | null {
  if (decision !== 'pendingInfo') return null;
  return answered ? 'plan' : 'member';
}

/** The earliest day by which something in this referral must be decided; null when nothing is open. */
export function due({ filedOn, requests }: ReferralStanding): IsoDate | null {
  const days = requests
    .filter(({ decision }) => isOpen(decision))
    .map(({ programme }) => decisionDue(programme, filedOn));
  return days.sort()[0] ?? null;
}

/** The same rows in order; equal ones stand as they were filed. */
export function sorted(rows: readonly ReferralRow[], { by, descending }: Order): readonly ReferralRow[] {
  const sign = descending ? -1 : 1;
  const compare = new Intl.Collator('en').compare;
  return rows
    .map((row) => ({ row, key: sortKey(row, by) }))
    .sort((one, other) => sign * compare(one.key, other.key) || compare(one.row.filedAt, other.row.filedAt))
    .map(({ row }) => row);
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
