/** What somebody cannot do alone, and who helps them so far. */
import { fewerThanSixty, sixtyOrMore } from './counts.ts';
import { many, no, one, yes, yesNo, type Question } from './shape.ts';

const about = { concerns: ['dailyHelp'] } as const;

export const help: readonly Question[] = [
  many('dailyNeeds', about, {
    body: [yes('needsHelpWithDailyLiving')],
    household: [yes('needsHelpWithHousehold')],
    caregiver: [yes('dependsOnCaregiver'), yes('caregiverNeedsBreak')],
  }),
  one('ihss', about, {
    receives: [{ fact: 'ihss', value: 'receives' }],
    waiting: [{ fact: 'ihss', value: 'waiting' }],
    notEligible: [{ fact: 'ihss', value: 'notEligible' }],
    notFinished: [{ fact: 'ihss', value: 'notFinished' }],
    none: [{ fact: 'ihss', value: 'none' }],
  }),
  one('ihssHours', about, {
    needsMore: [{ fact: 'ihssHours', value: 'needsMore' }],
    atMaximum: [{ fact: 'ihssHours', value: 'atMaximum' }],
    notAsked: [{ fact: 'ihssHours', value: 'notAsked' }],
    enough: [{ fact: 'ihssHours', value: 'enough' }],
  }),
  one('otherHelp', about, {
    enough: [no('noOneElseToHelp'), no('caregivingFallsShort')],
    some: [yes('noOneElseToHelp'), yes('caregivingFallsShort')],
    nobody: [yes('noOneElseToHelp')],
  }),
  one('nursingHome', about, {
    yes: [yes('atRiskOfNursingHome'), no('livesInNursingFacility'), no('wantsAssistedLiving')],
    no: [no('atRiskOfNursingHome'), no('livesInNursingFacility')],
    assistedLiving: [yes('atRiskOfNursingHome'), no('livesInNursingFacility'), yes('wantsAssistedLiving')],
    now: [yes('livesInNursingFacility')],
  }),
  many(
    'moving',
    { ...about, onlyIf: 'livesInNursingFacility' },
    {
      sixtyDays: [{ fact: 'daysInFacility', value: sixtyOrMore }],
      home: [yes('wantsHome')],
      assistedLiving: [yes('wantsAssistedLiving')],
    },
    [{ fact: 'daysInFacility', value: fewerThanSixty }, no('wantsHome'), no('wantsAssistedLiving')],
  ),
  yesNo('skilledNursing', about, 'needsSkilledNursing'),
  many('aroundYou', about, {
    alone: [yes('livesAlone')],
    communicate: [yes('hardToCommunicate')],
    deciding: [yes('needsHelpDeciding')],
    caregiving: [yes('caregivingFallsShort')],
  }),
  yesNo('waiver', about, 'inHomeCareWaiver'),
];
