import type { ProgrammeId } from '../policy/rule.ts';
import type { FollowUp, FollowUpKind } from './follow-up.ts';
import type { NewsTopic } from './news-topic.ts';
import type { Referral } from './referral.ts';

/** Something that must reach the outside exactly once, stored with the turn that caused it. */
export type OutboxItem =
  | {
      readonly kind: 'referral';
      readonly id: string;
      readonly number: string;
      /** How often the desk has asked to send it again after the plan refused it, or said nothing; absent: never. */
      readonly again?: number;
    }
  /** What a member says to the plan of a request that it has; what exactly is read from the store when it is sent. */
  | {
      readonly kind: 'followUp';
      readonly id: string;
      readonly number: string;
      /** Null: it is about the referral as a whole. */
      readonly programme: ProgrammeId | null;
      readonly what: FollowUpKind;
      /** The place of what was said: among the events of its requests; a reminder's, among those of the referral. */
      readonly event: number;
      /** As with a referral. */
      readonly again?: number;
    }
  /** A neutral text that we start: it carries nothing of why (design.md invariant 8). */
  | {
      readonly kind: 'text';
      readonly id: string;
      readonly phone: string;
      /** By tag. */
      readonly language: string;
      readonly notBefore: string | null;
    }
  /** Something new for a conversation that is open, or for its next visit. */
  | {
      readonly kind: 'news';
      readonly id: string;
      readonly number: string;
      /** Null: it is about the referral as a whole. */
      readonly programme: ProgrammeId | null;
      readonly topic: NewsTopic;
    };

export type Claimed = { readonly item: OutboxItem; readonly attempt: number; readonly leaseUntil: string };

/** What became of one try. */
export type Sent =
  | { readonly kind: 'done' }
  /** `reason`: why it waits. `answer`: what the other side said, word for word; sealed, for the desk alone. */
  | { readonly kind: 'again'; readonly notBefore: string; readonly reason?: string; readonly answer?: string }
  /** Will never go by itself: the desk sees it with this reason code. */
  | { readonly kind: 'refused'; readonly reason: string; readonly answer?: string };

/** The part of the store that the sender works from. Instants are ISO 8601. */
export interface OutboxStore {
  /**
   * Takes up to `most` items that are due, until the lease runs out; nobody else gets them meanwhile.
   * An item waits for the earlier ones of its kind for the same member, so that they arrive in order: until they were
   * handed over, if not acknowledged yet, and not for one that breaks here again and again. A follow-up waits for its
   * referral until that was handed over, whatever keeps it; no other member's item, and no referral, waits for one.
   */
  claim(now: string, leaseUntil: string, most: number): Promise<readonly Claimed[]>;
  /**
   * What became of a try. Only "done" is taken from a sender whose lease was lost to another.
   * A referral that is done has been received by the plan.
   */
  settle(claimed: Claimed, sent: Sent, now: string): Promise<void>;
  /** A referral as filed, for the plan. */
  filed(number: string): Promise<Referral | null>;
  /**
   * What a follow-up says. `overtaken`: it is not to be said any more, for the desk has set the request otherwise since.
   * Null: there is no such thing.
   */
  followUp(item: Extract<OutboxItem, { kind: 'followUp' }>): Promise<FollowUp | 'overtaken' | null>;
  /** Whether the owner of this phone has agreed to texts, and has not taken it back. */
  mayText(phone: string): Promise<boolean>;
  /** The carrier said that the owner has taken it back there. Only the phone itself can give it again. */
  stopTexts(phone: string, at: string): Promise<void>;
}
