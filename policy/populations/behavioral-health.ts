/**
 * Individuals with serious mental health or substance use needs. Nobody need have used county services. A high risk
 * of an institution, overdose or suicide is the plan's to judge and is never asked.
 */
import { all, any, atLeast, atMost, is, planDecides, type Condition } from '../condition.ts';
import { Population } from '../rule.ts';
import { guide } from './guide.ts';
import { homeless } from './homeless.ts';

const meetsAccess: Condition = any(
  is('mentalHealthMakesLifeHard', guide('pp. 127-128')),
  is('substanceUseDisorder', guide('pp. 128-129')),
);

const socialFactor: Condition = any(
  is('lacksFood', guide('p. 24 (2)')),
  homelessnessAsFactor(),
  is('cannotWorkOrTakePart', guide('p. 24 (2)')),
  is('formerFosterYouth', guide('p. 24 (2)')),
  is('recentPoliceContact', guide('p. 24 (2)')),
  planDecides('otherSocialFactor', guide('p. 24 (2)')),
);

/** "Lack of access to stable housing". */
function homelessnessAsFactor(): Condition {
  return any(homeless, is('doubledUp', guide('p. 24 (2)')));
}

const adults = all(
  atLeast('age', 21, guide('p. 11')),
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
 * Under 21, homelessness or the child welfare system alone opens specialty mental health services, as a trauma screen
 * or juvenile justice does, which are not asked about; and nothing further is required.
 */
const youth = all(
  atMost('age', 20, guide('p. 11')),
  any(meetsAccess, homeless, is('formerFosterYouth', guide('p. 127')), planDecides('highRisk', guide('p. 127'))),
);

export const behavioralHealth = Population.parse({
  id: 'behavioralHealth',
  inForce: { from: '2023-07-01', authority: 'stateBenefit', cite: guide('pp. 8-9') },
  concerns: ['mind'],
  when: any(adults, youth),
} satisfies Population);
