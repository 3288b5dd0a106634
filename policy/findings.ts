import type { Answers } from './facts.ts';
import { weigh, type Evaluation } from './evaluate.ts';
import type { IsoDate } from './calendar.ts';
import type { Condition, PlanDecides } from './condition.ts';
import {
  populationsOfFocus,
  type CommunitySupport,
  type Population,
  type PopulationId,
  type ProgrammeId,
  type SupportId,
} from './rule.ts';
import type { Catalog, Dated } from './catalog.ts';
import { heldOn, type Held } from './derived.ts';
import { add } from './lists.ts';

/** What a member's answers say about one programme today. "Met" is told as "may qualify": only the plan decides. */
export type Finding = Evaluation & {
  readonly programme: ProgrammeId;
  /** For ECM, the populations of focus that are met. */
  readonly populations: readonly PopulationId[];
  /** The answers fit, but it comes only with or after this support: told as "unknown". */
  readonly after?: SupportId;
  /** The last day on which the rule was known to hold, when that day is past. */
  readonly lapsedOn?: IsoDate;
};

/** One finding for each programme, ECM first, then the supports in the order of the catalogue. */
export function findings(catalog: Catalog, answers: Answers, today: IsoDate): readonly Finding[] {
  const held = heldOn(today, answers);
  const weighed = new Map<Condition, Evaluation>();
  return [
    ecmFinding(catalog.populations, held),
    ...catalog.supports.map((each) => supportFinding(each, held, weighed)),
  ];
}

const nothing: Evaluation = { truth: 'unknown', because: [], missing: [], planDecides: [], unsure: [] };

/** One population is enough. */
function ecmFinding(populations: readonly Dated<Population>[], held: Held): Finding {
  const inForce = populations.filter(({ lapsedOn }) => lapsedOn === undefined);
  const weighed = inForce.map(({ rule }) => weigh(rule.when, held));
  const met = weighed.filter(({ truth }) => truth === 'met');
  const open = weighed.filter(({ truth }) => truth === 'unknown');
  const deciding = met.length > 0 ? met : open.length > 0 ? open : weighed;
  // Nobody is told "no match" of ECM on a day for which not every population of focus is known.
  const looksAtAll = inForce.length === populationsOfFocus;
  const truth = met.length > 0 ? 'met' : open.length > 0 || !looksAtAll ? 'unknown' : 'unmet';
  return {
    programme: 'ecm',
    truth,
    populations: inForce.filter((_, at) => weighed[at]?.truth === 'met').map(({ rule }) => rule.id),
    because: truth === 'unknown' ? [] : merged(deciding.map(({ because }) => because)),
    missing: truth === 'unknown' ? merged(open.map(({ missing }) => missing)) : [],
    planDecides: onceEach(merged((met.length > 0 ? met : weighed).map(({ planDecides }) => planDecides))),
    unsure: truth === 'unknown' ? merged(open.map(({ unsure }) => unsure)) : [],
  };
}

/** `before`: what was weighed already, as several supports share one test. */
function supportFinding(
  { rule, lapsedOn }: Dated<CommunitySupport>,
  held: Held,
  before: Map<Condition, Evaluation>,
): Finding {
  if (lapsedOn !== undefined) return { ...findingOf(rule.id, nothing), lapsedOn };
  const weighed = before.get(rule.when) ?? weigh(rule.when, held);
  before.set(rule.when, weighed);
  if (weighed.truth !== 'met') return findingOf(rule.id, weighed);
  // What is used at once and without a form is for nobody to be told that they may qualify for.
  if (rule.explainOnly) return { ...findingOf(rule.id, weighed), truth: 'unknown', because: [] };
  if (rule.after === undefined) return findingOf(rule.id, weighed);
  return { ...findingOf(rule.id, weighed), truth: 'unknown', after: rule.after };
}

/** Written out, not spread: this is made for every programme at every turn. */
function findingOf(programme: ProgrammeId, { truth, because, missing, planDecides, unsure }: Evaluation): Finding {
  return { programme, populations: [], truth, because, missing, planDecides, unsure };
}

/** The same judgement may stand in several rules, and is told once. */
const onceEach = (all: readonly PlanDecides[]): readonly PlanDecides[] =>
  all.filter((each, at) => all.findIndex(({ planDecides }) => planDecides === each.planDecides) === at);

function merged<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const all: T[] = [];
  for (const list of lists) for (const each of list) add(all, each);
  return all;
}
