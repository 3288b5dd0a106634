/** The nine populations of focus, line by line of policy.md 1.4. */
import { housed, table, type Table } from './table.ts';

const hard = { complexNeedHardToManage: true };
const fine = { complexNeedHardToManage: false, pregnantOrPostpartum: false };
const noFactor = {
  lacksFood: false,
  cannotWorkOrTakePart: false,
  formerFosterYouth: false,
  recentPoliceContact: false,
  adverseChildhoodExperiences: 3,
  ...housed,
};
const noCrisis = { crisisCareIsMainCare: false, behavioralEmergencyVisitsIn12Months: 1, behavioralStaysIn12Months: 1 };
const need = { mentalHealthMakesLifeHard: true };
const noNeed = { mentalHealthMakesLifeHard: false, substanceUseDisorder: false };
const crisis = { crisisCareIsMainCare: true };

const homelessness: readonly Table[] = [
  table('homelessness', '1.4 POF 1 (a), line 63, ADULT_1 and (i) to (vi), lines 66-71', [
    ['an adult of 21 in a shelter (iii), with a hard need', { age: 21, staysInShelter: true, ...hard }, 'met'],
    ['an adult without a fixed place (i)', { age: 40, ...housed, lacksFixedResidence: true, ...hard }, 'met'],
    ['an adult in a car (ii)', { age: 40, ...housed, sleepsWhereNotMeantForSleeping: true, ...hard }, 'met'],
    [
      'an adult leaving a hospital for the street (iv)',
      { age: 40, ...housed, leavingInstitutionIntoHomelessness: true, ...hard },
      'met',
    ],
    [
      'an adult who loses the home in 30 days (v)',
      { age: 40, ...housed, losesHousingWithin30Days: true, ...hard },
      'met',
    ],
    ['an adult fleeing violence (vi)', { age: 40, ...housed, fleeingViolence: true, ...hard }, 'met'],
    [
      'a pregnant adult in a shelter (fn9, line 72)',
      { age: 30, staysInShelter: true, complexNeedHardToManage: false, pregnantOrPostpartum: true },
      'met',
    ],
    [
      'an adult in a shelter who manages well, no family',
      { age: 21, staysInShelter: true, ...fine, familyMemberUnder21: false },
      'unmet',
    ],
    [
      'an adult in a shelter, not sure of a need',
      { age: 21, staysInShelter: true, complexNeedHardToManage: 'notSure', familyMemberUnder21: false },
      'unknown',
    ],
    ['an adult with a hard need and a home', { age: 40, ...housed, ...hard }, 'unmet'],
    [
      'an adult who stays with friends, no family',
      { age: 40, ...housed, doubledUp: true, ...hard, familyMemberUnder21: false },
      'unmet',
    ],
    ['somebody in a shelter with a hard need, age never asked', { staysInShelter: true, ...hard }, 'met'],
  ]),
  table('homelessness', '1.4 POF 1 (b), lines 76-79, CHILD_FAMILY_1', [
    ['somebody of 20 in a shelter, no need asked', { age: 20, staysInShelter: true, ...fine }, 'met'],
    ['somebody of 21 in a shelter, no need asked', { age: 21, staysInShelter: true }, 'unknown'],
    ['a youth on a friend’s couch', { age: 17, ...housed, doubledUp: true }, 'met'],
    [
      'a parent in a motel with a child',
      { age: 34, ...housed, doubledUp: true, familyMemberUnder21: true, ...fine },
      'met',
    ],
    [
      'a parent in a shelter with a child, managing well',
      { age: 34, staysInShelter: true, familyMemberUnder21: true, ...fine },
      'met',
    ],
    ['a youth with a home', { age: 17, ...housed }, 'unmet'],
  ]),
];

const avoidableUse: readonly Table[] = [
  table('avoidableUse', '1.4 POF 2, line 84, ADULT_2: 5 in six months, or 3 stays; 6 #8 and #9', [
    ['an adult with 5 emergency visits', { age: 21, emergencyVisitsIn6Months: 5, unplannedStaysIn6Months: 0 }, 'met'],
    [
      'an adult with 4 emergency visits and 2 stays',
      { age: 21, emergencyVisitsIn6Months: 4, unplannedStaysIn6Months: 2 },
      'unmet',
    ],
    ['an adult with 3 stays', { age: 21, emergencyVisitsIn6Months: 0, unplannedStaysIn6Months: 3 }, 'met'],
    ['an adult with 4 visits, stays not known', { age: 21, emergencyVisitsIn6Months: 4 }, 'unknown'],
    [
      'an adult with 5 visits in twelve months, of which 4 in six',
      { age: 40, emergencyVisitsIn12Months: 5, emergencyVisitsIn6Months: 4, unplannedStaysIn6Months: 0 },
      'unmet',
    ],
    [
      'an adult with a child’s 3 visits and 2 stays in twelve months',
      {
        age: 21,
        emergencyVisitsIn6Months: 3,
        emergencyVisitsIn12Months: 3,
        unplannedStaysIn6Months: 2,
        unplannedStaysIn12Months: 2,
      },
      'unmet',
    ],
    ['somebody with 3 stays, age never asked', { unplannedStaysIn6Months: 3 }, 'met'],
  ]),
  table('avoidableUse', '1.4 POF 2, line 85, CHILD_2: 3 in twelve months, or 2 stays', [
    ['a child with 3 emergency visits', { age: 20, emergencyVisitsIn12Months: 3, unplannedStaysIn12Months: 0 }, 'met'],
    [
      'a child with 2 emergency visits and 1 stay',
      { age: 20, emergencyVisitsIn12Months: 2, unplannedStaysIn12Months: 1 },
      'unmet',
    ],
    ['a child with 2 stays', { age: 9, emergencyVisitsIn12Months: 0, unplannedStaysIn12Months: 2 }, 'met'],
    ['a child with 2 stays in six months, the year not asked', { age: 9, unplannedStaysIn6Months: 2 }, 'met'],
  ]),
];

const behavioralHealth: readonly Table[] = [
  table('behavioralHealth', '1.4 POF 3, lines 96-101, ADULT_3; factors, line 105; SMHS and DMC access, lines 107-108', [
    ['an adult with need, factor and crisis care', { age: 21, ...need, lacksFood: true, ...crisis }, 'met'],
    [
      'an adult with need, factor and 2 emergency visits for it',
      {
        age: 21,
        ...noNeed,
        substanceUseDisorder: true,
        lacksFood: true,
        ...noCrisis,
        behavioralEmergencyVisitsIn12Months: 2,
      },
      'met',
    ],
    [
      'an adult with need, factor and 2 stays for it',
      { age: 21, ...need, lacksFood: true, ...noCrisis, behavioralStaysIn12Months: 2 },
      'met',
    ],
    ['an adult with 1 visit and 1 stay', { age: 21, ...need, lacksFood: true, ...noCrisis }, 'unmet'],
    ['an adult with no steady home', { age: 33, ...need, ...noFactor, staysInShelter: true, ...crisis }, 'met'],
    ['an adult on a couch', { age: 33, ...need, ...noFactor, doubledUp: true, ...crisis }, 'met'],
    ['an adult without a fixed place', { age: 33, ...need, ...noFactor, lacksFixedResidence: true, ...crisis }, 'met'],
    ['an adult outside', { age: 33, ...need, ...noFactor, sleepsWhereNotMeantForSleeping: true, ...crisis }, 'met'],
    [
      'an adult leaving a hospital for the street',
      { age: 33, ...need, ...noFactor, leavingInstitutionIntoHomelessness: true, ...crisis },
      'met',
    ],
    [
      'an adult who loses the home',
      { age: 33, ...need, ...noFactor, losesHousingWithin30Days: true, ...crisis },
      'met',
    ],
    ['an adult fleeing violence', { age: 33, ...need, ...noFactor, fleeingViolence: true, ...crisis }, 'met'],
    ['an adult who cannot work', { age: 33, ...need, ...noFactor, cannotWorkOrTakePart: true, ...crisis }, 'met'],
    ['an adult who was in foster care', { age: 33, ...need, ...noFactor, formerFosterYouth: true, ...crisis }, 'met'],
    [
      'an adult with police contact over it',
      { age: 33, ...need, ...noFactor, recentPoliceContact: true, ...crisis },
      'met',
    ],
    ['an adult with 4 ACEs', { age: 33, ...need, ...noFactor, adverseChildhoodExperiences: 4, ...crisis }, 'met'],
    ['an adult with 3 ACEs and no other factor', { age: 33, ...need, ...noFactor, ...crisis }, 'unmet'],
    ['an adult with neither need', { age: 21, ...noNeed, lacksFood: true, ...crisis }, 'unmet'],
    [
      'an adult once in child welfare and now out of jail, without a need',
      {
        age: 21,
        ...noNeed,
        everInChildWelfare: true,
        incarcerationWithin12Months: true,
        ...crisis,
        staysInShelter: true,
      },
      'unmet',
    ],
  ]),
  table('behavioralHealth', '1.4 POF 3, line 102, CHILD_3: nothing further; under 21, line 107', [
    ['somebody of 20 with a need', { age: 20, ...need, ...noFactor, ...noCrisis }, 'met'],
    ['somebody of 21 with a need', { age: 21, ...need }, 'unknown'],
    ['a youth who uses', { age: 16, ...housed, mentalHealthMakesLifeHard: false, substanceUseDisorder: true }, 'met'],
    ['a youth without a home', { age: 16, ...noNeed, staysInShelter: true }, 'met'],
    ['a youth who was in foster care', { age: 19, ...noNeed, ...housed, formerFosterYouth: true }, 'met'],
    ['a youth in child welfare', { age: 9, ...noNeed, ...housed, everInChildWelfare: true }, 'met'],
    ['a youth out of lock-up', { age: 17, ...noNeed, ...housed, incarcerationWithin12Months: true }, 'met'],
    [
      'a youth with a home and no need, never in child welfare or lock-up',
      { age: 16, ...noNeed, ...housed, everInChildWelfare: false, incarcerationWithin12Months: false },
      'unmet',
    ],
  ]),
];

const noCondition = {
  mentalHealthCare: false,
  mentalHealthMakesLifeHard: false,
  substanceUseDisorder: false,
  significantCondition: false,
  seriousChronicCondition: false,
  asthma: false,
  developmentalDisability: false,
  brainInjury: false,
  pregnantOrPostpartum: false,
};
const released = { incarcerationWithin12Months: true };
const justiceInvolved: readonly Table[] = [
  table('justiceInvolved', '1.4 POF 4, lines 112-113, ADULT_4; definitions, lines 118-119', [
    ['an adult of 21 with mental health care', { age: 21, ...released, ...noCondition, mentalHealthCare: true }, 'met'],
    [
      'an adult whose mind makes life hard',
      { age: 40, ...released, ...noCondition, mentalHealthMakesLifeHard: true },
      'met',
    ],
    ['an adult who uses', { age: 40, ...released, ...noCondition, substanceUseDisorder: true }, 'met'],
    ['an adult with a long illness', { age: 40, ...released, ...noCondition, seriousChronicCondition: true }, 'met'],
    [
      'an adult with HIV, or three medicines, and no illness of the short list',
      { age: 40, ...released, ...noCondition, significantCondition: true },
      'met',
    ],
    ['an adult with asthma (line 119)', { age: 40, ...released, ...noCondition, asthma: true }, 'met'],
    ['an adult with autism', { age: 40, ...released, ...noCondition, developmentalDisability: true }, 'met'],
    ['an adult with a brain injury', { age: 40, ...released, ...noCondition, brainInjury: true }, 'met'],
    ['a pregnant adult', { age: 30, ...released, ...noCondition, pregnantOrPostpartum: true }, 'met'],
    ['an adult of 21 with none of these', { age: 21, ...released, ...noCondition, formerFosterYouth: false }, 'unmet'],
    ['an adult, health not asked', { age: 40, ...released }, 'unknown'],
    [
      'an adult with a long illness, never held',
      { age: 40, incarcerationWithin12Months: false, seriousChronicCondition: true },
      'unmet',
    ],
  ]),
  table('justiceInvolved', '1.4 POF 4, lines 114-115, CHILD_4: nothing further; 6 #12', [
    ['somebody of 20, in good health', { age: 20, ...released, ...noCondition }, 'met'],
    ['somebody of 20 who was never held', { age: 20, incarcerationWithin12Months: false }, 'unmet'],
    ['a former foster youth of 25', { age: 25, ...released, ...noCondition, formerFosterYouth: true }, 'met'],
    [
      'somebody of 25 who aged out, and ticked no foster care among the hard things',
      { age: 25, ...released, ...noCondition, agedOutOfFosterCare: true, formerFosterYouth: false },
      'met',
    ],
    [
      'a former foster youth of exactly 26: told, and for the plan',
      { age: 26, ...released, ...noCondition, formerFosterYouth: true },
      'met',
    ],
    ['a former foster youth of 27', { age: 27, ...released, ...noCondition, formerFosterYouth: true }, 'unmet'],
    [
      'somebody of 25 who never was in foster care',
      { age: 25, ...released, ...noCondition, formerFosterYouth: false },
      'unmet',
    ],
  ]),
];

const skilled = { age: 80, needsSkilledNursing: true, livesInNursingFacility: false };
const alone = {
  needsHelpWithDailyLiving: false,
  hardToCommunicate: false,
  lacksFood: false,
  livesAlone: false,
  needsHelpDeciding: false,
  caregivingFallsShort: false,
  ...housed,
};
const longTermCareRisk: readonly Table[] = [
  table('longTermCareRisk', '1.4 POF 5, lines 123-126, ADULT_5; factors, line 128', [
    ['an adult of 21 with help for bathing', { ...skilled, age: 21, ...alone, needsHelpWithDailyLiving: true }, 'met'],
    ['an adult who cannot make herself understood', { ...skilled, ...alone, hardToCommunicate: true }, 'met'],
    ['an adult short of food', { ...skilled, ...alone, lacksFood: true }, 'met'],
    ['an adult who lives alone', { ...skilled, ...alone, livesAlone: true }, 'met'],
    ['an adult who needs help to decide', { ...skilled, ...alone, needsHelpDeciding: true }, 'met'],
    ['an adult whose caregiver cannot do enough', { ...skilled, ...alone, caregivingFallsShort: true }, 'met'],
    ['an adult on a couch', { ...skilled, ...alone, doubledUp: true }, 'met'],
    ['an adult without a fixed place', { ...skilled, ...alone, lacksFixedResidence: true }, 'met'],
    ['an adult outside', { ...skilled, ...alone, sleepsWhereNotMeantForSleeping: true }, 'met'],
    ['an adult in a shelter', { ...skilled, ...alone, staysInShelter: true }, 'met'],
    [
      'an adult leaving a hospital for the street',
      { ...skilled, ...alone, leavingInstitutionIntoHomelessness: true },
      'met',
    ],
    ['an adult who loses the home', { ...skilled, ...alone, losesHousingWithin30Days: true }, 'met'],
    ['an adult fleeing violence', { ...skilled, ...alone, fleeingViolence: true }, 'met'],
    ['an adult with nothing of it', { ...skilled, ...alone }, 'unmet'],
    ['an adult who needs nursing care, nothing else asked', skilled, 'unknown'],
    ['an adult without need of nursing care', { ...skilled, needsSkilledNursing: false, livesAlone: true }, 'unmet'],
    ['an adult in a nursing home', { ...skilled, livesInNursingFacility: true, caregivingFallsShort: true }, 'unmet'],
    ['somebody of 20', { ...skilled, age: 20, livesAlone: true }, 'unmet'],
  ]),
];

const resident = { livesInNursingFacility: true, wantsHome: false, wantsAssistedLiving: false };
const nursingFacilityTransition: readonly Table[] = [
  table('nursingFacilityTransition', '1.4 POF 6, line 132, ADULT_6', [
    ['a resident of 21 who wants to go home', { ...resident, age: 21, wantsHome: true }, 'met'],
    ['a resident who would live in assisted living', { ...resident, age: 70, wantsAssistedLiving: true }, 'met'],
    ['a resident of 20 who wants to go home', { ...resident, age: 20, wantsHome: true }, 'unmet'],
    ['a resident who wants to stay', { ...resident, age: 70 }, 'unmet'],
    ['a resident, wishes not asked', { livesInNursingFacility: true, age: 70 }, 'unknown'],
    ['somebody at home who wants to be there', { age: 70, livesInNursingFacility: false, wantsHome: true }, 'unmet'],
  ]),
];

const inCcs = {
  age: 9,
  inCcs: true,
  lacksTransportation: false,
  lacksFood: false,
  recentPoliceContact: false,
  crisisIntervention: false,
  adverseChildhoodExperiences: 3,
  ...housed,
};
const californiaChildrensServices: readonly Table[] = [
  table('californiaChildrensServices', '1.4 POF 7, line 138, CHILD_7; factors, line 140', [
    ['a child of 20 without rides', { ...inCcs, age: 20, lacksTransportation: true }, 'met'],
    ['somebody of 21 without rides', { ...inCcs, age: 21, lacksTransportation: true }, 'unmet'],
    ['a child short of food', { ...inCcs, lacksFood: true }, 'met'],
    ['a child with police contact', { ...inCcs, recentPoliceContact: true }, 'met'],
    ['a child helped in a crisis', { ...inCcs, crisisIntervention: true }, 'met'],
    ['a child with 4 ACEs', { ...inCcs, adverseChildhoodExperiences: 4 }, 'met'],
    ['a child with 3 ACEs', inCcs, 'unmet'],
    ['a child on a couch', { ...inCcs, doubledUp: true }, 'met'],
    ['a child without a fixed place', { ...inCcs, lacksFixedResidence: true }, 'met'],
    ['a child outside', { ...inCcs, sleepsWhereNotMeantForSleeping: true }, 'met'],
    ['a child in a shelter', { ...inCcs, staysInShelter: true }, 'met'],
    ['a child leaving a hospital with no home to go to', { ...inCcs, leavingInstitutionIntoHomelessness: true }, 'met'],
    ['a child whose home is lost in 30 days', { ...inCcs, losesHousingWithin30Days: true }, 'met'],
    ['a child fleeing violence', { ...inCcs, fleeingViolence: true }, 'met'],
    ['a child in CCS, nothing else asked', { age: 9, inCcs: true }, 'unknown'],
    ['a child short of food, not in CCS', { ...inCcs, inCcs: false, lacksFood: true }, 'unmet'],
  ]),
];

const noChildWelfare = {
  inFosterCare: false,
  fosterCareWithin12Months: false,
  agedOutOfFosterCare: false,
  adoptionAssistance: false,
  familyMaintenance: false,
};
const childWelfare: readonly Table[] = [
  table('childWelfare', '1.4 POF 8, lines 146-150, CHILD_8; exactly 26, line 152', [
    ['somebody of 20 in foster care', { ...noChildWelfare, age: 20, inFosterCare: true }, 'met'],
    ['somebody of 21 in foster care', { ...noChildWelfare, age: 21, inFosterCare: true }, 'unmet'],
    ['somebody of 20 in foster care this year', { ...noChildWelfare, age: 20, fosterCareWithin12Months: true }, 'met'],
    [
      'somebody of 21 in foster care this year',
      { ...noChildWelfare, age: 21, fosterCareWithin12Months: true },
      'unmet',
    ],
    [
      'somebody of 21 in foster care this year, who was in it at 18 then',
      { ...noChildWelfare, age: 21, fosterCareWithin12Months: true, agedOutOfFosterCare: 'notSure' },
      'met',
    ],
    ['somebody of 25 who aged out', { ...noChildWelfare, age: 25, agedOutOfFosterCare: true }, 'met'],
    [
      'somebody of exactly 26 who aged out: told, and for the plan',
      { ...noChildWelfare, age: 26, agedOutOfFosterCare: true },
      'met',
    ],
    ['somebody of 27 who aged out', { ...noChildWelfare, age: 27, agedOutOfFosterCare: true }, 'unmet'],
    [
      'a child of 17 with adoption assistance',
      { ...noChildWelfare, age: 17, adoptionAssistance: true, disability: false },
      'met',
    ],
    ['somebody of 18 with it', { ...noChildWelfare, age: 18, adoptionAssistance: true, disability: false }, 'unmet'],
    [
      'somebody of 18 with it and a disability: told, and for the plan',
      { ...noChildWelfare, age: 18, adoptionAssistance: true, disability: true },
      'met',
    ],
    [
      'somebody of 20 with it and a disability',
      { ...noChildWelfare, age: 20, adoptionAssistance: true, disability: true },
      'met',
    ],
    [
      'somebody of 21 with it and a disability',
      { ...noChildWelfare, age: 21, adoptionAssistance: true, disability: true },
      'unmet',
    ],
    ['a child of 17 with Family Maintenance', { ...noChildWelfare, age: 17, familyMaintenance: true }, 'met'],
    [
      'somebody of 18 with Family Maintenance this year',
      { ...noChildWelfare, age: 18, familyMaintenance: true },
      'unmet',
    ],
    ['a child of 9 who once was in foster care', { ...noChildWelfare, age: 9, everInChildWelfare: true }, 'unmet'],
    ['a child of 9 who never was', { age: 9, everInChildWelfare: false }, 'unmet'],
    ['a child of 9 with child welfare of some kind', { age: 9, everInChildWelfare: true }, 'unknown'],
  ]),
];

const birthEquity: readonly Table[] = [
  table('birthEquity', '1.4 POF 9, line 156: no question of race', [
    ['somebody pregnant, or within 12 months after', { pregnantOrPostpartum: true }, 'met'],
    ['somebody of 16 who is', { age: 16, pregnantOrPostpartum: true }, 'met'],
    ['somebody who is not', { pregnantOrPostpartum: false }, 'unmet'],
    ['somebody not asked', {}, 'unknown'],
  ]),
];

export const populationTables: readonly Table[] = [
  ...homelessness,
  ...avoidableUse,
  ...behavioralHealth,
  ...justiceInvolved,
  ...longTermCareRisk,
  ...nursingFacilityTransition,
  ...californiaChildrensServices,
  ...childWelfare,
  ...birthEquity,
];
