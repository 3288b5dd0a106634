/** Individuals and families experiencing homelessness. */
import { all, any, atLeast, atMost, is, planDecides } from '../condition.ts';
import { Population } from '../rule.ts';
import { guide } from './guide.ts';
import { homeless } from './homeless.ts';

const adults = all(
  atLeast('age', 21, guide('p. 11')),
  homeless,
  any(is('complexNeedHardToManage', guide('p. 13 (2)')), is('pregnantOrPostpartum', guide('p. 13, footnote 9'))),
);

/** No complex need is asked of a family with anybody under 21 in it, nor of a young person alone. */
const familiesAndYouth = all(
  any(atMost('age', 20, guide('p. 14 b')), is('familyMemberUnder21', guide('p. 14 b'))),
  any(homeless, is('doubledUp', guide('p. 14 b (2)'))),
);

export const homelessness = Population.parse({
  id: 'homelessness',
  inForce: { from: '2026-01-01', authority: 'stateBenefit', cite: guide('p. 12') },
  concerns: ['housing'],
  when: any(adults, familiesAndYouth, planDecides('transitionalRent', guide('p. 13 (3)'))),
} satisfies Population);
