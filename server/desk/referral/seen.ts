/** How much of a referral somebody saw: what is recorded is only ever added to, so a count tells whether there is more. */
import type { ReferralFile } from '../desk-store.ts';

/** All that is recorded, of its requests and of the whole. */
export function seenOf({ events, notes }: Pick<ReferralFile, 'events' | 'notes'>): number {
  return events.length + notes.length;
}
