/**
 * Up to six months of rent while long-term help is lined up. Every plan must offer it to people with a mental health,
 * alcohol or drug need; for other needs each plan chooses. It brings Enhanced Care Management with it.
 */
import { all, any, atMost, is, planDecides, type Condition } from '../condition.ts';
import { support } from '../rule.ts';
import { cfpic, guide, healthNet, stateNews, volume2 } from './cites.ts';
import { homelessOrAtRisk } from './homeless-or-at-risk.ts';
import { sixMonthsTogether, upToSixMonths } from './limits.ts';

const bulletin = stateNews('Transitional Rent');

const clinicalRisk: Condition = any(
  is('mentalHealthMakesLifeHard', healthNet('Transitional Rent: behavioral health need')),
  is('substanceUseDisorder', healthNet('Transitional Rent: behavioral health need')),
  all(
    any(
      is('seriousChronicCondition', healthNet('Housing supports: serious health condition')),
      is('disability', volume2('Clinical risk factors')),
      is('pregnantOrPostpartum', volume2('Clinical risk factors')),
    ),
    planDecides('rentForOtherNeeds', cfpic('Transitional Rent Implementation Timeline')),
  ),
);

const transition: Condition = any(
  is('sleepsWhereNotMeantForSleeping', cfpic('Transitional Rent Populations of Focus, 7')),
  is('staysInShelter', cfpic('Transitional Rent Populations of Focus, 4')),
  // A hospital or a nursing home, treatment, jail or prison: of when, the bulletin says "recently".
  is('leavingFacility', bulletin),
  all(
    is('everInChildWelfare', bulletin),
    any(
      is('fosterCareWithin12Months', bulletin),
      all(
        is('agedOutOfFosterCare', bulletin),
        // How long it counts was not read, and 26 itself is left open. Above it nobody aged out "recently", as the
        // State has it for ECM: they are not asked about foster care.
        atMost('age', 25, volume2('Transitional Rent, transitioning populations')),
        atMost('age', 26, guide('p. 46 A')),
      ),
    ),
  ),
  planDecides('otherTransition', bulletin),
  planDecides('fullServicePartnership', cfpic('Transitional Rent Populations of Focus, 8')),
);

export const transitionalRent = support({
  id: 'transitionalRent',
  // A choice of plans since July 2025; a duty for the behavioral health population since 2026. The demonstration that
  // it rests on was approved through 2029.
  inForce: {
    from: '2025-07-01',
    to: '2029-12-31',
    authority: 'bhConnect',
    cite: cfpic('Transitional Rent Implementation Timeline'),
  },
  concerns: ['housing'],
  when: all(homelessOrAtRisk, clinicalRisk, transition),
  together: ['ecm', 'housingTransitionNavigation'],
  toldIf: [
    'sleepsWhereNotMeantForSleeping',
    'staysInShelter',
    'leavingInstitutionIntoHomelessness',
    'agedOutOfFosterCare',
    'fosterCareWithin12Months',
  ],
  limits: [
    upToSixMonths(guide('p. 18')),
    sixMonthsTogether,
    {
      id: 'oncePerHousehold',
      times: 1,
      per: 'household',
      cite: volume2('Transitional Rent, limits'),
    },
    { id: 'rentBringsEcm', cite: guide('p. 13 (3) and p. 18') },
  ],
  planAlsoNeeds: [
    { id: 'housingSupportPlan', cite: healthNet('Transitional Rent') },
    { id: 'longTermHousingFunding', cite: healthNet('Transitional Rent') },
  ],
});
