import assert from 'node:assert/strict';
import { catalogOn } from '../../policy/catalog.ts';
import { evaluate } from '../../policy/evaluate.ts';
import type { Fact } from '../../policy/facts.ts';
import type { PopulationId, SupportId } from '../../policy/rule.ts';
import type { Truth } from '../../policy/truth.ts';
import { answering, today, type Said } from './answering.ts';

type Case = readonly [who: string, said: Partial<Record<Fact, Said>>, truth: Truth];

const catalog = catalogOn(today);
const rules = [...catalog.populations, ...catalog.supports].map(({ rule }) => rule);

function table(id: PopulationId | SupportId, where: string, cases: readonly Case[]): void {
  describe(`${id} (policy.md ${where})`, () => {
    for (const [who, said, truth] of cases) {
      it(`is ${truth} for ${who}`, () => {
        const rule = rules.find((each) => each.id === id);
        assert.ok(rule);
        assert.equal(evaluate(rule.when, answering(said), today).truth, truth);
      });
    }
  });
}

const housed = {
  lacksFixedResidence: false,
  sleepsWhereNotMeantForSleeping: false,
  staysInShelter: false,
  leavingInstitutionIntoHomelessness: false,
  losesHousingWithin30Days: false,
  fleeingViolence: false,
  doubledUp: false,
};
const hard = { complexNeedHardToManage: true };
const fine = { complexNeedHardToManage: false, pregnantOrPostpartum: false };

table('homelessness', '1.4 POF 1 (a), ADULT_1', [
  ['an adult in a shelter with a need that is hard to manage', { age: 21, staysInShelter: true, ...hard }, 'met'],
  ['an adult without a fixed place (i)', { age: 40, lacksFixedResidence: true, ...hard }, 'met'],
  ['an adult in a car (ii)', { age: 40, sleepsWhereNotMeantForSleeping: true, ...hard }, 'met'],
  [
    'an adult leaving a hospital for the street (iv)',
    { age: 40, leavingInstitutionIntoHomelessness: true, ...hard },
    'met',
  ],
  ['an adult who loses the home in 30 days (v)', { age: 40, losesHousingWithin30Days: true, ...hard }, 'met'],
  ['an adult fleeing violence (vi)', { age: 40, fleeingViolence: true, ...hard }, 'met'],
  ['a pregnant adult in a shelter (footnote 9)', { age: 30, staysInShelter: true, pregnantOrPostpartum: true }, 'met'],
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
]);
table('homelessness', '1.4 POF 1 (b), CHILD_FAMILY_1', [
  ['somebody of 20 in a shelter, no need asked', { age: 20, staysInShelter: true }, 'met'],
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
]);

table('avoidableUse', '1.4 POF 2, ADULT_2: 5 in six months, or 3 stays', [
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
  ['somebody with 3 stays, age never asked', { unplannedStaysIn6Months: 3 }, 'met'],
]);
table('avoidableUse', '1.4 POF 2, CHILD_2: 3 in twelve months, or 2 stays', [
  ['a child with 3 emergency visits', { age: 20, emergencyVisitsIn12Months: 3, unplannedStaysIn12Months: 0 }, 'met'],
  [
    'a child with 2 emergency visits and 1 stay',
    { age: 20, emergencyVisitsIn12Months: 2, unplannedStaysIn12Months: 1 },
    'unmet',
  ],
  ['a child with 2 stays', { age: 9, emergencyVisitsIn12Months: 0, unplannedStaysIn12Months: 2 }, 'met'],
  ['a child with 2 stays in six months, the year not asked', { age: 9, unplannedStaysIn6Months: 2 }, 'met'],
]);

const noFactor = {
  lacksFood: false,
  cannotWorkOrTakePart: false,
  formerFosterYouth: false,
  recentPoliceContact: false,
  ...housed,
};
const noCrisis = { crisisCareIsMainCare: false, behavioralEmergencyVisitsIn12Months: 1, behavioralStaysIn12Months: 1 };
table('behavioralHealth', '1.4 POF 3, ADULT_3', [
  [
    'an adult with need, factor and crisis care',
    { age: 21, mentalHealthMakesLifeHard: true, lacksFood: true, crisisCareIsMainCare: true },
    'met',
  ],
  [
    'an adult with need, factor and 2 emergency visits for it',
    { age: 21, substanceUseDisorder: true, lacksFood: true, behavioralEmergencyVisitsIn12Months: 2 },
    'met',
  ],
  [
    'an adult with need, factor and 2 stays for it',
    { age: 21, substanceUseDisorder: true, formerFosterYouth: true, behavioralStaysIn12Months: 2 },
    'met',
  ],
  [
    'an adult with need, factor and 1 visit and 1 stay',
    { age: 21, substanceUseDisorder: true, lacksFood: true, ...noCrisis },
    'unmet',
  ],
  [
    'an adult whose factor is that they have no home',
    { age: 33, mentalHealthMakesLifeHard: true, staysInShelter: true, crisisCareIsMainCare: true },
    'met',
  ],
  [
    'an adult with need and crisis care, and no factor of ours',
    { age: 21, mentalHealthMakesLifeHard: true, ...noFactor, crisisCareIsMainCare: true },
    'unmet',
  ],
  ['an adult with neither need', { age: 21, mentalHealthMakesLifeHard: false, substanceUseDisorder: false }, 'unmet'],
]);
table('behavioralHealth', '1.4 POF 3, CHILD_3: nothing further', [
  ['somebody of 20 with a need', { age: 20, mentalHealthMakesLifeHard: true }, 'met'],
  ['somebody of 21 with a need', { age: 21, mentalHealthMakesLifeHard: true }, 'unknown'],
  ['a youth without a home (G26 p127)', { age: 16, staysInShelter: true }, 'met'],
  ['a youth who was in foster care (G26 p127)', { age: 19, ...housed, formerFosterYouth: true }, 'met'],
  [
    'a youth with a home and no need, never in foster care',
    { age: 16, mentalHealthMakesLifeHard: false, substanceUseDisorder: false, formerFosterYouth: false, ...housed },
    'unmet',
  ],
]);

table('longTermCareRisk', '1.4 POF 5', [
  [
    'an adult who needs nursing care and help with bathing',
    { age: 21, needsSkilledNursing: true, needsHelpWithDailyLiving: true },
    'met',
  ],
  ['an adult who needs nursing care and lives alone', { age: 80, needsSkilledNursing: true, livesAlone: true }, 'met'],
  ['an adult who needs nursing care, nothing else asked', { age: 80, needsSkilledNursing: true }, 'unknown'],
  ['an adult without need of nursing care', { age: 80, needsSkilledNursing: false, livesAlone: true }, 'unmet'],
  ['somebody of 20', { age: 20, needsSkilledNursing: true, livesAlone: true }, 'unmet'],
]);

table('housingTransitionNavigation', '2.3, three-way test of 2025', [
  [
    'somebody in a tent with a long illness',
    { sleepsWhereNotMeantForSleeping: true, seriousChronicCondition: true },
    'met',
  ],
  ['somebody at risk with a disability', { losesHousingWithin30Days: true, disability: true }, 'met'],
  ['somebody next on the county’s list', { prioritizedForHousing: true }, 'met'],
  ['somebody in a tent, health not asked', { sleepsWhereNotMeantForSleeping: true }, 'unknown'],
  [
    'somebody with a home: part of the list was never read',
    { ...housed, seriousChronicCondition: true, prioritizedForHousing: false },
    'unknown',
  ],
]);

table('shortTermPostHospitalizationHousing', '2.9', [
  ['somebody leaving a hospital for a tent', { leavingFacility: true, sleepsWhereNotMeantForSleeping: true }, 'met'],
  ['somebody in a tent who leaves nothing', { leavingFacility: false, sleepsWhereNotMeantForSleeping: true }, 'unmet'],
  ['somebody leaving a jail with nowhere to go, in one answer', { leavingInstitutionIntoHomelessness: true }, 'met'],
  ['somebody leaving a hospital, home not asked', { leavingFacility: true }, 'unknown'],
]);

table('recuperativeCare', '2.8', [
  ['somebody in a tent who must heal', { needsPlaceToHeal: true, sleepsWhereNotMeantForSleeping: true }, 'met'],
  ['somebody on a couch who must heal', { needsPlaceToHeal: true, doubledUp: true }, 'met'],
  ['somebody in a tent who need not heal', { needsPlaceToHeal: false, sleepsWhereNotMeantForSleeping: true }, 'unmet'],
  ['somebody who must heal, home not asked', { needsPlaceToHeal: true }, 'unknown'],
]);

table('medicallyTailoredMeals', '2.15', [
  ['somebody with diabetes', { nutritionSensitiveCondition: true }, 'met'],
  [
    'somebody without such an illness: the State’s list was not read',
    { nutritionSensitiveCondition: false },
    'unknown',
  ],
]);

const needs = { needsHelpWithHousehold: true, noOneElseToHelp: true };
const noWaiver = { inHomeCareWaiver: false };
table('personalCareHomemaker', '2.13', [
  ['somebody who waits for IHSS', { ...needs, ihss: 'waiting', ...noWaiver }, 'met'],
  ['somebody whose IHSS hours are too few', { ihss: 'receives', ihssHours: 'needsMore', ...noWaiver }, 'met'],
  ['somebody at the most IHSS hours', { ihss: 'receives', ihssHours: 'atMaximum', ...noWaiver }, 'met'],
  ['somebody whose IHSS hours are enough', { ihss: 'receives', ihssHours: 'enough', ...noWaiver }, 'unknown'],
  ['somebody who cannot get IHSS', { atRiskOfNursingHome: true, ihss: 'notEligible', ...noWaiver }, 'met'],
  ['somebody who did not finish asking for IHSS', { ...needs, ihss: 'notFinished', ...noWaiver }, 'unknown'],
  ['somebody who never asked for IHSS', { ...needs, ihss: 'none', ...noWaiver }, 'unknown'],
  ['somebody in a home care waiver', { ...needs, ihss: 'waiting', inHomeCareWaiver: true }, 'unknown'],
  [
    'somebody with functional deficits and enough help',
    { needsHelpWithDailyLiving: true, noOneElseToHelp: false, ihss: 'waiting', ...noWaiver },
    'unknown',
  ],
]);

table('homeModifications', '2.14', [
  [
    'somebody at risk of a nursing home, in a home',
    { atRiskOfNursingHome: true, sleepsWhereNotMeantForSleeping: false },
    'met',
  ],
  [
    'somebody at risk of a nursing home, in a tent',
    { atRiskOfNursingHome: true, sleepsWhereNotMeantForSleeping: true },
    'unmet',
  ],
  ['somebody not at risk', { atRiskOfNursingHome: false }, 'unmet'],
]);
