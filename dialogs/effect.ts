import type { IsoDate } from '../policy/calendar.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import type { Change } from '../referral/changes.ts';
import type { Referral } from '../referral/referral.ts';
import type { CallBack } from '../referral/call-back.ts';
import type { MemberSaid } from '../referral/case-event.ts';
import type { Complaint } from '../referral/complaint.ts';
import type { DangerKind } from './danger-kind.ts';

/** What must be done before a step's words may be said: a write, or one read whose result is heard in the same turn. */
export type Effect =
  | { readonly do: 'file'; readonly referral: Referral }
  | { readonly do: 'callBack'; readonly callBack: CallBack }
  | { readonly do: 'complaint'; readonly complaint: Complaint }
  | { readonly do: 'alert'; readonly id: string; readonly danger: DangerKind; readonly wantsCall: boolean }
  | { readonly do: 'confirmHelper'; readonly number: string }
  /** The member answers what the plan asked, or takes a request back. */
  | {
      readonly do: 'request';
      readonly number: string;
      readonly programme: ProgrammeId;
      readonly what: Change;
      readonly by: 'member' | 'helper';
    }
  /** Whoever writes from this phone has shown that it is the member's own. */
  | { readonly do: 'ownPhone'; readonly number: string }
  | { readonly do: 'memberSaid'; readonly number: string; readonly what: MemberSaid }
  | { readonly do: 'texting'; readonly allowed: boolean }
  | { readonly do: 'readStatus'; readonly number: string; readonly birthDate: IsoDate };
