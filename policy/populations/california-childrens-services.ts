/**
 * Children and youth in California Children's Services (CCS), or in the plan's CCS Whole Child Model, who need more
 * than care for that illness. It makes no difference in which county: the Whole Child Model is CCS here.
 */
import { all, any, atLeast, is, planDecides } from '../condition.ts';
import { population } from '../rule.ts';
import { isUnder21 } from './ages.ts';
import { guide } from './guide.ts';
import { lacksStableHousing } from './unstable-housing.ts';

const factor = guide('p. 42 (2)');

export const californiaChildrensServices = population({
  id: 'californiaChildrensServices',
  inForce: { from: '2023-07-01', authority: 'stateBenefit', cite: guide('p. 9') },
  concerns: ['illness', 'hospital'],
  when: all(
    isUnder21,
    is('inCcs', guide('p. 42 (1)')),
    any(
      is('lacksTransportation', factor),
      is('lacksFood', factor),
      is('recentPoliceContact', factor),
      is('crisisIntervention', factor),
      atLeast('adverseChildhoodExperiences', 4, factor),
      lacksStableHousing('p. 42 (2)'),
      planDecides('otherSocialFactor', factor),
    ),
  ),
});
