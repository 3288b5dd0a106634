/** What Task.status may mean beside a decision, and without one (docs/fhir.md has the same as a table). */
import { isApproved, isOpen, type Decision } from '../decision.ts';
import type { RequestStatus } from '../status.ts';
import type { HeardTask } from './read.ts';
import type { TaskStatus } from './shape.ts';

const under = ['draft', 'requested', 'received', 'ready', 'accepted', 'in-progress'] as const;
const over = ['rejected', 'cancelled', 'failed', 'completed'] as const;

/** Beside which statuses a decision can stand. */
const fits: Readonly<Record<Decision, readonly TaskStatus[]>> = {
  pending: under,
  pendingInfo: [...under, 'on-hold'],
  approved: ['accepted', 'in-progress', 'on-hold', 'completed'],
  approvedModified: ['accepted', 'in-progress', 'on-hold', 'completed'],
  denied: over,
  void: over,
  withdrawn: over,
};

/** Whether status, decision and step of the loop can be true at once. */
export function agrees({ status, decision, loop }: HeardTask): boolean {
  if (decision === null) return true;
  if (!isApproved(decision)) return loop === null && fits[decision].includes(status);
  // What a provider declined, or what came to nothing, is over at the plan too: the approval stands.
  const isOver = loop?.state === 'closed' || loop?.state === 'declined';
  return fits[decision].includes(status) || (isOver && over.some((one) => one === status));
}

/**
 * What a status says without a code of ours: null is nothing new. `accepted` may be the referral or the request;
 * `rejected` a denial, a provider's word or not their member: such are shown to people and guessed by nobody.
 */
export function byStatusAlone(
  status: TaskStatus,
  standing: RequestStatus,
  wasOnHold: boolean,
): Extract<Decision, 'pending' | 'pendingInfo'> | 'ambiguous' | null {
  switch (status) {
    case 'draft':
    case 'requested':
    case 'received':
    case 'ready':
    case 'in-progress':
      // What the plan's system put on hold goes on.
      return standing.decision === 'pendingInfo' && wasOnHold ? 'pending' : null;
    case 'on-hold':
      return isOpen(standing.decision) ? 'pendingInfo' : 'ambiguous';
    case 'accepted':
      return isApproved(standing.decision) ? null : 'ambiguous';
    case 'rejected':
    case 'cancelled':
    case 'failed':
    case 'completed':
      return isKnownToBeOver(standing) ? null : 'ambiguous';
    case 'entered-in-error':
      return 'ambiguous';
  }
}

function isKnownToBeOver({ decision, loop }: RequestStatus): boolean {
  return isApproved(decision) ? loop?.state === 'closed' : !isOpen(decision);
}
