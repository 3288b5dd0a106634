/** Coaching in daily life: getting about, shopping, getting on with others, work. */
import { any, is, planDecides } from '../condition.ts';
import { support } from '../rule.ts';
import { calOptima, laCare, volume2 } from './cites.ts';
import { homelessOrAtRisk } from './homeless-or-at-risk.ts';

const page = laCare('Day Habilitation Programs (node/76591)');

export const dayHabilitation = support({
  id: 'dayHabilitation',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: page },
  concerns: ['housing'],
  when: any(
    homelessOrAtRisk,
    is('enteredHousingWithin24Months', page),
    is('atRiskOfNursingHome', page),
    planDecides('improvesHousingStability', volume2('Day Habilitation Programs, eligibility')),
  ),
  toldIf: [],
  limits: [{ id: 'asLongAsNeeded', cite: calOptima('GG.1355 (2024-09-01), Day Habilitation Programs') }],
  planAlsoNeeds: [],
});
