/** The questions that every screen opens with, and the one that some end with. */
import { count, many, one, type Question } from './shape.ts';

export const start: readonly Question[] = [
  one(
    'ecm',
    { concerns: [] },
    {
      has: [{ fact: 'ecm', value: 'has' }],
      hadWithFormerPlan: [{ fact: 'ecm', value: 'hadWithFormerPlan' }],
      none: [{ fact: 'ecm', value: 'none' }],
    },
  ),
  // What is looked into, never what is true: no choice says anything of the member.
  many('concerns', { concerns: [] }, { housing: [], hospital: [], illness: [], mind: [], dailyHelp: [] }, []),
  count('age', { concerns: [] }, 'age'),
  { id: 'county', concerns: [], sensitive: false, options: [], kind: 'county' },
];
