/** What the member may hear of a decision or of a step after it, and the port that tells them. */
import type { Loop } from './decision.ts';
import type { Claimed, OutboxItem, Sent } from './outbox-store.ts';
import type { RequestStatus } from './status.ts';

export type NewsItem = Extract<OutboxItem, { readonly kind: 'news' }>;

/** Tells a conversation that there is something new: what it is, is read from the status when it is told. */
export interface News {
  tell(item: NewsItem, attempt: Claimed['attempt']): Promise<Sent>;
}

export type Standing = Pick<RequestStatus, 'decision' | 'noticeMailedOn' | 'loop'>;

/**
 * Whether there is anything in this standing that we may start to tell the member of (design.md 4).
 * A denial or change is first told by the plan's letter: until its day is entered, nothing of it is news.
 */
export function mayHear({ decision, noticeMailedOn, loop }: Standing): boolean {
  switch (decision) {
    case 'approved':
      return loop === null || mayHearStep(loop);
    case 'approvedModified':
      return noticeMailedOn !== null && (loop === null || mayHearStep(loop));
    case 'denied':
      return noticeMailedOn !== null;
    case 'pendingInfo':
    case 'void':
      return true;
    case 'pending':
    case 'withdrawn':
      return false;
  }
}

/** A provider who declines is the plan's to replace: it is no denial, and must not read like one. */
function mayHearStep(loop: Loop): boolean {
  switch (loop.state) {
    case 'accepted':
    case 'outreachInitiated':
    case 'closed':
      return true;
    case 'pending':
    case 'declined':
      return false;
  }
}

/** Whether the step from one status to the next brings the member news; the same told twice is none. */
export function isNews(before: RequestStatus, after: RequestStatus): boolean {
  return mayHear(after) && told(before) !== told(after);
}

function told({ decision, noticeMailedOn, loop, provider }: RequestStatus): string {
  return JSON.stringify([decision, noticeMailedOn !== null, loop, provider]);
}
