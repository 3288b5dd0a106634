import type { Answers } from './facts.ts';
import type { Evaluation } from './evaluate.ts';
import type { IsoDate } from './calendar.ts';
import type { PopulationId, ProgrammeId, SupportId } from './rule.ts';
import type { Catalog } from './catalog.ts';

/** What a member's answers say about one programme today. "Met" is told as "may qualify": only the plan decides. */
export type Finding = Evaluation & {
  readonly programme: ProgrammeId;
  /** For ECM, the populations of focus that are met. */
  readonly populations: readonly PopulationId[];
  /** Comes only with or after this support. */
  readonly after?: SupportId;
  /** The last day on which the rule was known to hold, when that day is past. */
  readonly lapsedOn?: IsoDate;
};

export declare function findings(catalog: Catalog, answers: Answers, today: IsoDate): readonly Finding[];
