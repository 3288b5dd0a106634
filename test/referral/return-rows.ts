/** Rows of return files about an invented referral. */
import type { ProgrammeNames } from '../../referral/return-file.ts';

export const number = '12345678901237';

export const header =
  'Referral Number,Program,Referral Status,Date of Referral Status Update,Reason for Referral Loop Closure';

export const names: ProgrammeNames = new Map([
  ['ecm', 'ecm'],
  ['enhanced care management', 'ecm'],
  ['medicallytailoredmeals', 'medicallyTailoredMeals'],
]);

type Cells = Partial<Record<'number' | 'program' | 'status' | 'date' | 'reason', string>>;

/** One line, as it stands in the file: an accepted request for Enhanced Care Management, unless given. */
export function row(cells: Cells = {}): string {
  const all = {
    number,
    program: 'Enhanced Care Management',
    status: 'Accepted',
    date: '11/24/2026',
    reason: '',
    ...cells,
  };
  return [all.number, all.program, all.status, all.date, all.reason].join(',');
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
