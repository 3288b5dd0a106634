import type { DangerKind } from '../../dialogs/danger-kind.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import type { CallBack } from '../../referral/call-back.ts';
import type { CaseEvent } from '../../referral/case-event.ts';
import type { MemberMatch } from '../../referral/member-match.ts';
import type { Change } from '../../referral/changes.ts';
import type { Decision, Loop } from '../../referral/decision.ts';
import type { Referral } from '../../referral/referral.ts';
import type { RequestStatus } from '../../referral/status.ts';

/** One line of the list: what a worker needs to choose by, no more. */
export type ReferralRow = {
  readonly number: string;
  readonly name: string;
  readonly filedAt: string;
  readonly receivedAt: string | null;
  readonly language: string;
  readonly asksForFast: boolean;
  readonly byHelper: boolean;
  readonly confidential: boolean;
  readonly doNotContact: boolean;
  /** Who works on it, as the audit log names them; null: nobody. */
  readonly assignedTo: string | null;
  /** Null: nobody has looked yet. */
  readonly match: MemberMatch | null;
  readonly requests: readonly {
    readonly programme: ProgrammeId;
    readonly decision: Decision;
    readonly loop: Loop | null;
  }[];
};

/** Who set what, when; the history of one request is never rewritten. */
export type RequestEvent = {
  readonly at: string;
  readonly by: string;
  readonly programme: ProgrammeId;
  readonly what: Change;
};

/** Who recorded what of the referral as a whole, when. */
export type CaseNote = { readonly at: string; readonly by: string; readonly what: CaseEvent };

export type ReferralFile = {
  readonly referral: Referral;
  readonly filedAt: string;
  readonly receivedAt: string | null;
  readonly status: readonly RequestStatus[];
  readonly events: readonly RequestEvent[];
  readonly notes: readonly CaseNote[];
  /** Numbers of other referrals for the same name and birth date, the newest first. */
  readonly samePerson: readonly string[];
};

/** A call-back or a danger alert, waiting, taken or done. */
export type Task<T> = T & {
  readonly id: string;
  readonly at: string;
  readonly takenBy: string | null;
  readonly takenAt: string | null;
  readonly doneAt: string | null;
  readonly outcome: string | null;
};
export type CallBackTask = Task<{ readonly callBack: CallBack }>;
export type AlertTask = Task<{
  readonly danger: DangerKind;
  readonly language: string;
  readonly wantsCall: boolean;
  readonly phone: string | null;
  readonly channel: string;
}>;

/** What the desk reads and writes. Every call names who does it; each is one line of the audit log. */
export interface DeskStore {
  referrals(by: string): Promise<readonly ReferralRow[]>;
  referral(number: string, by: string): Promise<ReferralFile | null>;
  /**
   * Adds an event; what it lets the member hear goes out in the same transaction.
   * False: no such request, or a step of the loop for a request that is not approved.
   */
  record(number: string, event: Omit<RequestEvent, 'at' | 'by'>, by: string): Promise<boolean>;
  /** Adds to what is recorded of the referral as a whole. False: no such referral. */
  recordCase(number: string, what: CaseEvent, by: string): Promise<boolean>;
  callBacks(by: string): Promise<readonly CallBackTask[]>;
  alerts(by: string): Promise<readonly AlertTask[]>;
  /** False when somebody else has taken it, or it is done. */
  take(kind: 'callBack' | 'alert', id: string, by: string): Promise<boolean>;
  finish(
    kind: 'callBack' | 'alert',
    id: string,
    outcome: 'reached' | 'noAnswer' | 'wrongNumber' | 'notNeeded',
    by: string,
  ): Promise<boolean>;
  /** One line of the audit log for an act that is none of the above (signed in, signed out). */
  audit(by: string, what: string, about: string): Promise<void>;
  /** One-time sign-in links, for a desk without OIDC. */
  addSignInLink(tokenHash: string, name: string, role: 'reader' | 'worker' | 'admin', expiresAt: string): Promise<void>;
  /** Redeems a link once; null when it is unknown, used or too old. */
  redeemSignInLink(
    tokenHash: string,
    now: string,
  ): Promise<{ readonly name: string; readonly role: 'reader' | 'worker' | 'admin' } | null>;
}

/** Something that did not reach the outside: `refused` will not go by itself, `waiting` was tried often in vain. */
export type UndeliveredItem = {
  readonly id: string;
  readonly kind: 'referral' | 'text' | 'news';
  /** The referral that it is about; a text is about none. */
  readonly number: string | null;
  readonly state: 'waiting' | 'refused';
  /** A code; its words are the desk's. */
  readonly reason: string;
  /** What the other side said, word for word, as far as it was kept. */
  readonly answer: string | null;
  readonly attempts: number;
  readonly since: string;
};

/** What the desk sees of the outbox. */
export interface UndeliveredStore {
  undelivered(by: string): Promise<readonly UndeliveredItem[]>;
  /** Puts it back in line. False: there is no such item. */
  sendAgain(id: string, by: string): Promise<boolean>;
}
