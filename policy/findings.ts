import type { Answers } from './facts.ts';
import { weigh, type Evaluation } from './evaluate.ts';
import type { IsoDate } from './calendar.ts';
import type { CommunitySupport, Population, PopulationId, ProgrammeId, SupportId } from './rule.ts';
import type { Catalog, Dated } from './catalog.ts';
import { heldOn, type Held } from './derived.ts';

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
  return [ecmFinding(catalog.populations, held), ...catalog.supports.map((each) => supportFinding(each, held))];
}

/** What can be said about one programme; undefined where it is not in the catalogue of that day. */
export function findingFor(
  programme: ProgrammeId,
  catalog: Catalog,
  answers: Answers,
  today: IsoDate,
): Finding | undefined {
  return findings(catalog, answers, today).find((finding) => finding.programme === programme);
}

const nothing: Evaluation = { truth: 'unknown', because: [], missing: [], planDecides: [], unsure: [] };

/** One population is enough. */
function ecmFinding(populations: readonly Dated<Population>[], held: Held): Finding {
  const inForce = populations.filter(({ lapsedOn }) => lapsedOn === undefined);
  const weighed = inForce.map(({ rule }) => ({ id: rule.id, ...weigh(rule.when, held) }));
  const met = weighed.filter(({ truth }) => truth === 'met');
  const open = weighed.filter(({ truth }) => truth === 'unknown');
  const deciding = met.length > 0 ? met : open.length > 0 ? open : weighed;
  const truth = met.length > 0 ? 'met' : open.length > 0 || weighed.length === 0 ? 'unknown' : 'unmet';
  return {
    programme: 'ecm',
    truth,
    populations: met.map(({ id }) => id),
    because: truth === 'unknown' ? [] : merged(deciding.map(({ because }) => because)),
    missing: truth === 'unknown' ? merged(open.map(({ missing }) => missing)) : [],
    planDecides: merged((met.length > 0 ? met : weighed).map(({ planDecides }) => planDecides)),
    unsure: truth === 'unknown' ? merged(open.map(({ unsure }) => unsure)) : [],
  };
}

function supportFinding({ rule, lapsedOn }: Dated<CommunitySupport>, held: Held): Finding {
  const about = { programme: rule.id, populations: [] };
  if (lapsedOn !== undefined) return { ...about, ...nothing, lapsedOn };
  const weighed = weigh(rule.when, held);
  const waits = rule.after !== undefined && weighed.truth === 'met';
  return waits ? { ...about, ...weighed, truth: 'unknown', after: rule.after } : { ...about, ...weighed };
}

const merged = <T>(lists: readonly (readonly T[])[]): readonly T[] => [...new Set(lists.flat())];
