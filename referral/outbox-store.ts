import type { ProgrammeId } from '../policy/rule.ts';
import type { Tag } from '../locales/languages.ts';

/** Something that must reach the outside exactly once, stored with the turn that caused it. */
export type OutboxItem =
  | { readonly kind: 'referral'; readonly id: string; readonly number: string }
  /** A neutral text that we start: it carries nothing of why (design.md invariant 8). */
  | {
      readonly kind: 'text';
      readonly id: string;
      readonly phone: string;
      readonly language: Tag;
      readonly notBefore: string | null;
    }
  /** Something new for a conversation that is open, or for its next visit. */
  | { readonly kind: 'news'; readonly id: string; readonly number: string; readonly programme: ProgrammeId };

export type Claimed = { readonly item: OutboxItem; readonly attempt: number; readonly leaseUntil: string };

/** What became of one try. */
export type Sent =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly notBefore: string }
  /** Will never go by itself: the desk sees it with this reason code. */
  | { readonly kind: 'refused'; readonly reason: string };

/** The part of the store that the sender works from. */
export interface OutboxStore {
  /** Takes up to `most` items that are due, for this long; nobody else gets them meanwhile. */
  claim(now: string, leaseUntil: string, most: number): Promise<readonly Claimed[]>;
  settle(id: string, sent: Sent, now: string): Promise<void>;
}
