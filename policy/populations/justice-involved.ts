/**
 * Individuals transitioning from incarceration. How long they were held does not matter (p. 33), nor whether they had
 * services before they were released (p. 31). Under 21, and up to 26 for those who were in foster care, no condition
 * is asked for.
 */
import { all, any, is, type Condition } from '../condition.ts';
import { population } from '../rule.ts';
import { isAdult, isUnder21, isUpTo26 } from './ages.ts';
import { guide } from './guide.ts';

const released = is('incarcerationWithin12Months', guide('p. 32 a (1) and b'));

const condition: Condition = any(
  is('mentalHealthCare', guide('p. 32 a (2) (i) and p. 130')),
  is('substanceUseDisorder', guide('p. 32 a (2) (ii) and p. 131')),
  // The list of the third has HIV/AIDS, the sixth, in it, and is far longer than "a long illness": so each counts.
  is('significantCondition', guide('p. 32 a (2) (iii) and (vi), pp. 131-134')),
  is('seriousChronicCondition', guide('p. 32 a (2) (iii) and pp. 131-133')),
  is('asthma', guide('p. 32 a (2) (iii) and p. 133')),
  is('developmentalDisability', guide('p. 32 a (2) (iv) and p. 133')),
  is('brainInjury', guide('p. 32 a (2) (v) and p. 133')),
  is('pregnantOrPostpartum', guide('p. 32 a (2) (vii) and p. 134')),
  is('mentalHealthMakesLifeHard', guide('p. 32 a (2) (i) and p. 130')),
);

/** "Between 18 and 26": under 21 they belong to the young ones anyway. */
const youth = any(isUnder21, all(is('formerFosterYouth', guide('p. 32 b')), isUpTo26('p. 32 b')));

export const justiceInvolved = population({
  id: 'justiceInvolved',
  inForce: { from: '2024-01-01', authority: 'stateBenefit', cite: guide('p. 9') },
  concerns: [],
  when: all(released, any(youth, all(isAdult, condition))),
});
