/** By when the plan should decide, and who calls be known (ECM Policy Guide, pp. 103-104; CalOptima GG.1355, Environmental Accessibility Adaptations). */
import { addDays, type IsoDate } from '../policy/calendar.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import { addWorkingDays } from './working-days.ts';

/**
 * When a decision is due: 5 working days after the filing, and 90 days for home modifications, which are assessed
 * first. Counted from the filing and not from the receipt, because that is what the member was told.
 */
export function decisionDue(programme: ProgrammeId, filedOn: IsoDate): IsoDate {
  return programme === 'homeModifications' ? addDays(filedOn, 90) : addWorkingDays(filedOn, 5);
}

/** When a provider should be assigned: 10 working days after the approval (ECM Policy Guide, p. 112). */
export function assignmentDue(approvedOn: IsoDate): IsoDate {
  return addWorkingDays(approvedOn, 10);
}
