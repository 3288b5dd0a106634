/**
 * Supplies and changes to a home that take away what sets off asthma. One sign of poor control is enough. A provider's
 * word and the look at the home (from 2026 a benefit of its own) are what the plan will need, not a test.
 */
import { all, any, atLeast, atMost, is } from '../condition.ts';
import { support } from '../rule.ts';
import { cfpic, iehp, kaiser, sanMateo, volume1 } from './cites.ts';
import { lifetimeAmount } from './limits.ts';

const page = iehp('Community Supports, Asthma Remediation');

export const asthmaRemediation = support({
  id: 'asthmaRemediation',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: page },
  concerns: ['illness'],
  when: all(
    is('asthma', page),
    any(
      atLeast('asthmaEmergencyVisitsIn12Months', 1, page),
      atLeast('asthmaStaysIn12Months', 1, page),
      atLeast('asthmaSickVisitsIn12Months', 2, page),
      atMost('asthmaControlScore', 19, page),
    ),
  ),
  toldIf: ['asthma'],
  limits: [
    lifetimeAmount(cfpic('Community Supports Summary, Part 2')),
    { id: 'moreAfterChange', cite: volume1('Asthma Remediation, limits') },
  ],
  planAlsoNeeds: [
    { id: 'asthmaProviderNote', cite: kaiser('Asthma Remediation') },
    { id: 'asthmaHomeVisit', cite: sanMateo('Community Supports: Asthma Remediation') },
    { id: 'ownerConsent', cite: kaiser('Asthma Remediation') },
    { id: 'equipmentFirst', cite: kaiser('Asthma Remediation') },
  ],
});
