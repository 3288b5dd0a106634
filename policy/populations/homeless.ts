/**
 * ECM's own list of homelessness (42 USC 11302 with the State's 30 days). The Community Supports have another list,
 * in `supports/homeless-or-at-risk.ts`: they test mostly the same facts, and change apart.
 */
import { any, is, type Condition } from '../condition.ts';
import { guide } from './guide.ts';

export const homeless: Condition = any(
  is('lacksFixedResidence', guide('p. 12 (i)')),
  is('sleepsWhereNotMeantForSleeping', guide('p. 12 (ii)')),
  is('staysInShelter', guide('p. 12 (iii)')),
  is('leavingInstitutionIntoHomelessness', guide('p. 12 (iv)')),
  is('losesHousingWithin30Days', guide('p. 12 (v)')),
  is('fleeingViolence', guide('p. 12 (vi)')),
);
