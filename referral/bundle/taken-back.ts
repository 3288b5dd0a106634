/** A request that the member has taken back: revoked, and its Task cancelled, unless the plan has ended it itself. */
import type { ProgrammeId } from '../../policy/rule.ts';
import { concept } from './elements.ts';
import type { Filing } from './filing.ts';
import type { Amendment, Had } from './follow-up.ts';
import { codes } from './systems.ts';

export function takenBack({ ids }: Filing, programmes: readonly ProgrammeId[], at: string): Amendment {
  const pairs = programmes.map((programme) => ({
    task: `Task/${ids.task(programme)}`,
    request: `ServiceRequest/${ids.request(programme)}`,
  }));
  return {
    urls: pairs.flatMap(({ task, request }) => [task, request]),
    changed: (found) => pairs.flatMap(({ task, request }) => changed(found.get(task), found.get(request), at)),
  };
}

/** What the plan has deleted, or ended, is over without us. */
function changed(task: Had | undefined, request: Had | undefined, at: string): readonly Had[] {
  if (!task || (isOver(task) && !isCancelledByUs(task))) return [];
  return [...(isOver(task) ? [] : [cancelled(task, at)]), ...(request && isOpen(request) ? [revoked(request)] : [])];
}

/** By its reason it is told from a plan's own word (`referral/task-answer`). */
const cancelled = (task: Had, at: string): Had => ({
  ...task,
  status: 'cancelled',
  statusReason: { ...concept(codes.followUp, 'withdrawn'), text: 'The member has taken this request back' },
  lastModified: at,
});

const revoked = (request: Had): Had => ({ ...request, status: 'revoked' });

/** Ended; whoever did it. */
export const isOver = ({ status }: Had): boolean => ended.has(status);
const ended: ReadonlySet<unknown> = new Set(['rejected', 'cancelled', 'failed', 'completed', 'entered-in-error']);

const isOpen = ({ status }: Had): boolean => status === 'draft' || status === 'active' || status === 'on-hold';

function isCancelledByUs({ status, statusReason }: Had): boolean {
  return status === 'cancelled' && JSON.stringify(statusReason ?? null).includes(`"${codes.followUp}"`);
}
