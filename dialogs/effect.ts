import type { IsoDate } from '../policy/calendar.ts';
import type { Referral } from '../referral/referral.ts';
import type { CallBack } from '../referral/call-back.ts';
import type { Complaint } from '../referral/complaint.ts';
import type { DangerKind } from './danger-kind.ts';

/** What must be done before a step's words may be said: a write, or one read whose result is heard in the same turn. */
export type Effect =
  | { readonly do: 'file'; readonly referral: Referral }
  | { readonly do: 'callBack'; readonly callBack: CallBack }
  | { readonly do: 'complaint'; readonly complaint: Complaint }
  | { readonly do: 'alert'; readonly id: string; readonly danger: DangerKind; readonly wantsCall: boolean }
  | { readonly do: 'confirmHelper'; readonly number: string }
  | { readonly do: 'texting'; readonly allowed: boolean }
  | { readonly do: 'readStatus'; readonly number: string; readonly birthDate: IsoDate };
