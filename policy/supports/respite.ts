/** A short break for the person who cares for somebody at home. Not medical respite, which is recuperative care. */
import { all, any, is, not, planDecides } from '../condition.ts';
import { support } from '../rule.ts';
import { alliance2023, cfpic, iehp, kaiser, volume1 } from './cites.ts';

const form = kaiser('Respite Services');
/** A break is for nothing else, in whichever group. */
const avoidsPlacement = planDecides('avoidsNursingHomeStay', form);

const caredForAtHome = all(
  is('needsHelpWithDailyLiving', form),
  is('dependsOnCaregiver', form),
  is('caregiverNeedsBreak', alliance2023('Respite Services for Caregivers')),
  not(is('livesInNursingFacility', cfpic('Community Supports Summary, Part 3'))),
  avoidsPlacement,
);

/** One of these is enough, all else aside. */
const otherGroups = all(
  any(
    is('inCcs', form),
    all(is('everInChildWelfare', form), is('inFosterCare', form)),
    // The former Pediatric Palliative Care Waiver, the Genetically Handicapped Persons Program, complex care needs.
    planDecides('otherRespiteGroup', form),
  ),
  avoidsPlacement,
);

export const respite = support({
  id: 'respite',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: alliance2023('Respite Services for Caregivers') },
  concerns: ['dailyHelp'],
  when: any(caredForAtHome, otherGroups),
  toldIf: ['caregiverNeedsBreak'],
  alsoCalled: [{ name: 'Caregiver Respite Services', cite: iehp('CalAIM 101, Community Supports') }],
  limits: [
    {
      id: 'hoursInAYear',
      duration: { value: 336, unit: 'hours' },
      per: 'calendarYear',
      // CalAIM 301 and CalOptima have the 336 hours "a year"; the form says which year, and the exceptions.
      cite: form,
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
