/** A place to live and go on recovering after a hospital, recuperative care or another facility. */
import { all, is, planDecides } from '../condition.ts';
import { support } from '../rule.ts';
import { cfpic, volume2 } from './cites.ts';
import { homelessOrAtRisk } from './homeless-or-at-risk.ts';
import { mayBeLimitedToOnce, sixMonthsTogether, upToSixMonths } from './limits.ts';

export const shortTermPostHospitalizationHousing = support({
  id: 'shortTermPostHospitalizationHousing',
  // The waiver was not renewed as far as is known: from 2027 on, the rule is told as lapsed until it is looked at again.
  inForce: {
    from: '2022-01-01',
    to: '2026-12-31',
    authority: 'calaim1115',
    cite: volume2('Short-Term Post-Hospitalization Housing, authority'),
  },
  concerns: ['housing'],
  when: all(
    is('leavingFacility', cfpic('Community Supports Summary, Part 1')),
    homelessOrAtRisk,
    planDecides('ongoingNeed', volume2('Short-Term Post-Hospitalization Housing, eligibility')),
  ),
  limits: [
    upToSixMonths(cfpic('Community Supports Summary, Part 1')),
    sixMonthsTogether,
    mayBeLimitedToOnce('Short-Term Post-Hospitalization Housing, limits'),
  ],
  planAlsoNeeds: [],
});
