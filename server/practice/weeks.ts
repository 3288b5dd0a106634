/** The last weeks at an invented plan: who asked, what was decided, who waits. The same seed gives the same weeks. */
import type { Plan } from '../../dialogs/plan.ts';
import { languages, type Tag } from '../../locales/languages.ts';
import { catalogOn, type Catalog } from '../../policy/catalog.ts';
import { noAnswers } from '../../policy/facts.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import type { Referral } from '../../referral/referral.ts';
import { californiaDay } from '../desk/desk-time.ts';
import { asked, bornFor } from './asking.ts';
import { draws, type Draws } from './draws.ts';
import { inOrder, type Happening } from './happening.ts';
import { languageOf, numberOf, personOf, phoneOf } from './people.ts';
import { atWork } from './at-work.ts';
import { onTheSide } from './side.ts';
import { course, openStages, settledStages, type Stage } from './stages.ts';

export type Weeks = {
  /** How many referrals have a request that is still to be decided. As many again as two in five are settled. */
  readonly open: number;
  readonly seed: number;
  /** The instant at which everything has happened. */
  readonly until: Date;
  readonly plan: Pick<Plan, 'id' | 'counties' | 'offers'>;
  /** Who practices: some of the work is theirs already. */
  readonly me?: string;
};

/** In the order in which it happened. */
export function inventedWeeks({ open, seed, until, plan, me }: Weeks): readonly Happening[] {
  const draw = draws(seed);
  const offered = [...new Set(plan.offers.map(({ programme }) => programme))];
  const settled = Math.round(open * 0.4);
  const stages: readonly Stage[] = [
    ...Array.from({ length: open }, () => draw.weighed(openStages)),
    ...Array.from({ length: settled }, (_, place) => settledStages[place % settledStages.length] ?? 'approved'),
  ];
  const catalog = catalogOn(californiaDay(until.toISOString()));
  const filings = stages.map((stage, place) => filing({ stage, place, draw, offered, until, plan, catalog }));
  const happenings = filings.flatMap(({ said, referral, stage }) => [
    said,
    ...course(stage, referral, said.at, until, draw),
  ]);
  return [...happenings, ...atWork(filings, until, draw, me), ...onTheSide(filings, until, draw)].sort(inOrder);
}

export type Filing = {
  readonly said: Extract<Happening, { readonly kind: 'said' }>;
  readonly referral: Referral;
  readonly stage: Stage;
};

type About = Pick<Weeks, 'until' | 'plan'> & {
  readonly stage: Stage;
  readonly place: number;
  readonly draw: Draws;
  readonly offered: readonly ProgrammeId[];
  readonly catalog: Catalog;
};

function filing({ stage, place, draw, offered, until, plan, catalog }: About): Filing {
  const at = filedAt(stage, until, draw);
  const filedOn = californiaDay(at);
  const always = offered[place % offered.length] ?? 'ecm';
  const { age, requests: some } = asked(draw, draw.chance(0.35) ? 'ecm' : always, offered, filedOn, catalog);
  // What is settled in part has two parts at least.
  const second = offered.find((id) => id !== some[0].programme);
  const isOne = stage === 'partly' && some.length === 1 && second !== undefined;
  const requests = isOne ? [...some, { programme: second, finding: null, answers: noAnswers }] : [...some];
  const language = languageOf(draw);
  const channel = draw.weighed([
    ['web', 6],
    ['sms', 4],
  ] as const);
  const county = plan.counties[place % plan.counties.length] ?? 'Riverside';
  const referral: Referral = {
    number: numberOf(draw),
    plan: plan.id,
    filedOn,
    channel,
    language,
    caseId: `practice case ${place}`,
    ...personOf(draw, place, { birthDate: bornFor(age, filedOn, draw), county, language }),
    requests,
  };
  const refused = stage === 'notDelivered' ? { refused: draw.pick(refusals) } : {};
  const key = channel === 'sms' ? phoneOf(place) : `practice visit ${place}`;
  return {
    stage,
    referral,
    said: { kind: 'said', at, channel, key, language: tagOf(language), what: { referral }, ...refused },
  };
}

const refusals = [
  { reason: 'notOurMember', answer: 'PRACTICE: no member by this name and birth date' },
  { reason: 'invalid', answer: 'PRACTICE: Patient.birthDate is after the date of enrollment' },
];

/** In the day, California's; some in the evening. */
function filedAt(stage: Stage, until: Date, draw: Draws): string {
  const [least, most] = filedDaysAgo[stage];
  const day = californiaDay(new Date(until.getTime() - draw.between(least, most) * dayMs).toISOString());
  // 14:00 UTC is six or seven in the morning there.
  const at = Date.parse(`${day}T14:00:00Z`) + draw.between(0, 15 * 60) * 60_000;
  return new Date(at < until.getTime() ? at : at - dayMs).toISOString();
}
const dayMs = 86_400_000;

const settledWeeks = [9, 34] as const;
const filedDaysAgo: Readonly<Record<Stage, readonly [least: number, most: number]>> = {
  fresh: [0, 5],
  overdue: [8, 24],
  infoAsked: [2, 9],
  partly: [3, 8],
  notDelivered: [0, 4],
  approved: [4, 12],
  assigned: settledWeeks,
  outreach: settledWeeks,
  providerDeclined: settledWeeks,
  closed: [16, 34],
  denied: settledWeeks,
  deniedNoLetter: [8, 14],
  modified: settledWeeks,
  void: [14, 34],
  withdrawn: settledWeeks,
};

/** The language in which we write; who speaks another one is written to in English, and offered an interpreter. */
export function tagOf(language: string): Tag {
  return languages.find(({ tag }) => tag === language)?.tag ?? 'en';
}
