/** Help to find a home, apply for it and move in. */
import { support } from '../rule.ts';
import { calOptima, healthNet, santaClara, volume2 } from './cites.ts';
import { housingTest } from './housing-test.ts';

export const housingTransitionNavigation = support({
  id: 'housingTransitionNavigation',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: healthNet('Housing supports') },
  concerns: ['housing'],
  when: housingTest,
  limits: [
    { id: 'asLongAsNeeded', cite: calOptima('GG.1355 (2024-09-01), III.I.1') },
    { id: 'noRent', cite: volume2('Housing Transition Navigation Services, limits') },
  ],
  planAlsoNeeds: [{ id: 'housingSupportPlan', cite: santaClara('Housing Transition Navigation Services') }],
});
