/** What somebody cannot do alone, and who helps them so far. */
import { many, no, one, yes, yesNo, type Question } from './shape.ts';

const about = { concerns: ['dailyHelp'] } as const;

export const help: readonly Question[] = [
  many('dailyNeeds', about, {
    body: [yes('needsHelpWithDailyLiving')],
    household: [yes('needsHelpWithHousehold')],
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
  yesNo('nursingHome', about, 'atRiskOfNursingHome'),
  yesNo('skilledNursing', about, 'needsSkilledNursing'),
  many('aroundYou', about, {
    alone: [yes('livesAlone')],
    communicate: [yes('hardToCommunicate')],
    deciding: [yes('needsHelpDeciding')],
    caregiving: [yes('caregivingFallsShort')],
  }),
  yesNo('waiver', about, 'inHomeCareWaiver'),
];
