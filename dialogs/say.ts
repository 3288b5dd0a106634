import type { IsoDate } from '../policy/calendar.ts';
import type { Citation } from '../policy/citation.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import type { Truth } from '../policy/truth.ts';
import type { Key } from '../locales/index.ts';

/**
 * A value put into a sentence. Numbers, names and links are never part of a translated text;
 * each kind is written by the language's own formatter.
 */
export type Param =
  | string
  | number
  | { readonly word: Key }
  | { readonly words: readonly Key[] }
  | { readonly date: IsoDate }
  /** A time of day, `HH:MM`, Pacific. */
  | { readonly time: string }
  | { readonly phone: string }
  | { readonly url: string }
  | { readonly digits: string };
export type Params = Readonly<Record<string, Param>>;

/** One sentence or short paragraph of the catalogue, with its values. */
export type Line = { readonly key: Key; readonly params?: Params };

export type Option = { readonly id: string; readonly label: Line };

/** What the member is asked for; a channel lays it out (buttons, tick boxes, a field, digits). */
export type Input =
  | { readonly kind: 'one'; readonly options: readonly Option[] }
  | { readonly kind: 'many'; readonly options: readonly Option[]; readonly none: Option }
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'text' }
  | { readonly kind: 'phone' };

/** A question. `id` names what is asked, so that an old page can never answer another question. */
export type Ask = {
  readonly kind: 'ask';
  readonly id: string;
  readonly line: Line;
  readonly hint?: Line;
  readonly input: Input;
  /** Whether "I don't know" and "I'd rather not say" are offered. */
  readonly mayDecline: boolean;
  readonly mayAskWhy: boolean;
  readonly mayGoBack: boolean;
  /** About how many more questions, counted from the rules. */
  readonly left?: number;
};

/** One thing said. Every word is in the catalogue under a key: nothing here is prose. */
export type Say =
  | { readonly kind: 'line'; readonly line: Line }
  /** Shown in the member's language and in English, whatever was signed. */
  | { readonly kind: 'danger'; readonly lines: readonly Line[] }
  | Ask
  /** Offers beside a question: chosen freely, none waits. */
  | { readonly kind: 'offers'; readonly options: readonly Option[] }
  | {
      readonly kind: 'finding';
      readonly programme: ProgrammeId;
      readonly truth: Truth;
      readonly lines: readonly Line[];
      /** Told when it is asked for, on the page; a text message has no room for it. */
      readonly more: readonly Line[];
      readonly cites: readonly Citation[];
      readonly offers: readonly Option[];
    }
  | { readonly kind: 'source'; readonly cites: readonly Citation[] }
  /** Questions and answers, or the request before it goes; each row can be changed or left out by its option. */
  | { readonly kind: 'rows'; readonly title: Line; readonly rows: readonly Row[] }
  /** The card to save: number, who calls, from where, by when. */
  | { readonly kind: 'card'; readonly title: Line; readonly lines: readonly Line[] }
  /** A referral as a line of steps with dates. */
  | { readonly kind: 'steps'; readonly title: Line; readonly steps: readonly StepMark[] };

export type Row = {
  readonly label: Line;
  readonly values: readonly Line[];
  /** Masked in previews by text message: names and birth dates. */
  readonly masked?: boolean;
  readonly offer?: Option;
};
export type StepMark = {
  readonly line: Line;
  readonly on?: IsoDate;
  readonly by?: IsoDate;
  readonly state: 'done' | 'now' | 'next';
};
