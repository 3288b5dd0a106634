/** What a member says to the plan of a request that it has: it goes to the plan's own system, as the referral did. */
import type { IsoDate } from '../policy/calendar.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import type { InfoAnswer, InfoAsk } from './info-ask.ts';
import type { LoopClock } from './news-topic.ts';
import type { Referral } from './referral.ts';

/** They take it back, answer what the plan asked, or ask it to go on because a clock ran out with no word. */
export const followUpKinds = ['withdrawn', 'answered', 'reminder'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** Made of what is recorded, which never changes: the same follow-up is always the same. */
export type FollowUp = {
  readonly referral: Referral;
  /** Its place among what is recorded of the referral: by its kind and this it is known. */
  readonly event: number;
  /** When it was said; ISO 8601, UTC. */
  readonly at: string;
  /** The requests that it is about. */
  readonly programmes: readonly [ProgrammeId, ...ProgrammeId[]];
} & (
  | { readonly what: 'withdrawn'; readonly by: FollowUpBy }
  | {
      readonly what: 'answered';
      readonly by: FollowUpBy;
      readonly answer: InfoAnswer;
      /** The day on which the plan asked; null where it is not known any more. */
      readonly askedOn: IsoDate | null;
      /** What it asked and had no answer to after this one. */
      readonly open: readonly InfoAsk[];
    }
  | { readonly what: 'reminder'; readonly clock: LoopClock }
);

/** The member; or who filed for them, and may hear of it or act for them. */
export type FollowUpBy = 'member' | 'helper';

/** By this name the plan's side knows it: `12345678901237-answered-2`. It says which request, and never who. */
export function followUpName(number: string, { what, event }: Pick<FollowUp, 'what' | 'event'>): string {
  return `${number}-${what}-${event}`;
}

/** What can be asked and chosen, in the plan's staff's words. */
export type AskWords = {
  readonly ask: (ask: InfoAsk) => string;
  readonly option: (ask: InfoAsk, id: string) => string;
};
