/** What invented members have answered, and what they ask for: found by the real rules. */
import { answersBearingOn } from '../../dialogs/answers.ts';
import { recordOf } from '../../dialogs/file/build.ts';
import { addDays, type IsoDate } from '../../policy/calendar.ts';
import type { Catalog } from '../../policy/catalog.ts';
import { noAnswers, type Answers, type YesNoFact } from '../../policy/facts.ts';
import { findings } from '../../policy/findings.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import type { Request } from '../../referral/referral.ts';
import type { Draws } from './draws.ts';

type Life = {
  readonly ages: readonly [least: number, most: number];
  readonly isSo: readonly YesNoFact[];
  readonly isNot?: readonly YesNoFact[];
  readonly unsure?: readonly YesNoFact[];
  readonly stays?: number;
};

const lives: readonly Life[] = [
  {
    ages: [24, 66],
    isSo: [
      'lacksFixedResidence',
      'sleepsWhereNotMeantForSleeping',
      'complexNeedHardToManage',
      'seriousChronicCondition',
    ],
    unsure: ['disability'],
    stays: 3,
  },
  { ages: [20, 55], isSo: ['losesHousingWithin30Days', 'disability'], isNot: ['lacksFixedResidence'] },
  { ages: [6, 17], isSo: ['asthma'], unsure: ['complexNeedHardToManage'] },
  { ages: [18, 41], isSo: ['pregnantOrPostpartum', 'lacksFood'], isNot: ['lacksFixedResidence'] },
  {
    ages: [67, 92],
    isSo: ['needsHelpWithDailyLiving', 'needsHelpWithHousehold', 'livesAlone', 'atRiskOfNursingHome'],
    unsure: ['caregivingFallsShort'],
  },
  { ages: [45, 88], isSo: ['dependsOnCaregiver', 'caregiverNeedsBreak', 'needsHelpWithDailyLiving'] },
  { ages: [19, 60], isSo: ['mentalHealthMakesLifeHard', 'crisisIntervention', 'lacksTransportation'] },
  { ages: [30, 70], isSo: ['nutritionSensitiveCondition', 'seriousChronicCondition', 'lacksFood'], stays: 1 },
];

export type Asked = { readonly age: number; readonly requests: readonly [Request, ...Request[]] };

/** A screen with its findings and what is asked for because of them; or, as often as one in five, asked without a screen. */
export function asked(
  draw: Draws,
  always: ProgrammeId,
  offered: readonly ProgrammeId[],
  on: IsoDate,
  catalog: Catalog,
): Asked {
  const life = draw.pick(lives);
  const age = draw.between(...life.ages);
  const more = draw.between(0, 3);
  if (draw.chance(0.2)) {
    const others = offered.filter((id) => id !== always && draw.chance(0.1)).slice(0, more);
    return { age, requests: [unscreened(always), ...others.map(unscreened)] };
  }
  const answers = answersOf(life, age, on);
  const found = findings(catalog, answers, on);
  const likely = found.filter(
    ({ truth, programme }) => truth === 'met' && programme !== always && offered.includes(programme),
  );
  const request = (programme: ProgrammeId): Request => {
    const finding = found.find((one) => one.programme === programme);
    if (!finding) return unscreened(programme);
    return {
      programme,
      finding: recordOf(finding),
      answers: answersBearingOn(programme, answers, catalog),
    };
  };
  return { age, requests: [request(always), ...likely.slice(0, more).map(({ programme }) => request(programme))] };
}

const unscreened = (programme: ProgrammeId): Request => ({ programme, finding: null, answers: noAnswers });

function answersOf({ isSo, isNot = [], unsure = [], stays }: Life, age: number, on: IsoDate): Answers {
  const all = (facts: readonly YesNoFact[], value: boolean): Answers['yesNo'] =>
    Object.fromEntries(facts.map((fact) => [fact, { kind: 'known', value, on }]));
  const count = (value: number) => ({ kind: 'known', value: { from: value, to: value }, on }) as const;
  return {
    ...noAnswers,
    yesNo: {
      ...all(isSo, true),
      ...all(isNot, false),
      ...Object.fromEntries(unsure.map((fact) => [fact, { kind: 'notSure', on }])),
    },
    count: { age: count(age), ...(stays === undefined ? {} : { unplannedStaysIn6Months: count(stays) }) },
  };
}

/** A day on which somebody of this age was born. */
export function bornFor(age: number, on: IsoDate, draw: Draws): IsoDate {
  const birthday = addDays(on, -draw.between(1, 300));
  const year = String(Number(birthday.slice(0, 4)) - age).padStart(4, '0');
  // There is no 29 February in most years.
  return `${year}-${birthday.slice(5).replace('02-29', '02-28')}` as IsoDate;
}
