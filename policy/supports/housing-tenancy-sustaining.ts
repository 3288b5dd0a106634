/**
 * Help to keep a home that one has: landlord, rent on time, notices. "Once housing is secured": not for who has none
 * yet. Of the ways to be homeless or at risk, only those are left in which there still is a home to keep.
 */
import { all, any, is, not } from '../condition.ts';
import { support } from '../rule.ts';
import { alliance2023, calOptima, healthNet } from './cites.ts';
import { fleesViolence, losesHousing } from './homeless-or-at-risk.ts';
import { threeWays } from './housing-test.ts';
import { mayBeLimitedToOnce } from './limits.ts';

const secured = alliance2023('Housing Tenancy and Sustaining Services');
const policy = calOptima('GG.1355 (2024-09-01), III.I.3');

export const housingTenancySustaining = support({
  id: 'housingTenancySustaining',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: healthNet('Housing supports') },
  concerns: ['housing'],
  when: all(
    threeWays(any(losesHousing, fleesViolence)),
    not(
      any(
        is('lacksFixedResidence', secured),
        is('sleepsWhereNotMeantForSleeping', secured),
        is('staysInShelter', secured),
        is('doubledUp', secured),
      ),
    ),
  ),
  toldIf: ['losesHousingWithin30Days'],
  limits: [
    { id: 'asLongAsNeeded', cite: policy },
    mayBeLimitedToOnce('Housing Tenancy and Sustaining Services, limits'),
  ],
  planAlsoNeeds: [{ id: 'housingSupportPlan', cite: policy }],
});
