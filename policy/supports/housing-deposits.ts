/** One-time money to set up a home. By itself it is never "may qualify": it comes with or after navigation. */
import { CommunitySupport } from '../rule.ts';
import { cfpic, healthNet, laCare } from './cites.ts';
import { housingTest } from './housing-test.ts';

export const housingDeposits = CommunitySupport.parse({
  id: 'housingDeposits',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: healthNet('Housing supports') },
  concerns: ['housing'],
  when: housingTest,
  after: 'housingTransitionNavigation',
  limits: [
    { id: 'onceInLifetime', cite: laCare('Housing Deposits') },
    { id: 'noOngoingRent', cite: laCare('Housing Deposits') },
  ],
  planAlsoNeeds: [{ id: 'housingSupportPlan', cite: cfpic('Community Supports Summary, Part 1') }],
} satisfies CommunitySupport);
