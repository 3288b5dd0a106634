import type { DangerKind } from '../../dialogs/danger-kind.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import type { CallAttempt } from '../../referral/call-attempt.ts';
import type { CallBack } from '../../referral/call-back.ts';
import type { CaseEvent } from '../../referral/case-event.ts';
import type { MemberMatch } from '../../referral/member-match.ts';
import type { Change } from '../../referral/changes.ts';
import type { Decision, Loop } from '../../referral/decision.ts';
import type { OutboxItem } from '../../referral/outbox-store.ts';
import type { Contact, Filer, Referral } from '../../referral/referral.ts';
import type { RequestStatus } from '../../referral/status.ts';

/** How one referral stands: what it lies in which queue by. */
export type ReferralStanding = {
  readonly filedOn: IsoDate;
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
  /** The phone that was given has said STOP, or is somebody else's. */
  readonly textsStopped: boolean;
  readonly wrongNumber: boolean;
  readonly requests: readonly {
    readonly programme: ProgrammeId;
    readonly decision: Decision;
    readonly decidedOn: IsoDate | null;
    /** The member has answered all that was asked: it waits for the plan. */
    readonly answered: boolean;
    readonly loop: Loop | null;
    /** Who will call is known. */
    readonly providerNamed: boolean;
    /** A denial or change was recorded, and never the day of its letter; also where it was taken back since. */
    readonly letterOwed: boolean;
  }[];
};

/** One line of the list: what a worker needs to choose and find it by, no more. */
export type ReferralRow = ReferralStanding & {
  readonly number: string;
  readonly name: string;
  readonly phone: string | null;
  readonly cardNumber: string | null;
  readonly county: string | null;
  readonly writtenLanguage: string;
};

/** Who set what, when; the history of one request is never rewritten. */
export type RequestEvent = {
  readonly at: string;
  readonly by: string;
  readonly programme: ProgrammeId;
  readonly what: Change;
};

/** Who recorded what of the referral as a whole, when. */
export type CaseNote = {
  readonly at: string;
  readonly by: string;
  readonly what: CaseEvent;
  /** How many events of its requests were recorded before it: the order of the two. Absent in old ones. */
  readonly eventsBefore?: number;
};

/** Another referral for the same name and birth date, as far as it bears on reaching the member safely. */
export type OtherFiling = {
  readonly number: string;
  readonly filedAt: string;
  readonly filer: Filer;
  readonly contact: Contact;
};

export type ReferralFile = {
  readonly referral: Referral;
  readonly filedAt: string;
  readonly receivedAt: string | null;
  readonly status: readonly RequestStatus[];
  readonly events: readonly RequestEvent[];
  readonly notes: readonly CaseNote[];
  /** The newest first, and at most fifty. */
  readonly samePerson: readonly OtherFiling[];
  /** Requests with a denial or change whose letter has no day yet, also where it was taken back since. */
  readonly lettersOwed: readonly ProgrammeId[];
  /** Violence was named then; `referral` says confidential also where it was after the filing. */
  readonly confidentialSince: 'filing' | 'later' | null;
  /** The phone that was given has said STOP, or is somebody else's. */
  readonly textsStopped: boolean;
  readonly wrongNumber: boolean;
};

/** A call-back or a danger alert, waiting, taken or done. */
export type Task<T> = T & {
  readonly id: string;
  readonly at: string;
  readonly takenBy: string | null;
  readonly takenAt: string | null;
  readonly doneAt: string | null;
  readonly outcome: string | null;
  /** Violence was named in its conversation. */
  readonly confidential: boolean;
};
/** Who tried to call, when, and how it went; never rewritten. */
export type MadeAttempt = { readonly at: string; readonly by: string; readonly attempt: CallAttempt };
export type CallBackTask = Task<{
  readonly callBack: CallBack;
  /** The phone is known to be somebody else's. */
  readonly wrongNumber: boolean;
  /** Oldest first. */
  readonly attempts: readonly MadeAttempt[];
  /** Referrals of the same conversation, the newest first. */
  readonly numbers: readonly string[];
}>;
/** A phone that was not the member's: what went there is to be looked at. */
export type PrivacyTask = Task<{
  readonly phone: string;
  readonly numbers: readonly string[];
  readonly texts: number;
  readonly talked: boolean;
  readonly voicemail: boolean;
}>;
export type TaskKind = 'callBack' | 'alert' | 'privacy';
export type TaskOutcome = 'reached' | 'noAnswer' | 'wrongNumber' | 'notNeeded';
export type PrivacyOutcome = 'nothingTold' | 'handedOver';
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
  /** The same without anything that is sealed: to be counted. */
  standings(by: string): Promise<readonly ReferralStanding[]>;
  referral(number: string, by: string): Promise<ReferralFile | null>;
  /**
   * Adds an event; what it lets the member hear goes out in the same transaction.
   * False: no such request, a step of the loop for a request that is not approved, or more is recorded of the referral
   * than the `seen` entries that were looked at.
   */
  record(number: string, event: Omit<RequestEvent, 'at' | 'by'>, by: string, seen?: number): Promise<boolean>;
  /**
   * Adds to what is recorded of the referral as a whole; a message goes out in the same transaction.
   * False: no such referral, something that can never be true of it, or more is recorded than the `seen` entries.
   */
  recordCase(number: string, what: CaseEvent, by: string, seen?: number): Promise<boolean>;
  /** Everybody who has signed in as one who may change things, as the audit log names them. */
  workers(): Promise<readonly string[]>;
  callBacks(by: string): Promise<readonly CallBackTask[]>;
  /** One call-back, as it is opened. */
  callBack(id: string, by: string): Promise<CallBackTask | null>;
  alerts(by: string): Promise<readonly AlertTask[]>;
  privacy(by: string): Promise<readonly PrivacyTask[]>;
  /** How many of each kind are not done. */
  waiting(by: string): Promise<Readonly<Record<TaskKind, number>>>;
  /** False when somebody else has taken it, or it is done. */
  take(kind: TaskKind, id: string, by: string): Promise<boolean>;
  /**
   * Adds a try at a call-back; what does not end it puts it back into the queue. A wrong number stops all texts to the
   * phone, marks what gives it, and is looked at under privacy. False: done, or nobody has taken it.
   */
  tryCallBack(id: string, attempt: CallAttempt, by: string): Promise<boolean>;
  /** A wrong number as with `tryCallBack`. */
  finish(kind: TaskKind, id: string, outcome: TaskOutcome | PrivacyOutcome, by: string): Promise<boolean>;
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
  readonly kind: OutboxItem['kind'];
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
