import type { IsoDate } from '../../../policy/calendar.ts';
import type { ProgrammeId } from '../../../policy/rule.ts';
import type { Decision, Loop } from '../../../referral/decision.ts';
import type { Referral, Relation } from '../../../referral/referral.ts';

/** One programme asked for, as it stands now, without anything that says who asks. Instants are ISO 8601. */
export type ReportedRequest = {
  readonly number: string;
  readonly programme: ProgrammeId;
  readonly filedOn: IsoDate;
  readonly filedAt: string;
  /** When the plan's system took it in. */
  readonly receivedAt: string | null;
  readonly channel: Referral['channel'];
  readonly language: string;
  readonly county: string | null;
  readonly asksForFast: boolean;
  /** Who filed, `self` for the member; a helper's organization as they typed it. */
  readonly relation: Relation;
  readonly organization: string | null;
  readonly decision: Decision;
  readonly decidedOn: IsoDate | null;
  /** When the decision was recorded here. */
  readonly recordedAt: string | null;
  readonly noticeMailedOn: IsoDate | null;
  readonly loop: Loop | null;
  readonly loopOn: IsoDate | null;
};

export type Period = { readonly first: IsoDate; readonly last: IsoDate };

/** What is counted and handed on. Every call names who does it, and is one line of the audit log. */
export interface ReportStore {
  /**
   * The requests of referrals that were filed on these days, part by part, so that no turn of a member waits for a
   * whole month to be opened. `next` is where the next part begins; null: there is none.
   */
  filedIn(
    period: Period,
    after: string | null,
    by: string,
  ): Promise<{ readonly requests: readonly ReportedRequest[]; readonly next: string | null }>;
}
