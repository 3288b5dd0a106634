import type { IsoDate } from '../policy/calendar.ts';
import type { Catalog } from '../policy/catalog.ts';
import type { NewsDue } from '../referral/news-topic.ts';
import type { ReferralStatus } from '../referral/status.ts';
import type { Plan } from './plan.ts';

/** One thing that is new, with what stands of its referral now. */
export type News = NewsDue & { readonly status: ReferralStatus };

/** `desk`: a worker of the plan, who asks a caller and writes down what they say. */
export type ChannelName = 'web' | 'sms' | 'botframework' | 'desk';

/** All that a dialog may know beside the conversation itself. Never a clock, never a socket. */
export type World = {
  /** The date in California. */
  readonly today: IsoDate;
  readonly plan: Plan;
  readonly catalog: Catalog;
  readonly channel: ChannelName;
  /** Whether somebody answers the plan's line at this moment, by the plan's own hours. */
  readonly staffed: boolean;
  /** Whether somebody takes danger alerts at this moment, by the plan's own on-call hours. */
  readonly onCall: boolean;
  /** What is new of requests filed here, to be told with this turn. */
  readonly news: readonly News[];
  /** New, too, for a member who gave this phone to a worker, and has not shown yet that it is theirs. */
  readonly unproven?: readonly NewsDue[];
  /** How the referral that is being talked about stands now, read for this turn where something is to be done with it. */
  readonly standing?: ReferralStatus;
  /** Where the same conversation can be had on the web, when the deployment has a public address. */
  readonly webUrl?: string;
  /** The number that members text, when the deployment has one. */
  readonly textNumber?: string;
  /** The phone of the member's own that this channel proves: by SMS the sender's, else nothing. */
  readonly provenPhone?: string;
  /** Minted for this turn, so that a confirmation number can be said before anything is stored. */
  readonly ids: {
    readonly referralNumber: string;
    readonly caseId: string;
    readonly callBackId: string;
    readonly complaintId: string;
    readonly alertId: string;
  };
};
