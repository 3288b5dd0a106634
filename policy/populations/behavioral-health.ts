/**
 * Individuals with serious mental health or substance use needs. Nobody need have used county services. A high risk
 * of an institution, overdose or suicide is the plan's to judge and is never asked.
 */
import { all, any, atLeast, is, planDecides, type Condition } from '../condition.ts';
import { population } from '../rule.ts';
import { isAdult, isUnder21 } from './ages.ts';
import { guide } from './guide.ts';
import { homeless } from './homeless.ts';
import { lacksStableHousing } from './unstable-housing.ts';

const meetsAccess: Condition = any(
  is('mentalHealthMakesLifeHard', guide('pp. 127-128')),
  is('substanceUseDisorder', guide('pp. 128-129')),
);

const factor = guide('p. 24 (2)');
const socialFactor: Condition = any(
  is('lacksFood', factor),
  lacksStableHousing('p. 24 (2)'),
  is('cannotWorkOrTakePart', factor),
  is('formerFosterYouth', factor),
  is('recentPoliceContact', factor),
  atLeast('adverseChildhoodExperiences', 4, factor),
  planDecides('otherSocialFactor', factor),
);

const adults = all(
  isAdult,
  meetsAccess,
  socialFactor,
  any(
    planDecides('highRisk', guide('p. 25 (i)')),
    is('crisisCareIsMainCare', guide('p. 25 (ii)')),
    atLeast('behavioralEmergencyVisitsIn12Months', 2, guide('p. 25 (iii)')),
    atLeast('behavioralStaysIn12Months', 2, guide('p. 25 (iii)')),
  ),
);

/**
 * Under 21, homelessness, child welfare or juvenile justice alone opens specialty mental health services, as a high
 * score on a trauma screen does, which is not asked about; and nothing further is required.
 */
const youth = all(
  isUnder21,
  any(
    meetsAccess,
    homeless,
    is('everInChildWelfare', guide('p. 127')),
    is('incarcerationWithin12Months', guide('p. 127')),
    planDecides('highRisk', guide('p. 127')),
  ),
);

export const behavioralHealth = population({
  id: 'behavioralHealth',
  inForce: { from: '2023-07-01', authority: 'stateBenefit', cite: guide('pp. 8-9') },
  concerns: ['mind'],
  when: any(adults, youth),
});
