/** Help to move to, or stay in, assisted living instead of a nursing home; the member pays for room and board. */
import { all, any, atLeast, is, not, planDecides, type Condition } from '../condition.ts';
import { support } from '../rule.ts';
import { cfpic, iehp, kaiser, volume1 } from './cites.ts';

const form = kaiser('Assisted Living Facility Transitions');

const fromNursingFacility: Condition = all(is('livesInNursingFacility', form), atLeast('daysInFacility', 60, form));

/** At home, in public housing, or in assisted living or board-and-care already. */
const fromTheCommunity: Condition = all(
  not(is('livesInNursingFacility', form)),
  not(is('sleepsWhereNotMeantForSleeping', form)),
  any(is('atRiskOfNursingHome', form), planDecides('nursingFacilityLevelOfCare', form)),
);

export const assistedLivingTransitions = support({
  id: 'assistedLivingTransitions',
  inForce: {
    from: '2022-01-01',
    authority: 'inLieuOfServices',
    cite: iehp('Community Supports, Nursing Facility to Assisted Living Facilities'),
  },
  concerns: ['dailyHelp'],
  when: all(
    // "Adults in practice": a child is never asked, and never told "no match" for it.
    atLeast('age', 18, volume1('Assisted Living Facility Transitions, eligibility')),
    any(fromTheCommunity, fromNursingFacility),
    is('wantsAssistedLiving', form),
    planDecides('safeInAssistedLiving', form),
  ),
  toldIf: ['livesInNursingFacility', 'wantsAssistedLiving'],
  // Its name until April 2025.
  alsoCalled: [
    {
      name: 'Nursing Facility Transition/Diversion to Assisted Living Facilities',
      cite: cfpic('Community Supports Summary, Part 3'),
    },
  ],
  limits: [
    { id: 'memberPaysRoomAndBoard', cite: form },
    { id: 'moveBeforeStay', cite: form },
  ],
  planAlsoNeeds: [{ id: 'inPersonAssessment', cite: form }],
});
