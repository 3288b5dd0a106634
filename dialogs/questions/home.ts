/** Where somebody lives, and whether that is about to end. */
import { many, no, one, yes, yesNo, type Question } from './shape.ts';

export const home: readonly Question[] = [
  one(
    'housing',
    { concerns: ['housing'] },
    {
      outside: [
        yes('sleepsWhereNotMeantForSleeping'),
        yes('lacksFixedResidence'),
        no('staysInShelter'),
        no('doubledUp'),
      ],
      shelter: [yes('staysInShelter'), no('sleepsWhereNotMeantForSleeping')],
      // Whether a friend's couch is "fixed, regular and adequate" the next question asks: it is not plain from this one.
      others: [yes('doubledUp'), no('sleepsWhereNotMeantForSleeping'), no('staysInShelter')],
      own: [
        no('lacksFixedResidence'),
        no('sleepsWhereNotMeantForSleeping'),
        no('staysInShelter'),
        no('doubledUp'),
        no('livesInNursingFacility'),
      ],
      // Whether a home waits for them outside, the next question asks: who leaves with nowhere to go says so there.
      facility: [no('sleepsWhereNotMeantForSleeping'), no('staysInShelter'), no('doubledUp')],
    },
  ),
  // Not of a hospital bed: nobody can keep staying there, and a home may wait for them.
  one(
    'steady',
    { concerns: ['housing'], onlyIf: 'doubledUp' },
    { yes: [no('lacksFixedResidence')], no: [yes('lacksFixedResidence')] },
  ),
  many(
    'housingRisk',
    { concerns: ['housing'], sensitive: true },
    {
      losing: [yes('losesHousingWithin30Days')],
      leaving: [yes('leavingInstitutionIntoHomelessness')],
      violence: [yes('fleeingViolence')],
      recent: [yes('enteredHousingWithin24Months')],
    },
  ),
  yesNo('family', { concerns: ['housing'] }, 'familyMemberUnder21'),
  yesNo('housingList', { concerns: ['housing'] }, 'prioritizedForHousing'),
];
