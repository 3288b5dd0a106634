/**
 * A safe place to get sober, instead of the emergency room or jail. It is used at once, without a form, and settled
 * with the plan afterwards: it is explained, and nobody's answers are ever said to fit.
 */
import { all, atLeast, planDecides } from '../condition.ts';
import { support } from '../rule.ts';
import { alliance2023, closedLoop, iehp } from './cites.ts';

export const soberingCenters = support({
  id: 'soberingCenters',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: alliance2023('Sobering Centers') },
  concerns: ['mind'],
  when: all(
    atLeast('age', 18, iehp('Community Supports, Sobering Centers')),
    planDecides('soberingNow', iehp('Community Supports, Sobering Centers')),
  ),
  explainOnly: true,
  toldIf: ['substanceUseDisorder'],
  limits: [
    {
      id: 'underOneDay',
      duration: { value: 24, unit: 'hours' },
      cite: iehp('Community Supports, Sobering Centers'),
    },
    { id: 'noFormNeeded', cite: closedLoop('Sobering Centers') },
  ],
  planAlsoNeeds: [],
});
