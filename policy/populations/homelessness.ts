/** Individuals and families experiencing homelessness. */
import { all, any, is, planDecides } from '../condition.ts';
import { population } from '../rule.ts';
import { isAdult, isUnder21 } from './ages.ts';
import { guide } from './guide.ts';
import { homeless } from './homeless.ts';

const adults = all(
  isAdult,
  homeless,
  any(is('complexNeedHardToManage', guide('p. 13 (2)')), is('pregnantOrPostpartum', guide('p. 13, footnote 9'))),
);

/**
 * No complex need is asked of a family with anybody under 21 in it, nor of a young person alone. Who is left in a
 * hospital with nowhere safe to go counts as leaving an institution into homelessness.
 */
const familiesAndYouth = all(
  any(isUnder21, is('familyMemberUnder21', guide('p. 14 b'))),
  any(homeless, is('doubledUp', guide('p. 14 b (2)'))),
);

export const homelessness = population({
  id: 'homelessness',
  inForce: { from: '2026-01-01', authority: 'stateBenefit', cite: guide('p. 12') },
  concerns: ['housing'],
  when: any(adults, familiesAndYouth, planDecides('transitionalRent', guide('p. 13 (3) and p. 14 b (3)'))),
});
