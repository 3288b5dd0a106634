import type { State } from '../dialogs/state.ts';
import type { Say } from '../dialogs/say.ts';
import type { ChannelName } from '../dialogs/world.ts';
import type { DangerKind } from '../dialogs/danger-kind.ts';
import type { IsoDate } from '../policy/calendar.ts';
import type { Tag } from '../locales/languages.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import type { Change } from '../referral/changes.ts';
import type { Referral } from '../referral/referral.ts';
import type { ReferralStatus } from '../referral/status.ts';
import type { CallBack } from '../referral/call-back.ts';
import type { MemberSaid } from '../referral/case-event.ts';
import type { Complaint } from '../referral/complaint.ts';
import type { OutboxItem, OutboxStore } from '../referral/outbox-store.ts';

/** One conversation as stored; `state` is null until its first turn. `version` counts the turns that were stored. */
export type ConversationRow = { readonly id: string; readonly version: number; readonly state: State | null };

/** Where somebody talks: `key` comes from our own adapter (a session, a phone number), never from a message. */
export type Talk = { readonly conversation: string; readonly channel: ChannelName; readonly key: string };

/** What was said in one turn, by whom, in which language; numbered within the conversation, without gaps. */
export type Message =
  | {
      readonly seq: number;
      readonly by: 'member';
      readonly at: string;
      readonly text: string;
      readonly choices: readonly string[];
    }
  | {
      readonly seq: number;
      readonly by: 'us';
      readonly at: string;
      readonly language: Tag;
      readonly says: readonly Say[];
    };

/** The choice that marks a turn which nobody's message began: something new, told once. No member ever sends it. */
export const newsMark = 'we: news';

/** Something that is set of a request in a talk, and by whom. */
export type RequestAct = {
  readonly number: string;
  readonly programme: ProgrammeId;
  readonly what: Change;
  /** `helper`: who filed for the member and may hear of it. */
  readonly by: 'member' | 'helper';
};

/** The seven parts of one turn, as one value: all of it is stored, or none. */
export type Unit = {
  readonly conversation: string;
  readonly channel: ChannelName;
  /** The version that the turn was run on; a store that has moved on refuses. */
  readonly expectedVersion: number;
  readonly state: State;
  /** Absent when we start (a status message). Its id is unique within the channel. */
  readonly inbound?: { readonly id: string; readonly text: string; readonly choices: readonly string[] };
  readonly replies: readonly { readonly language: Tag; readonly says: readonly Say[] }[];
  readonly referral?: Referral;
  readonly callBack?: CallBack;
  readonly complaint?: Complaint;
  /** Joins the alert of the same danger in this conversation, if nobody has taken that one yet. */
  readonly alert?: {
    readonly id: string;
    readonly danger: DangerKind;
    readonly language: Tag;
    readonly wantsCall: boolean;
    readonly phone: string | null;
  };
  /**
   * The member whom this referral is about said yes, in this conversation, that the helper may hear of it.
   * Whether the conversation is proven to be the member's own is for the bot to see to.
   */
  readonly confirmHelper?: { readonly number: string };
  /**
   * By the birth date it was shown, in this conversation by text, that the phone which a worker typed for the member is
   * the member's own.
   */
  readonly ownPhone?: { readonly number: string };
  /** What the member said when a clock had run out. Said once more, it is recorded once. */
  readonly memberSaid?: { readonly number: string; readonly what: MemberSaid };
  /**
   * What the member did with requests of theirs: answered the plan, or took one back. Where one of them stands otherwise
   * by now, the turn is refused as `moved`. Whose requests they are is for the bot to see to.
   */
  readonly requestEvents?: readonly RequestAct[];
  /** May texts be sent to this phone? Consent is kept per phone, with its day. */
  readonly texting?: { readonly phone: string; readonly allowed: boolean };
  readonly outbox: readonly OutboxItem[];
  readonly audit: readonly { readonly what: string; readonly about: string }[];
  /** Whose doing the audit log says it is: a worker who wrote for a caller; absent: the talk's own. */
  readonly worker?: string;
  readonly at: string;
};

export type Committed =
  /** What we said, as numbered: after the member's own message, which has the number before. */
  | { readonly kind: 'stored'; readonly version: number; readonly messages: readonly Message[] }
  /** Somebody else's turn came first: run this one again on the new state. */
  | { readonly kind: 'moved' }
  /** This inbound message was stored before; these are the replies that it got. */
  | { readonly kind: 'repeated'; readonly messages: readonly Message[] };

/** What the bot needs kept. One contract test holds every implementation. */
export interface Store extends OutboxStore {
  /** Finds or begins the conversation of this key. Throws for a stored state that this build cannot read. */
  conversation(channel: ChannelName, key: string): Promise<ConversationRow>;
  /**
   * The replies that an inbound message got, if it was seen before. Asked within one conversation only:
   * a page's ids come from the browser, and a guessed one must never show somebody else's replies.
   */
  repliesTo(message: { readonly conversation: string; readonly inbound: string }): Promise<readonly Message[] | null>;
  /** Resolves when all of it is durably stored. Rejects when none of it is: then nothing may be confirmed. */
  commit(unit: Unit): Promise<Committed>;
  /** What was said after `seq`, oldest first. */
  messagesSince(conversation: string, seq: number): Promise<readonly Message[]>;
  /**
   * Found only by number and birth date together; null for a wrong number, a wrong date, or both.
   * `provenPhone`: the phone that the channel proves to be the asker's own, which may be the member's.
   */
  status(number: string, birthDate: IsoDate, provenPhone: string | null): Promise<ReferralStatus | null>;
  /**
   * Where news of this referral may be told: where it was filed, unless a worker filed it, and where the member has
   * shown who they are since.
   */
  talksAbout(number: string): Promise<readonly Talk[]>;
  /** The phone that a worker typed for the member who was on the phone, and who agreed to texts; null: none may be sent. */
  typedPhone(number: string): Promise<string | null>;
  close(): Promise<void>;
}
