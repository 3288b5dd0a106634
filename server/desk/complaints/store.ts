import type { ProgrammeId } from '../../../policy/rule.ts';
import type { LoopClock } from '../../../referral/news-topic.ts';
import type { Complaint, ComplaintKind } from '../../../referral/complaint.ts';

/** How a complaint or an appeal ended. Codes: what was written to the member is the plan's letter. */
export const complaintOutcomes = {
  grievance: ['resolved', 'partlyResolved', 'notUpheld', 'withdrawn', 'notOurs'],
  appeal: ['overturned', 'partlyOverturned', 'upheld', 'withdrawn', 'notOurs'],
} as const satisfies Record<ComplaintKind, readonly string[]>;
export type ComplaintOutcome = (typeof complaintOutcomes)[ComplaintKind][number];

/** One line of the queue: who does what by when, and nothing that was said. */
export type ComplaintRow = {
  readonly id: string;
  /** What it is worked on as: as it was made, or as it was corrected here. */
  readonly kind: ComplaintKind;
  /** The last time that its kind was changed here; its days are counted from receipt all the same. */
  readonly correction: { readonly madeAs: ComplaintKind; readonly by: string; readonly at: string } | null;
  readonly receivedAt: string;
  readonly language: string;
  readonly byHelper: boolean;
  readonly confidential: boolean;
  readonly asksForFast: boolean;
  /** Whether the plan takes it as urgent: null while nobody has judged it. */
  readonly urgent: boolean | null;
  readonly takenBy: string | null;
  readonly takenAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly answeredAt: string | null;
  readonly outcome: ComplaintOutcome | null;
};

/** `complaint.kind` is the kind as which it was made. */
export type ComplaintFile = ComplaintRow & { readonly complaint: Complaint };

/** What a member said when a day had passed with no word, to be judged: a complaint needs no such word. */
export type SaidRow = {
  readonly id: string;
  readonly number: string;
  /** When it was said: from then its days would count. */
  readonly at: string;
  /** Null: about all for which the day had passed. */
  readonly programme: ProgrammeId | null;
  readonly clock: LoopClock;
  readonly said: 'notCalled' | 'remind';
  readonly language: string;
  readonly byHelper: boolean;
  readonly confidential: boolean;
};

/** Complaints and appeals at the desk. Every call names who does it, and is one line of the audit log. */
export interface ComplaintStore {
  complaints(by: string): Promise<readonly ComplaintRow[]>;
  /** Those that were made about this referral, the oldest first. */
  complaintsOf(number: string, by: string): Promise<readonly ComplaintRow[]>;
  complaint(id: string, by: string): Promise<ComplaintFile | null>;
  /** False when somebody else has it, or it is answered. */
  takeComplaint(id: string, by: string): Promise<boolean>;
  /** That the member was told that it came. False when that was noted before, or it is answered. */
  acknowledgeComplaint(id: string, by: string): Promise<boolean>;
  /** Whether waiting would do harm, as the plan judges it: 72 hours, or the ordinary days. False when it is answered. */
  judgeComplaint(id: string, urgent: boolean, by: string): Promise<boolean>;
  /** That it is of this kind, whatever it was made as. False when it is so already, or answered. */
  correctComplaint(id: string, kind: ComplaintKind, by: string): Promise<boolean>;
  /** Those that nobody has judged, the oldest first. */
  saidToJudge(by: string): Promise<readonly SaidRow[]>;
  /** That it is a complaint, which it is from when it was said, or none. False when somebody has judged it. */
  judgeSaid(id: string, isComplaint: boolean, by: string): Promise<boolean>;
  /** False when it is answered already, or the outcome is of the other kind. */
  answerComplaint(id: string, outcome: ComplaintOutcome, by: string): Promise<boolean>;
}
