import type { Decision } from '../../../referral/decision.ts';

/** Whether the plan has still to decide. */
export function isOpen(decision: Decision): boolean {
  return decision === 'pending' || decision === 'pendingInfo';
}
