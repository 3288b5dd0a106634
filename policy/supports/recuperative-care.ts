/** Recuperative care (medical respite): a short stay with medical oversight for those with no safe place to heal. */
import { all, any, is, planDecides } from '../condition.ts';
import { support } from '../rule.ts';
import { calOptima, laCare, volume2 } from './cites.ts';
import { sixMonthsTogether } from './limits.ts';

const unstable = laCare('Recuperative Care (node/57556): homeless or unstable housing');

export const recuperativeCare = support({
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
    planDecides('shortTermHelpOnly', laCare('Recuperative Care (node/57556)')),
  ),
  limits: [
    {
      id: 'upToNinetyDays',
      duration: { value: 90, unit: 'days' },
      cite: calOptima('GG.1355 (2024-09-01), III.I.4'),
    },
    sixMonthsTogether,
  ],
  planAlsoNeeds: [],
});
