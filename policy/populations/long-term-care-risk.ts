/** Adults living in the community and at risk of an institution for long-term care. */
import { all, any, is, not, planDecides } from '../condition.ts';
import { population } from '../rule.ts';
import { isAdult } from './ages.ts';
import { guide } from './guide.ts';
import { lacksStableHousing } from './unstable-housing.ts';

const factor = guide('p. 34 (2)');

export const longTermCareRisk = population({
  id: 'longTermCareRisk',
  inForce: { from: '2023-01-01', authority: 'stateBenefit', cite: guide('p. 9') },
  concerns: ['dailyHelp'],
  when: all(
    isAdult,
    any(is('needsSkilledNursing', guide('p. 34 (1)')), planDecides('nursingFacilityLevelOfCare', guide('p. 34 (1)'))),
    any(
      is('needsHelpWithDailyLiving', factor),
      is('hardToCommunicate', factor),
      is('lacksFood', factor),
      lacksStableHousing('p. 34 (2)'),
      is('livesAlone', factor),
      is('needsHelpDeciding', factor),
      is('caregivingFallsShort', factor),
      planDecides('otherSocialFactor', factor),
    ),
    // "Living in the community", which assisted living is too.
    not(is('livesInNursingFacility', guide('p. 34 (1)'))),
    planDecides('ableToLiveInCommunity', guide('p. 34 (3)')),
    planDecides('notBoundForIntermediateOrSubacuteCare', guide('pp. 34-35')),
  ),
});
