/** Whether a member can take back a request: judged by what they may be told, so that it gives no sign of a denial. */
import { told, type Standing } from './told.ts';

/**
 * While the plan decides, as far as the member was told, and after a yes until it is closed. A denial whose letter was
 * not mailed looks like an open request here, too: who takes it back at that moment is not held up, and the desk sees
 * both in the history.
 */
export function canTakeBack(standing: Standing): boolean {
  const is = told(standing);
  switch (is.kind) {
    case 'deciding':
    case 'pendingInfo':
    case 'answered':
      return true;
    case 'approved':
      return is.next.step !== 'closed';
    case 'letter':
      return is.of === 'approvedModified' && is.next?.step !== 'closed';
    case 'void':
    case 'withdrawn':
      return false;
  }
}
