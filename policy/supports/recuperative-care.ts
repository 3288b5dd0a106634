/** Recuperative care (medical respite): a short stay with medical oversight for those with no safe place to heal. */
import { all, any, is } from '../condition.ts';
import { CommunitySupport } from '../rule.ts';
import { cfpic, healthNet, laCare, volume2 } from './cites.ts';

const unstable = laCare('Recuperative Care (node/57556): homeless or unstable housing');

export const recuperativeCare = CommunitySupport.parse({
  id: 'recuperativeCare',
  inForce: {
    from: '2022-01-01',
    to: '2026-12-31',
    authority: 'calaim1115',
    cite: volume2('Recuperative Care, authority'),
  },
  concerns: ['housing'],
  when: all(
    is('needsPlaceToHeal', laCare('Recuperative Care (node/57556): medical stability')),
    any(
      is('lacksFixedResidence', unstable),
      is('sleepsWhereNotMeantForSleeping', unstable),
      is('staysInShelter', unstable),
      is('leavingInstitutionIntoHomelessness', unstable),
      is('losesHousingWithin30Days', unstable),
      is('doubledUp', unstable),
      is('fleeingViolence', volume2('Definition of homeless')),
    ),
  ),
  limits: [
    { id: 'upToNinetyDays', cite: cfpic('Community Supports Summary, Part 1') },
    { id: 'sixMonthsTogether', cite: healthNet('Transitional Rent') },
  ],
  planAlsoNeeds: [],
} satisfies CommunitySupport);
