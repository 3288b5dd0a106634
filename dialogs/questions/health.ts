/** Health, hospital and emergency care, mind and mood. A risk of suicide or overdose is never a question. */
import type { Given } from '../../policy/facts.ts';
import { fewerThanFour, fourOrMore } from './counts.ts';
import { count, many, no, renewing, yes, yesNo, type Question } from './shape.ts';

const oneOrMore = { from: 1, to: null };
const twoOrMore = { from: 2, to: null };
const fewerThanTwo = { from: 0, to: 1 };
/**
 * That no care for mood, alcohol or drugs is had in a crisis does not say where this person gets care at all: whether
 * emergency or urgent care is "the primary source of care" (ECM Policy Guide, p. 25 (ii)) is left open.
 */
const noCrisisCare: readonly Given[] = [
  { fact: 'behavioralEmergencyVisitsIn12Months', value: fewerThanTwo },
  { fact: 'behavioralStaysIn12Months', value: fewerThanTwo },
];

/** Who never took the Asthma Control Test has no score: nothing is said of it. */
const noAsthmaCare: readonly Given[] = [
  { fact: 'asthmaEmergencyVisitsIn12Months', value: { from: 0, to: 0 } },
  { fact: 'asthmaStaysIn12Months', value: { from: 0, to: 0 } },
  { fact: 'asthmaSickVisitsIn12Months', value: fewerThanTwo },
];

export const health: readonly Question[] = [
  many(
    'health',
    { concerns: ['illness', 'hospital', 'housing'] },
    {
      longIllness: [yes('seriousChronicCondition'), yes('nutritionSensitiveCondition')],
      disability: [yes('disability')],
      pregnancy: [yes('pregnantOrPostpartum')],
      hardAlone: [yes('complexNeedHardToManage')],
      asthma: [yes('asthma')],
    },
  ),
  yesNo('keepUp', { concerns: ['illness', 'housing'] }, 'complexNeedHardToManage'),
  many(
    'asthmaCare',
    { concerns: ['illness'], onlyIf: 'asthma' },
    {
      emergency: [{ fact: 'asthmaEmergencyVisitsIn12Months', value: oneOrMore }],
      stays: [{ fact: 'asthmaStaysIn12Months', value: oneOrMore }],
      sickVisits: [{ fact: 'asthmaSickVisitsIn12Months', value: twoOrMore }],
      score: [{ fact: 'asthmaControlScore', value: { from: 0, to: 19 } }],
    },
    noAsthmaCare,
  ),
  count('stays', { concerns: ['hospital', 'illness'] }, 'unplannedStaysIn6Months'),
  count('staysYear', { concerns: ['hospital', 'illness'] }, 'unplannedStaysIn12Months'),
  count('emergency', { concerns: ['hospital', 'illness'] }, 'emergencyVisitsIn6Months'),
  count('emergencyYear', { concerns: ['hospital', 'illness'] }, 'emergencyVisitsIn12Months'),
  renewing(yesNo('leaving', { concerns: ['hospital', 'housing'] }, 'leavingFacility'), 'yes', ['heal']),
  yesNo('heal', { concerns: ['hospital', 'housing'] }, 'needsPlaceToHeal'),
  many(
    'mind',
    { concerns: ['mind'], sensitive: true },
    {
      feelings: [yes('mentalHealthMakesLifeHard')],
      substances: [yes('substanceUseDisorder')],
    },
  ),
  many(
    'mindCare',
    { concerns: ['mind'], sensitive: true },
    {
      crisis: [yes('crisisCareIsMainCare')],
      emergency: [{ fact: 'behavioralEmergencyVisitsIn12Months', value: twoOrMore }],
      stays: [{ fact: 'behavioralStaysIn12Months', value: twoOrMore }],
    },
    noCrisisCare,
  ),
  many(
    'hardThings',
    { concerns: ['mind'], sensitive: true },
    {
      food: [yes('lacksFood')],
      work: [yes('cannotWorkOrTakePart')],
      foster: [yes('formerFosterYouth')],
      police: [yes('recentPoliceContact')],
      childhood: [{ fact: 'adverseChildhoodExperiences', value: fourOrMore }],
    },
    [
      no('lacksFood'),
      no('cannotWorkOrTakePart'),
      no('formerFosterYouth'),
      no('recentPoliceContact'),
      { fact: 'adverseChildhoodExperiences', value: fewerThanFour },
    ],
  ),
];
