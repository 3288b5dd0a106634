/**
 * The boxes of the two ECM forms: every sub-criterion of every population of focus (ECM Policy Guide, pp. 10-52), for
 * adults and for children and youth. What a box tests is looked up in the population's own rule, so that no number
 * stands here a second time.
 */
import type { Condition } from '../../policy/condition.ts';
import type { Fact } from '../../policy/facts.ts';
import { homeless } from '../../policy/populations/homeless.ts';
import { lacksStableHousing } from '../../policy/populations/unstable-housing.ts';
import type { PopulationId } from '../../policy/rule.ts';
import type { words } from './words.ts';

/** A fact that the rule tests, what only the plan can judge, or several facts under one label. */
export type Box =
  | { readonly fact: Fact }
  | { readonly planDecides: string }
  | { readonly label: keyof typeof words.compound; readonly when: Condition };
export type Group = { readonly title: keyof typeof words.groups; readonly boxes: readonly Box[] };

/** Absent where a population is not for that age. */
export type Boxes = { readonly adult?: readonly Group[]; readonly youth?: readonly Group[] };

const group = (title: Group['title'], ...boxes: (Fact | Box)[]): Group => ({
  title,
  boxes: boxes.map((box) => (typeof box === 'string' ? { fact: box } : box)),
});
const plan = (...ids: string[]): Group => group('forPlan', ...ids.map((planDecides) => ({ planDecides })));

const isHomeless = group(
  'homeless',
  'lacksFixedResidence',
  'sleepsWhereNotMeantForSleeping',
  'staysInShelter',
  'leavingInstitutionIntoHomelessness',
  'losesHousingWithin30Days',
  'fleeingViolence',
);
const stableHousing: Box = { label: 'lacksStableHousing', when: lacksStableHousing('p. 24 (2)') };
const meetsAccess = ['mentalHealthMakesLifeHard', 'substanceUseDisorder'] as const;
const pregnant = [group('pregnancy', 'pregnantOrPostpartum'), plan('birthEquityDisparity')];

export const ecmBoxes: Readonly<Record<PopulationId, Boxes>> = {
  homelessness: {
    adult: [
      isHomeless,
      group('complexNeed', 'complexNeedHardToManage', 'pregnantOrPostpartum'),
      group('family', 'familyMemberUnder21', 'doubledUp'),
      plan('transitionalRent'),
    ],
    youth: [isHomeless, group('family', 'doubledUp'), plan('transitionalRent')],
  },
  avoidableUse: {
    adult: [
      group('visitsAdult', 'emergencyVisitsIn6Months', 'unplannedStaysIn6Months'),
      plan('avoidable', 'planDiscretion'),
    ],
    youth: [
      group('visitsYouth', 'emergencyVisitsIn12Months', 'unplannedStaysIn12Months'),
      plan('avoidable', 'planDiscretion'),
    ],
  },
  behavioralHealth: {
    adult: [
      group('access', ...meetsAccess),
      group(
        'socialFactor',
        'lacksFood',
        stableHousing,
        'cannotWorkOrTakePart',
        'adverseChildhoodExperiences',
        'formerFosterYouth',
        'recentPoliceContact',
      ),
      group('risk', 'crisisCareIsMainCare', 'behavioralEmergencyVisitsIn12Months', 'behavioralStaysIn12Months'),
      plan('highRisk', 'otherSocialFactor'),
    ],
    youth: [
      group(
        'accessYouth',
        ...meetsAccess,
        { label: 'homeless', when: homeless },
        'everInChildWelfare',
        'incarcerationWithin12Months',
      ),
      plan('highRisk'),
    ],
  },
  justiceInvolved: {
    adult: [
      group('released', 'incarcerationWithin12Months'),
      group(
        'condition',
        'mentalHealthCare',
        'mentalHealthMakesLifeHard',
        'substanceUseDisorder',
        'seriousChronicCondition',
        'significantCondition',
        'asthma',
        'developmentalDisability',
        'brainInjury',
        'pregnantOrPostpartum',
      ),
      group('formerFoster', 'formerFosterYouth'),
      plan('atExactly26'),
    ],
    youth: [group('released', 'incarcerationWithin12Months')],
  },
  longTermCareRisk: {
    adult: [
      group('nursingNeed', 'needsSkilledNursing'),
      group(
        'environment',
        'needsHelpWithDailyLiving',
        'hardToCommunicate',
        'lacksFood',
        stableHousing,
        'livesAlone',
        'needsHelpDeciding',
        'caregivingFallsShort',
      ),
      group('notResident', 'livesInNursingFacility'),
      plan(
        'nursingFacilityLevelOfCare',
        'otherSocialFactor',
        'ableToLiveInCommunity',
        'notBoundForIntermediateOrSubacuteCare',
      ),
    ],
  },
  nursingFacilityTransition: {
    adult: [
      group('resident', 'livesInNursingFacility'),
      group('interest', 'wantsHome', 'wantsAssistedLiving'),
      plan('likelyToMoveSuccessfully', 'ableToLiveInCommunity', 'notInIntermediateOrSubacuteCare'),
    ],
  },
  californiaChildrensServices: {
    youth: [
      group('inCcs', 'inCcs'),
      group(
        'socialFactor',
        'lacksFood',
        stableHousing,
        'lacksTransportation',
        'adverseChildhoodExperiences',
        'recentPoliceContact',
        'crisisIntervention',
      ),
      plan('otherSocialFactor'),
    ],
  },
  childWelfare: {
    youth: [
      group(
        'childWelfare',
        'everInChildWelfare',
        'inFosterCare',
        'fosterCareWithin12Months',
        'agedOutOfFosterCare',
        'adoptionAssistance',
        'familyMaintenance',
        'disability',
      ),
      plan('atExactly26', 'adoptionAssistanceTo21'),
    ],
  },
  birthEquity: { adult: pregnant, youth: pregnant },
};
