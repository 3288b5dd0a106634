/**
 * Individuals at risk for avoidable hospital or emergency department use. Hospital and short nursing home stays are
 * added together; a visit that ended in a stay counts once, as a stay (p. 21): the questions ask for them so, stays
 * first. The guide counts backwards from the latest month (p. 21).
 */
import { all, any, atLeast, planDecides } from '../condition.ts';
import { population } from '../rule.ts';
import { isAdult, isUnder21 } from './ages.ts';
import { guide } from './guide.ts';

const adults = all(
  isAdult,
  any(
    atLeast('unplannedStaysIn6Months', 3, guide('p. 19 a (2)')),
    atLeast('emergencyVisitsIn6Months', 5, guide('p. 19 a (1)')),
    planDecides('planDiscretion', guide('p. 19')),
  ),
  planDecides('avoidable', guide('p. 19 a')),
);

const youth = all(
  isUnder21,
  any(
    atLeast('unplannedStaysIn12Months', 2, guide('p. 20 b (2)')),
    atLeast('emergencyVisitsIn12Months', 3, guide('p. 20 b (1)')),
    planDecides('planDiscretion', guide('p. 20')),
  ),
  planDecides('avoidable', guide('p. 20 b')),
);

export const avoidableUse = population({
  id: 'avoidableUse',
  inForce: { from: '2023-07-01', authority: 'stateBenefit', cite: guide('pp. 8-9') },
  concerns: ['hospital', 'illness'],
  when: any(adults, youth),
});
