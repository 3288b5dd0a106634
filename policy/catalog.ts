import type { CommunitySupport, Population } from './rule.ts';
import type { IsoDate } from './calendar.ts';

/** Every rule, seen from one day: a rule whose last day is past is kept, marked with that day. */
export type Catalog = {
  readonly on: IsoDate;
  readonly populations: readonly Dated<Population>[];
  readonly supports: readonly Dated<CommunitySupport>[];
};
export type Dated<T> = { readonly rule: T; readonly lapsedOn?: IsoDate };

export declare function catalogOn(day: IsoDate): Catalog;
