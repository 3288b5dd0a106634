/** Help to find a home, apply for it and move in. */
import { CommunitySupport } from '../rule.ts';
import { calOptima, healthNet, iehp } from './cites.ts';
import { housingTest } from './housing-test.ts';

export const housingTransitionNavigation = CommunitySupport.parse({
  id: 'housingTransitionNavigation',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: healthNet('Housing supports') },
  concerns: ['housing'],
  when: housingTest,
  limits: [
    { id: 'asLongAsNeeded', cite: calOptima('GG.1355 III.I.1') },
    { id: 'noRent', cite: iehp('Community Supports, Housing Transition Navigation Services') },
  ],
  planAlsoNeeds: [],
} satisfies CommunitySupport);
