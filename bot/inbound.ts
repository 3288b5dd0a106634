import type { DangerKind } from '../dialogs/danger-kind.ts';
import type { ChannelName } from '../dialogs/world.ts';
import type { Finding } from '../policy/findings.ts';
import type { Tag } from '../locales/languages.ts';
import type { Message } from './store.ts';

/** One message of a member, after its channel has checked where it comes from. */
export type Inbound = {
  readonly channel: ChannelName;
  /** Whose conversation: minted or proven by our own adapter (a session, a phone), never taken from the message. */
  readonly key: string;
  /** Unique within the channel: the same id twice is one turn. */
  readonly id: string;
  /** Words as typed; empty when only choices were made. */
  readonly text: string;
  /** Option ids of buttons and tick boxes. */
  readonly choices: readonly string[];
  /** Id of the question that the page showed; null where a channel has no such thing. */
  readonly question: string | null;
  readonly attachments: number;
  /** The language that the browser or the carrier suggests; never overrides a choice. */
  readonly suggestedLanguage: Tag | null;
  /** From where it came, as far as the network tells: for limits alone, never stored. */
  readonly address?: string;
  /** The phone that the channel proves to be the sender's own. */
  readonly provenPhone?: string;
  /** At the desk: who writes for the caller, as the audit log names them. */
  readonly worker?: string;
};

/** What one turn came to, for a channel to lay out. */
export type Outcome = {
  readonly language: Tag;
  readonly messages: readonly Message[];
  /** The question that now waits, as a page must send it back; null when nothing waits. */
  readonly question: string | null;
  readonly dialog: string | null;
  readonly danger: DangerKind | null;
  readonly findings: readonly Pick<Finding, 'programme' | 'truth'>[] | null;
  /** The number of a referral that this turn stored. */
  readonly confirmation: string | null;
  /** Nothing may be sent (STOP was heard, or this was heard before and is being retried by the carrier). */
  readonly silent: boolean;
};

/** The bot, as a channel sees it. */
export interface Talker {
  receive(inbound: Inbound): Promise<Outcome>;
  /** The conversation so far, to show again after a reload; greets when it has not begun. */
  open(inbound: Pick<Inbound, 'channel' | 'key' | 'suggestedLanguage' | 'provenPhone'>): Promise<Outcome>;
}
