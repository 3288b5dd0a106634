/**
 * Birth equity: pregnant, or within 12 months after a pregnancy ended, however it ended (p. 50). Whom the State's
 * health data show to be worse off, by race or ethnicity, is never asked: the plan checks it in what it has.
 */
import { all, is, planDecides } from '../condition.ts';
import { population } from '../rule.ts';
import { guide } from './guide.ts';

export const birthEquity = population({
  id: 'birthEquity',
  inForce: { from: '2024-01-01', authority: 'stateBenefit', cite: guide('p. 9') },
  concerns: [],
  when: all(is('pregnantOrPostpartum', guide('p. 50 (1)')), planDecides('birthEquityDisparity', guide('pp. 50-51'))),
});
