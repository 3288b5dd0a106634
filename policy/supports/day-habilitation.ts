/** Coaching in daily life: getting about, shopping, getting on with others, work. */
import { all, any, is, not, planDecides } from '../condition.ts';
import { support } from '../rule.ts';
import { calOptima, laCare, volume2 } from './cites.ts';
import { waysToBeAtRisk, waysToBeHomeless } from './homeless-or-at-risk.ts';

const page = laCare('Day Habilitation Programs (node/76591)');

export const dayHabilitation = support({
  id: 'dayHabilitation',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: page },
  concerns: ['housing'],
  when: any(
    ...waysToBeHomeless,
    is('enteredHousingWithin24Months', page),
    // Who lives in an institution is not at risk of it: only who is still outside.
    all(
      any(...waysToBeAtRisk, all(is('atRiskOfNursingHome', page), not(is('livesInNursingFacility', page)))),
      planDecides('improvesHousingStability', volume2('Day Habilitation Programs, eligibility')),
    ),
  ),
  toldIf: [],
  limits: [{ id: 'asLongAsNeeded', cite: calOptima('GG.1355 (2024-09-01), III.I.9') }],
  planAlsoNeeds: [],
});
