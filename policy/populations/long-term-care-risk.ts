/** Adults living in the community and at risk of an institution for long-term care. */
import { all, any, atLeast, is, planDecides } from '../condition.ts';
import { Population } from '../rule.ts';
import { guide } from './guide.ts';
import { homeless } from './homeless.ts';

const factor = guide('p. 34 (2)');

export const longTermCareRisk = Population.parse({
  id: 'longTermCareRisk',
  inForce: { from: '2023-01-01', authority: 'stateBenefit', cite: guide('p. 9') },
  concerns: ['dailyHelp'],
  when: all(
    atLeast('age', 21, guide('p. 11')),
    any(is('needsSkilledNursing', guide('p. 34 (1)')), planDecides('nursingFacilityLevelOfCare', guide('p. 34 (1)'))),
    any(
      is('needsHelpWithDailyLiving', factor),
      is('hardToCommunicate', factor),
      is('lacksFood', factor),
      any(homeless, is('doubledUp', factor)),
      is('livesAlone', factor),
      is('needsHelpDeciding', factor),
      is('caregivingFallsShort', factor),
      planDecides('otherSocialFactor', factor),
    ),
    planDecides('ableToLiveInCommunity', guide('p. 34 (3)')),
    planDecides('notBoundForIntermediateOrSubacuteCare', guide('pp. 34-35')),
  ),
} satisfies Population);
