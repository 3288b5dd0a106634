/** What only the plan can judge, in the parts of a condition where that can still matter. */
import type { Compiled, Part } from './compiled.ts';
import type { PlanDecides } from './condition.ts';
import { add } from './lists.ts';
import { met, unmet } from './reach.ts';

/**
 * What the plan would still judge: not where the answers already say no, nor beside an alternative that they meet. Right
 * after the first pass, before anything is supposed.
 */
export function openToThePlan({ root, plans }: Compiled): readonly PlanDecides[] {
  const open: PlanDecides[] = [];
  if (plans) collectPlans(root, open);
  return open;
}

function collectPlans(part: Part, open: PlanDecides[]): void {
  if (part.plan) add(open, part.plan);
  if (part.parts.length === 0 || !couldStillBeMet(part)) return;
  const already = part.kind === 'any' && part.weighed.some(({ reach }) => reach === met);
  for (const inner of part.parts) if (!already || (!inner.planOnly && inner.reach === met)) collectPlans(inner, open);
}

/** Whether some judgement of the plan's could still make it met: an "or" beside a "no" of the member's counts. */
function couldStillBeMet(part: Part): boolean {
  if (part.planOnly || part.reach !== unmet) return true;
  switch (part.kind) {
    case 'all':
      return part.parts.every(couldStillBeMet);
    case 'any':
      return part.parts.some(couldStillBeMet);
    case 'atLeastN':
      return part.parts.filter(couldStillBeMet).length >= part.n;
    case 'criterion':
    case 'plan':
    case 'not':
      return false;
  }
}
