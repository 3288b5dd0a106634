/** A form as data: what stands on it, in which order. How it looks is decided elsewhere. */
import type { IsoDate } from '../../policy/calendar.ts';
import type { SupportId } from '../../policy/rule.ts';

/** `adult` and `childYouth` are the two forms for Enhanced Care Management; each support has one of its own. */
export type FormId = 'adult' | 'childYouth' | SupportId;

export type Form = {
  readonly id: FormId;
  /** Short, for a list of forms. */
  readonly name: string;
  readonly title: string;
  /** What the form is made after, and that it is not the original. */
  readonly standing: string;
  /** Who it goes to, and which request it is. */
  readonly lead: readonly string[];
  readonly number: string;
  readonly filedOn: IsoDate;
  /** The member's languages, by tag or as typed: which shapes of Chinese characters are theirs. */
  readonly languages: readonly string[];
  /** That a fast decision is asked for; null where it is not. */
  readonly urgent: string | null;
  readonly safety: Safety;
  readonly sections: readonly Section[];
};

/** How the member may safely be reached; stands on top, and on every page. */
export type Safety = {
  readonly title: string;
  /** To be seen before anything else. */
  readonly grave: readonly string[];
  readonly limits: readonly string[];
  /** Instead of warnings, where there is nothing to warn of. */
  readonly clear: string | null;
  /** The warnings in a few words, for the head of every page: by fax, pages part. */
  readonly short: readonly string[];
};

export type Section = { readonly title: string; readonly blocks: readonly Block[] };

export type Block =
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | { readonly kind: 'ticks'; readonly title: string | null; readonly ticks: readonly Tick[] }
  /** A group of boxes with a box of its own: a population of focus. */
  | { readonly kind: 'heading'; readonly tick: Tick }
  | { readonly kind: 'note'; readonly lines: readonly string[] }
  /** Lines to sign on, by hand. */
  | { readonly kind: 'signature'; readonly labels: readonly string[] };

/** Null: not given. */
export type Field = { readonly label: string; readonly value: string | null; readonly wide?: true };

/** `no`: the member said no. `notAsked`: not asked, or left out by the member. Neither is ground for a denial. */
export type TickState = 'ticked' | 'no' | 'doesNotKnow' | 'ratherNotSay' | 'notAsked' | 'forPlan';

export type Tick = {
  readonly label: string;
  readonly state: TickState;
  /** The number or choice that the member said, where there is one. */
  readonly said: string | null;
};
