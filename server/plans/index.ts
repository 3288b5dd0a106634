import { Plan, type PlanFile } from '../../dialogs/plan.ts';
import { alliance } from './alliance.ts';
import { otherPlans } from './directory.ts';
import { iehp } from './iehp.ts';

/** The plans that have a file here; one more is one more name in this list. */
const files: readonly PlanFile[] = [alliance, iehp];

/** The names that `PLAN` can have. */
export const planIds: readonly string[] = files.map(({ id }) => id);

/** The plan of that name. Throws where there is none, with the names there are, and where its file is wrong. */
export function planById(id: string): Plan {
  const file = files.find((one) => one.id === id);
  if (!file) throw new Error(`There is no plan "${id}". Known plans: ${planIds.join(', ')}.`);
  return readPlan(file);
}

/** A plan out of its file, with the directory's other plans. Throws with the plan's name and each field at fault. */
export function readPlan(file: PlanFile): Plan {
  const read = Plan.safeParse({ ...file, elsewhere: otherPlans(file.id) });
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `  ${placeOf(path, file)}: ${message}`);
  throw new Error([`The file of the plan "${file.id}" is wrong:`, ...faults].join('\n'));
}

/** Where in the file; a form by its title too, since a plan has many. */
function placeOf(path: readonly PropertyKey[], { forms }: PlanFile): string {
  const place = path.map(String).join('.') || 'file';
  const title = path[0] === 'forms' && typeof path[1] === 'number' ? forms?.[path[1]]?.title : undefined;
  return title === undefined ? place : `${place} (form "${title}")`;
}
