/** One-time money and help to move from a nursing facility, or recuperative care, to a home of one's own. */
import { all, any, atLeast, is, planDecides } from '../condition.ts';
import { support } from '../rule.ts';
import { cfpic, iehp, kaiser, volume1 } from './cites.ts';
import { lifetimeAmount } from './limits.ts';

const form = kaiser('Community or Home Transition Services');

export const homeTransition = support({
  id: 'homeTransition',
  inForce: {
    from: '2022-01-01',
    authority: 'inLieuOfServices',
    cite: iehp('Community Supports, Community Transition/Nursing Facility Transition to a Home'),
  },
  concerns: ['dailyHelp'],
  when: all(
    any(is('livesInNursingFacility', form), planDecides('recuperativeCareCounts', form)),
    atLeast('daysInFacility', 60, form),
    is('wantsHome', form),
    planDecides('nursingFacilityLevelOfCare', form),
    planDecides('safeAtHome', form),
  ),
  toldIf: ['livesInNursingFacility'],
  // Its name until April 2025.
  alsoCalled: [
    {
      name: 'Community Transition Services/Nursing Facility Transition to a Home',
      cite: cfpic('Community Supports Summary, Part 3'),
    },
  ],
  limits: [
    lifetimeAmount(cfpic('Community Supports Summary, Part 3')),
    { id: 'moreIfMadeToMove', cite: volume1('Community or Home Transition Services, limits') },
    { id: 'noMonthlyCosts', cite: volume1('Community or Home Transition Services, limits') },
  ],
  planAlsoNeeds: [],
});
