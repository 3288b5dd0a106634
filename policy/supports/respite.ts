/** A short break for the person who cares for somebody at home. Not medical respite, which is recuperative care. */
import { all, any, is, not, planDecides } from '../condition.ts';
import { support } from '../rule.ts';
import { alliance2023, cfpic, kaiser, volume1 } from './cites.ts';

const form = kaiser('Respite Services');

const caredForAtHome = all(
  is('needsHelpWithDailyLiving', form),
  is('dependsOnCaregiver', form),
  is('caregiverNeedsBreak', alliance2023('Respite Services for Caregivers')),
  not(is('livesInNursingFacility', cfpic('Community Supports Summary, Part 3'))),
  planDecides('avoidsNursingHomeStay', form),
);

export const respite = support({
  id: 'respite',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: alliance2023('Respite Services for Caregivers') },
  concerns: ['dailyHelp'],
  when: any(
    caredForAtHome,
    is('inCcs', form),
    all(is('everInChildWelfare', form), is('inFosterCare', form)),
    // The former Pediatric Palliative Care Waiver, the Genetically Handicapped Persons Program, complex care needs.
    planDecides('otherRespiteGroup', form),
  ),
  toldIf: ['caregiverNeedsBreak'],
  limits: [
    {
      id: 'hoursInAYear',
      duration: { value: 336, unit: 'hours' },
      per: 'calendarYear',
      cite: cfpic('Community Supports Summary, Part 3'),
    },
    {
      id: 'notAroundTheClock',
      duration: { value: 24, unit: 'hours' },
      per: 'day',
      cite: volume1('Respite Services, limits'),
    },
    { id: 'notOnline', cite: volume1('Respite Services, limits') },
  ],
  planAlsoNeeds: [],
});
