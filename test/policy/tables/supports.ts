/** The fifteen Community Supports, section by section of policy.md 2. */
import { housed, table, type Table } from './table.ts';

const ill = { seriousChronicCondition: true };
const well = {
  seriousChronicCondition: false,
  mentalHealthMakesLifeHard: false,
  substanceUseDisorder: false,
  disability: false,
  pregnantOrPostpartum: false,
};
/** Each way to be homeless or at risk of it, alone (2.2, lines 202-206). */
const ways = [
  ['in a tent', { sleepsWhereNotMeantForSleeping: true, lacksFixedResidence: false }],
  ['without a fixed place', { lacksFixedResidence: true }],
  ['in a shelter', { staysInShelter: true }],
  ['leaving a hospital for the street', { leavingInstitutionIntoHomelessness: true }],
  ['losing a home in 30 days', { losesHousingWithin30Days: true }],
  ['fleeing violence', { fleeingViolence: true }],
  ['on a couch', { doubledUp: true }],
] as const;
/** Each clinical risk, alone (2.2, line 207). */
const risks = [
  ['a long illness', { seriousChronicCondition: true }],
  ['a mind that makes life hard', { mentalHealthMakesLifeHard: true }],
  ['a substance use disorder', { substanceUseDisorder: true }],
  ['a disability', { disability: true }],
  ['a pregnancy', { pregnantOrPostpartum: true }],
] as const;
const notListed = { prioritizedForHousing: false };
const tent = { ...housed, sleepsWhereNotMeantForSleeping: true };
const atRisk = { ...housed, losesHousingWithin30Days: true };

/** In which there still is a home of one's own: the others are without one already, or leave for none. */
const stillHoused = ways.filter(([who]) => /losing|violence/.test(who));

const trio = (['housingTransitionNavigation', 'housingDeposits', 'housingTenancySustaining'] as const).map((rule) =>
  table(rule, '2.3-2.5, lines 211-224: three-way test of 2025; 6 #23', [
    ...(rule === 'housingTenancySustaining' ? stillHoused : ways).map(
      ([who, way]) => [`somebody ${who}, ill`, { ...housed, ...well, ...notListed, ...way, ...ill }, 'met'] as const,
    ),
    ...risks.map(
      ([what, risk]) =>
        [`somebody at risk with ${what}`, { ...atRisk, ...well, ...notListed, ...risk }, 'met'] as const,
    ),
    ['somebody at risk and well: part of the list was never read', { ...atRisk, ...well, ...notListed }, 'unknown'],
    ['somebody ill with a home: part of the list was never read', { ...housed, ...ill, ...notListed }, 'unknown'],
    ['somebody next on the county’s list, with a home', { ...housed, ...well, prioritizedForHousing: true }, 'met'],
    ['somebody at risk, health not asked', atRisk, 'unknown'],
  ]),
);

const tenancy = [
  table('housingTenancySustaining', '2.5 and 2.18: once housing is secured', [
    ['somebody ill in a tent', { ...tent, ...ill }, 'unmet'],
    ['somebody ill in a shelter', { ...housed, staysInShelter: true, ...ill }, 'unmet'],
    ['somebody ill on a couch', { ...housed, doubledUp: true, ...ill }, 'unmet'],
    ['somebody ill without a fixed place', { ...housed, lacksFixedResidence: true, ...ill }, 'unmet'],
    ['somebody ill who leaves a hospital for no home', { leavingInstitutionIntoHomelessness: true, ...ill }, 'unmet'],
    [
      'somebody ill in a home of their own, who leaves a hospital and cannot go back',
      { ...housed, leavingInstitutionIntoHomelessness: true, ...ill, ...notListed },
      'unknown',
    ],
    ['somebody in a tent who is next on the county’s list', { ...tent, prioritizedForHousing: true }, 'unmet'],
  ]),
];

const dayHabilitation = [
  table('dayHabilitation', '2.6, line 229', [
    ...ways.map(
      ([who, way]) =>
        [
          `somebody ${who}`,
          { ...housed, enteredHousingWithin24Months: false, atRiskOfNursingHome: false, ...way },
          'met',
        ] as const,
    ),
    ['somebody who came into a home in the last 24 months', { ...housed, enteredHousingWithin24Months: true }, 'met'],
    [
      'somebody at home and at risk of an institution',
      { ...housed, atRiskOfNursingHome: true, livesInNursingFacility: false },
      'met',
    ],
    [
      'somebody who lives in an institution: that is no risk of one',
      { ...housed, livesInNursingFacility: true, enteredHousingWithin24Months: false },
      'unknown',
    ],
    [
      'somebody with a home, long there: who is "at risk" was never read in full',
      { ...housed, enteredHousingWithin24Months: false, atRiskOfNursingHome: false, livesInNursingFacility: false },
      'unknown',
    ],
  ]),
];

const settled = { leavingFacility: false, everInChildWelfare: false };
const adult = { age: 44, leavingFacility: false };
const transitionalRent = [
  table('transitionalRent', '2.7, lines 236-240, and 8.2.1 a', [
    ...ways.map(
      ([who, way]) =>
        [
          `somebody ${who} who leaves a hospital, with a substance use disorder`,
          { ...housed, ...well, ...settled, leavingFacility: true, ...way, substanceUseDisorder: true },
          'met',
        ] as const,
    ),
    ...risks.map(
      ([what, risk]) => [`somebody in a tent with ${what}`, { ...tent, ...well, ...settled, ...risk }, 'met'] as const,
    ),
    [
      'somebody in a shelter, which is an interim setting',
      { ...housed, staysInShelter: true, ...ill, ...settled },
      'met',
    ],
    ['somebody at risk who leaves nothing', { ...atRisk, ...ill, ...settled }, 'unmet'],
    [
      'somebody of 25 on a couch who aged out of foster care',
      { ...housed, doubledUp: true, ...ill, leavingFacility: false, age: 25, agedOutOfFosterCare: true },
      'met',
    ],
    [
      'somebody of 26 on a couch who aged out: how far it goes was not read',
      { ...housed, doubledUp: true, ...ill, leavingFacility: false, age: 26, agedOutOfFosterCare: true },
      'unknown',
    ],
    [
      'somebody of 27 on a couch who aged out, which is not recent any more',
      { ...housed, doubledUp: true, ...ill, leavingFacility: false, age: 27, agedOutOfFosterCare: true },
      'unmet',
    ],
    [
      'somebody of 44 at risk who leaves nothing, never asked about foster care',
      { ...atRisk, ...ill, ...adult },
      'unmet',
    ],
    [
      'somebody of 18 on a couch who left foster care this year',
      { ...housed, doubledUp: true, ...ill, leavingFacility: false, age: 18, fosterCareWithin12Months: true },
      'met',
    ],
    [
      'somebody of 20 on a couch who was in foster care as a child',
      {
        ...housed,
        doubledUp: true,
        ...ill,
        leavingFacility: false,
        age: 20,
        everInChildWelfare: true,
        fosterCareWithin12Months: false,
        agedOutOfFosterCare: false,
      },
      'unmet',
    ],
    ['somebody in a tent, well', { ...tent, ...well, ...settled }, 'unknown'],
    ['somebody who leaves a hospital for a home', { ...housed, ...ill, ...settled, leavingFacility: true }, 'unknown'],
  ]),
];

const recuperativeCare = [
  table('recuperativeCare', '2.8, line 250', [
    ...ways.map(
      ([who, way]) => [`somebody ${who} who must heal`, { ...housed, needsPlaceToHeal: true, ...way }, 'met'] as const,
    ),
    ['somebody in a tent who need not heal', { ...tent, needsPlaceToHeal: false }, 'unmet'],
    ['somebody who must heal, home not asked', { needsPlaceToHeal: true }, 'unknown'],
    ['somebody with a home who must heal', { ...housed, needsPlaceToHeal: true }, 'unknown'],
  ]),
];

const shortTermHousing = [
  table('shortTermPostHospitalizationHousing', '2.9, line 256', [
    ...ways.map(
      ([who, way]) =>
        [`somebody ${who} who leaves a hospital`, { ...housed, leavingFacility: true, ...way }, 'met'] as const,
    ),
    ['somebody in a tent who leaves nothing', { ...tent, leavingFacility: false }, 'unmet'],
    ['somebody leaving a jail with nowhere to go, in one answer', { leavingInstitutionIntoHomelessness: true }, 'met'],
    ['somebody leaving a hospital, home not asked', { leavingFacility: true }, 'unknown'],
    ['somebody leaving a hospital for a home', { ...housed, leavingFacility: true }, 'unknown'],
  ]),
];

const cared = {
  livesInNursingFacility: false,
  needsHelpWithDailyLiving: true,
  dependsOnCaregiver: true,
  caregiverNeedsBreak: true,
  inCcs: false,
  everInChildWelfare: false,
};
const respite = [
  table('respite', '2.10, line 262, (A) and (B)', [
    ['somebody bathed and fed by a daughter who needs a break', cared, 'met'],
    ['somebody who needs no help with daily living', { ...cared, needsHelpWithDailyLiving: false }, 'unknown'],
    ['somebody who does not depend on a caregiver', { ...cared, dependsOnCaregiver: false }, 'unknown'],
    ['somebody whose caregiver needs no break', { ...cared, caregiverNeedsBreak: false }, 'unknown'],
    ['somebody in a nursing home', { ...cared, livesInNursingFacility: true }, 'unknown'],
    ['a child in CCS', { ...cared, caregiverNeedsBreak: false, inCcs: true }, 'met'],
    [
      'a child in foster care',
      { ...cared, caregiverNeedsBreak: false, everInChildWelfare: true, inFosterCare: true },
      'met',
    ],
    [
      'a child who was in foster care',
      { ...cared, caregiverNeedsBreak: false, everInChildWelfare: true, inFosterCare: false },
      'unknown',
    ],
  ]),
];

const sixty = { livesInNursingFacility: true, daysInFacility: 60 };
const atHome = { livesInNursingFacility: false, sleepsWhereNotMeantForSleeping: false, atRiskOfNursingHome: true };
const assistedLiving = [
  table('assistedLivingTransitions', '2.11, lines 268-269; adults, line 326', [
    [
      'a resident for 60 days who would live in assisted living',
      { age: 70, ...sixty, wantsAssistedLiving: true },
      'met',
    ],
    ['a resident for 59 days', { age: 70, ...sixty, daysInFacility: 59, wantsAssistedLiving: true }, 'unknown'],
    ['a resident who would not', { age: 70, ...sixty, wantsAssistedLiving: false }, 'unknown'],
    [
      'somebody at home who could need a nursing home, and would',
      { age: 18, ...atHome, wantsAssistedLiving: true },
      'met',
    ],
    [
      'somebody of 17: that it is for adults was not read',
      { age: 17, ...atHome, wantsAssistedLiving: true },
      'unknown',
    ],
    ['somebody at home who would not', { age: 70, ...atHome, wantsAssistedLiving: false }, 'unknown'],
    [
      'somebody at home who needs no nursing home',
      { age: 70, ...atHome, atRiskOfNursingHome: false, wantsAssistedLiving: true },
      'unknown',
    ],
    [
      'somebody in a tent',
      { age: 70, ...atHome, sleepsWhereNotMeantForSleeping: true, wantsAssistedLiving: true },
      'unknown',
    ],
  ]),
];

const homeTransition = [
  table('homeTransition', '2.12, line 275', [
    ['a resident for 60 days who wants to go home', { ...sixty, wantsHome: true }, 'met'],
    ['a resident for 59 days', { ...sixty, daysInFacility: 59, wantsHome: true }, 'unknown'],
    ['a resident who wants to stay', { ...sixty, wantsHome: false }, 'unknown'],
    ['somebody who is in no facility', { ...sixty, livesInNursingFacility: false, wantsHome: true }, 'unknown'],
  ]),
];

const needs = { needsHelpWithHousehold: true, noOneElseToHelp: true };
const noWaiver = { inHomeCareWaiver: false };
const personalCare = [
  table('personalCareHomemaker', '2.13, lines 281-283; 6 #20', [
    ['somebody who waits for IHSS', { ...needs, atRiskOfNursingHome: false, ihss: 'waiting', ...noWaiver }, 'met'],
    [
      'somebody who cannot bathe alone and waits for IHSS',
      {
        needsHelpWithDailyLiving: true,
        noOneElseToHelp: true,
        atRiskOfNursingHome: false,
        ihss: 'waiting',
        ...noWaiver,
      },
      'met',
    ],
    [
      'somebody whose IHSS hours are too few',
      { ihss: 'receives', ihssHours: 'needsMore', atRiskOfNursingHome: false, ...noWaiver },
      'met',
    ],
    ['somebody at the most IHSS hours', { ihss: 'receives', ihssHours: 'atMaximum', ...noWaiver }, 'met'],
    ['somebody who did not ask for more hours', { ihss: 'receives', ihssHours: 'notAsked', ...noWaiver }, 'unknown'],
    ['somebody whose IHSS hours are enough', { ihss: 'receives', ihssHours: 'enough', ...noWaiver }, 'unknown'],
    ['somebody who cannot get IHSS', { atRiskOfNursingHome: true, ihss: 'notEligible', ...noWaiver }, 'met'],
    ['somebody at risk who waits for IHSS', { atRiskOfNursingHome: true, ihss: 'waiting', ...noWaiver }, 'met'],
    ['somebody who did not finish asking for IHSS', { ...needs, ihss: 'notFinished', ...noWaiver }, 'unknown'],
    ['somebody who never asked for IHSS', { ...needs, ihss: 'none', ...noWaiver }, 'unknown'],
    ['somebody in a home care waiver', { ...needs, ihss: 'waiting', inHomeCareWaiver: true }, 'unknown'],
    [
      'somebody with functional deficits and enough help',
      { needsHelpWithDailyLiving: true, noOneElseToHelp: false, ihss: 'waiting', ...noWaiver },
      'unknown',
    ],
    [
      'somebody who needs no help',
      {
        needsHelpWithDailyLiving: false,
        needsHelpWithHousehold: false,
        noOneElseToHelp: true,
        atRiskOfNursingHome: false,
        ihss: 'waiting',
        ...noWaiver,
      },
      'unknown',
    ],
  ]),
];

const homeModifications = [
  table('homeModifications', '2.14, lines 289-290; 6 #21; 8.2.1 j, POF 6', [
    ['somebody at risk, in a home', atHome, 'met'],
    ['somebody at risk, in a tent', { ...atHome, sleepsWhereNotMeantForSleeping: true }, 'unmet'],
    ['somebody not at risk', { ...atHome, atRiskOfNursingHome: false }, 'unmet'],
    [
      'somebody in a nursing home: what is asked of who moves out was not read',
      { livesInNursingFacility: true },
      'unknown',
    ],
  ]),
];

const meals = [
  table('medicallyTailoredMeals', '2.15, line 294; 6 #22', [
    ['somebody with diabetes', { nutritionSensitiveCondition: true }, 'met'],
    [
      'somebody without such an illness: the State’s list was not read',
      { nutritionSensitiveCondition: false },
      'unknown',
    ],
  ]),
];

const sobering = [
  table('soberingCenters', '2.16, line 302: 18 and older', [
    ['somebody of 18', { age: 18 }, 'met'],
    ['somebody of 17', { age: 17 }, 'unmet'],
    ['somebody whose age is not known', {}, 'unknown'],
  ]),
];

const quietAsthma = {
  asthma: true,
  asthmaEmergencyVisitsIn12Months: 0,
  asthmaStaysIn12Months: 0,
  asthmaSickVisitsIn12Months: 1,
  asthmaControlScore: 20,
};
const asthma = [
  table('asthmaRemediation', '2.17, lines 308-310; 6 #19', [
    ['somebody with 1 emergency visit', { ...quietAsthma, asthmaEmergencyVisitsIn12Months: 1 }, 'met'],
    ['somebody with 1 hospital stay', { ...quietAsthma, asthmaStaysIn12Months: 1 }, 'met'],
    ['somebody with 2 sick visits', { ...quietAsthma, asthmaSickVisitsIn12Months: 2 }, 'met'],
    ['somebody with a score of 19', { ...quietAsthma, asthmaControlScore: 19 }, 'met'],
    ['somebody with 1 sick visit and a score of 20', quietAsthma, 'unmet'],
    ['somebody without asthma', { ...quietAsthma, asthma: false, asthmaSickVisitsIn12Months: 2 }, 'unmet'],
    ['somebody who never took the test', { ...quietAsthma, asthmaControlScore: 'notSure' }, 'unknown'],
  ]),
];

export const supportTables: readonly Table[] = [
  ...trio,
  ...tenancy,
  ...dayHabilitation,
  ...transitionalRent,
  ...recuperativeCare,
  ...shortTermHousing,
  ...respite,
  ...assistedLiving,
  ...homeTransition,
  ...personalCare,
  ...homeModifications,
  ...meals,
  ...sobering,
  ...asthma,
];
