/** One-time money to set up a home. By itself it is never "may qualify": it comes with or after navigation. */
import { support } from '../rule.ts';
import { healthNet, laCare, santaClara } from './cites.ts';
import { housingTest } from './housing-test.ts';
import { countsInAnyPlan } from './limits.ts';

export const housingDeposits = support({
  id: 'housingDeposits',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: healthNet('Housing supports') },
  concerns: ['housing'],
  when: housingTest,
  after: 'housingTransitionNavigation',
  together: ['housingTransitionNavigation'],
  limits: [
    // Once more only, with a record of what has changed.
    { id: 'onceInLifetime', times: 1, per: 'lifetime', cite: laCare('Housing Deposits') },
    { id: 'noOngoingRent', cite: laCare('Housing Deposits') },
    { id: 'onlyForAMove', cite: laCare('Housing Deposits') },
    countsInAnyPlan,
  ],
  planAlsoNeeds: [
    // By any entity, or from navigation, or from ECM: each is enough since 2023.
    { id: 'housingSupportPlan', cite: santaClara('Housing Deposits') },
    { id: 'unableToPay', cite: santaClara('Housing Deposits') },
  ],
});
