/** Help to keep a home that one has: landlord, rent on time, notices. "Once housing is secured": not in a tent. */
import { all, is, not } from '../condition.ts';
import { support } from '../rule.ts';
import { alliance2023, calOptima, healthNet } from './cites.ts';
import { housingTest } from './housing-test.ts';
import { mayBeLimitedToOnce } from './limits.ts';

const secured = alliance2023('Housing Tenancy and Sustaining Services');

export const housingTenancySustaining = support({
  id: 'housingTenancySustaining',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: healthNet('Housing supports') },
  concerns: ['housing'],
  when: all(housingTest, not(is('sleepsWhereNotMeantForSleeping', secured)), not(is('staysInShelter', secured))),
  toldIf: ['losesHousingWithin30Days'],
  limits: [
    { id: 'asLongAsNeeded', cite: calOptima('GG.1355 (2024-09-01), Housing Tenancy and Sustaining Services') },
    mayBeLimitedToOnce('Housing Tenancy and Sustaining Services, limits'),
    { id: 'noRent', cite: healthNet('Housing supports') },
  ],
  planAlsoNeeds: [{ id: 'housingSupportPlan', cite: healthNet('Housing supports') }],
});
