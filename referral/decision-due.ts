/** By when the plan should decide, and who calls be known. For ECM by the State's guide; for supports as plans have it. */
import { addDays, type IsoDate } from '../policy/calendar.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import { addWorkingDays } from './working-days.ts';

/**
 * When a decision is due: 5 working days after the filing (ECM Policy Guide, pp. 103-104; for supports the Alliance's
 * page), and 90 days for home modifications, which are assessed first (CalOptima GG.1355, III.I.13.c). Counted from the
 * filing and not from the receipt, because that is what the member was told.
 */
export function decisionDue(programme: ProgrammeId, filedOn: IsoDate): IsoDate {
  return programme === 'homeModifications' ? addDays(filedOn, 90) : addWorkingDays(filedOn, 5);
}

/** Clock hours in which a plan decides what it takes as urgent; whether it does is the plan's to say. */
const urgentHours = 72;

/** The instant (ISO 8601) by which it has decided then. */
export function urgentDue(filedAt: string): string {
  return new Date(Date.parse(filedAt) + urgentHours * 3_600_000).toISOString();
}

/** Home modifications are assessed first: no source gives hours for them. */
export const hasUrgentClock = (programme: ProgrammeId): boolean => programme !== 'homeModifications';

/**
 * When a provider should know of it: 10 working days after the approval of ECM (ECM Policy Guide, p. 112). Supports go
 * to one within 2 (CalOptima GG.1355, III.D.2); no source says by when a member is called.
 */
export function assignmentDue(approvedOn: IsoDate): IsoDate {
  return addWorkingDays(approvedOn, 10);
}
