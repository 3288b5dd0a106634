/** The port through which a referral reaches the plan. */
import type { FollowUp } from './follow-up.ts';
import type { Referral } from './referral.ts';

/** Why one try did not settle it; the desk sees it as a code while the referral waits. */
export type Trouble =
  | 'timeout'
  | 'unreachable'
  | 'busy'
  /** The plan's system says that something broke in it. */
  | 'planFailed'
  | 'unauthorized'
  /** The plan answered, and its answer could not be read. */
  | 'badAnswer'
  /** Handed over, and not acknowledged yet. */
  | 'notAcknowledged'
  /** And that for longer than the plan's file allows. */
  | 'acknowledgementLate'
  | 'folderGone'
  | 'folderFull'
  /** So many tries failed that for a while none is made. */
  | 'resting';

/**
 * What the plan said to one try. `notYet` is tried again; `refused` is not, and the desk sees the reason code.
 * `answer`: what the plan said, word for word and cut to `answerLimit`; kept sealed, for the desk alone, never told to a
 * member and never logged.
 * `waitSeconds`: no try before that, whatever the back-off says; the plan asked for it, or is left in peace.
 */
export type Submitted =
  | { readonly kind: 'received' }
  | { readonly kind: 'refused'; readonly reason: string; readonly answer?: string }
  | NotYet;
export type NotYet = {
  readonly kind: 'notYet';
  readonly trouble: Trouble;
  readonly answer?: string;
  readonly waitSeconds?: number;
};

/** In characters. */
export const answerLimit = 8000;

/** Where referrals go. The same referral may be submitted more than once: its number makes it one. */
export interface PlanGateway {
  /** `again`: how often the desk has asked to send it again; what was said before that no longer counts. 0 unless given. */
  submit(referral: Referral, again?: number): Promise<Submitted>;
  /** Brings what the member said since to where their referral went. It, too, is one however often it is brought. */
  followUp(followUp: FollowUp, again?: number): Promise<Submitted>;
}
