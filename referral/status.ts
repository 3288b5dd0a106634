import type { IsoDate } from '../policy/calendar.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import type { Decision, Loop } from './decision.ts';
import type { Info } from './info-ask.ts';
import type { Contact } from './referral.ts';

/** What the desk has set for one request, with who and when kept in the audit log. */
export type RequestStatus = {
  readonly programme: ProgrammeId;
  readonly decision: Decision;
  readonly decidedOn: IsoDate | null;
  /** The day on which the notice was mailed; until it is entered, nothing of a denial or change is told. */
  readonly noticeMailedOn: IsoDate | null;
  readonly loop: Loop | null;
  readonly loopOn: IsoDate | null;
  /** Who will call, and from which number, once the plan has assigned a provider. */
  readonly provider: { readonly name: string; readonly phone: string } | null;
  /** What the plan asked by code in order to go on, while it waits for that; absent: it asked nothing so. */
  readonly info?: Info;
};

/** One referral as far as it has come. */
export type ReferralStatus = {
  readonly number: string;
  readonly filedOn: IsoDate;
  /** When the plan's system took it in; null while it waits in the outbox. */
  readonly receivedOn: IsoDate | null;
  /** The plan's system would not take it: a person calls about it, or, where no call is safe, they are asked to call. */
  readonly held: 'weCall' | 'youCall' | null;
  readonly asksForFast: boolean;
  readonly requests: readonly RequestStatus[];
  /** Who asks, as far as the plan's desk or the member's own contact has shown. */
  readonly teller: 'member' | 'helper';
  /** Whom the words speak to: the person themselves, or the one who filed for them and was released since. */
  readonly perspective: 'self' | 'other';
  /** The member asks by their own contact, and the one who filed for them has not been released yet. */
  readonly mayReleaseToHelper: boolean;
  /** Who asks may act for the person, too: it is them, or somebody whose right by law the desk has seen. */
  readonly mayAct?: boolean;
  /** They ask by the phone that the request gives for the person, and that is not the helper's. */
  readonly ownPhone?: boolean;
  /** In which form the person needs letters: the days of a right count from the letter in it (GG.1507 II.D.1). */
  readonly alternativeFormat?: Contact['alternativeFormat'];
};
