/** A place to live and go on recovering after a hospital, recuperative care or another facility. */
import { all, is, planDecides } from '../condition.ts';
import { CommunitySupport } from '../rule.ts';
import { cfpic, healthNet, volume2 } from './cites.ts';
import { homelessOrAtRisk } from './homeless-or-at-risk.ts';

export const shortTermPostHospitalizationHousing = CommunitySupport.parse({
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
    { id: 'upToSixMonths', cite: cfpic('Community Supports Summary, Part 1') },
    { id: 'sixMonthsTogether', cite: healthNet('Transitional Rent') },
  ],
  planAlsoNeeds: [],
} satisfies CommunitySupport);
