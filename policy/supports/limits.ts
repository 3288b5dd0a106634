/** Limits that several supports share. */
import type { Citation } from '../citation.ts';
import type { Limit } from '../rule.ts';
import { calOptima, healthNet, volume2 } from './cites.ts';

/** Recuperative care, short-term housing and Transitional Rent count together. */
export const sixMonthsTogether: Limit = {
  id: 'sixMonthsTogether',
  duration: { value: 6, unit: 'months' },
  per: 'anyTwelveMonths',
  cite: healthNet('Transitional Rent'),
};

export const upToSixMonths = (cite: Citation): Limit => ({
  id: 'upToSixMonths',
  duration: { value: 6, unit: 'months' },
  cite,
});

/** Money for one person's whole life, with exceptions. */
export const lifetimeAmount = (cite: Citation): Limit => ({
  id: 'lifetimeAmount',
  amount: { value: 7500, currency: 'USD' },
  per: 'lifetime',
  cite,
});

/** "Once in a lifetime" in 2025; whether the State's guide of April 2025 still says so was not read. */
export const mayBeLimitedToOnce = (place: string): Limit => ({
  id: 'mayBeLimitedToOnce',
  times: 1,
  per: 'lifetime',
  cite: volume2(place),
});

/** What was had in another plan counts too. */
export const countsInAnyPlan: Limit = { id: 'countsInAnyPlan', cite: calOptima('GG.1355 (2024-09-01), III.E.3') };
