/** One row of a return file: which step of which request it tells, or what is wrong with which cell. */
import { isIsoDate, type IsoDate } from '../../policy/calendar.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import type { ClosureReason, Loop } from '../decision.ts';
import { plain, type Column, type Header } from './columns.ts';
import type { RowCode, RowProblem } from './problem.ts';

/** What one row says. `programme` is null where the cell is empty. */
export type ToldStep = {
  readonly number: string;
  readonly programme: ProgrammeId | null;
  readonly loop: Loop;
  readonly on: IsoDate;
};

export type ToldRow = { readonly row: number } & (
  | { readonly kind: 'step'; readonly step: ToldStep }
  | { readonly kind: 'wrong'; readonly problems: readonly RowProblem[] }
);

/** Programmes by the names under which they may stand in a file, each as `plain` makes it. */
export type ProgrammeNames = ReadonlyMap<string, ProgrammeId>;

/** `cells` is null for a record that could not be read. */
export function readRow(
  row: number,
  cells: readonly string[] | null,
  { width, at }: Header,
  programmes: ProgrammeNames,
): ToldRow {
  if (!cells) return { row, kind: 'wrong', problems: [{ column: null, code: 'quoting' }] };
  if (cells.length !== width) return { row, kind: 'wrong', problems: [{ column: null, code: 'cellCount' }] };

  const problems: RowProblem[] = [];
  const wrong = (column: Column, code: RowCode): null => {
    problems.push({ column, code });
    return null;
  };
  const cell = (column: Column): string | null => {
    const text = (cells[at[column]] ?? '').trim();
    return /^[=+\-@]./.test(text) ? wrong(column, 'formula') : text;
  };
  const number = readNumber(cell('number'), wrong);
  const programme = readProgramme(cell('program'), programmes, wrong);
  const loop = readLoop(cell('status'), cell('reason'), wrong);
  const on = readDate(cell('date'), wrong);

  return number !== null && loop && on && problems.length === 0
    ? { row, kind: 'step', step: { number, programme, loop, on } }
    : { row, kind: 'wrong', problems };
}

type Wrong = (column: Column, code: RowCode) => null;

/** Fourteen digits, also in the groups in which they are shown. */
function readNumber(text: string | null, wrong: Wrong): string | null {
  if (text === null) return null;
  if (text === '') return wrong('number', 'required');
  const digits = text.replace(/[\s-]/gu, '');
  if (/^\d{14}$/.test(digits)) return digits;
  return wrong('number', /^\d(?:[.,]\d+)?e\+?\d+$/i.test(digits) ? 'numberRounded' : 'badNumber');
}

function readProgramme(text: string | null, programmes: ProgrammeNames, wrong: Wrong): ProgrammeId | null {
  if (text === null || text === '') return null;
  return programmes.get(plain(text)) ?? wrong('program', 'unknownProgram');
}

/** As copies of the State's guidance on closed-loop referrals have them. Only these six reasons have words for members. */
export const statusNames: Readonly<Record<Loop['state'], string>> = {
  accepted: 'Accepted',
  declined: 'Declined',
  pending: 'Pending',
  outreachInitiated: 'Outreach Initiated',
  closed: 'Referral Loop Closed',
};
export const reasonNames: Readonly<Record<ClosureReason, string>> = {
  servicesReceived: 'Services Received',
  providerDeclined: 'Service Provider Declined',
  unableToReach: 'Unable to Reach Member',
  noLongerEligible: 'Member No Longer Eligible for Services',
  noLongerNeeded: 'Member No Longer Needs Services or Declines Services',
  other: 'Other',
};

const stateOf = byName(statusNames);
const reasonOf = byName(reasonNames);

function byName<Id extends string>(names: Readonly<Record<Id, string>>): (text: string) => Id | undefined {
  const ids = new Map((Object.keys(names) as Id[]).map((id) => [plain(names[id]), id]));
  return (text) => ids.get(plain(text));
}

function readLoop(status: string | null, because: string | null, wrong: Wrong): Loop | null {
  if (status === null || because === null) return null;
  if (status === '') return wrong('status', 'required');
  const state = stateOf(status) ?? wrong('status', 'unknownStatus');
  if (state === null) return null;
  if (state !== 'closed') return because === '' ? { state } : wrong('reason', 'reasonNotForThis');
  if (because === '') return wrong('reason', 'reasonMissing');
  const reason = reasonOf(because) ?? wrong('reason', 'unknownReason');
  return reason && { state, reason };
}

/** As the guidance has it (11/20/2026), as spreadsheets shorten that (11/5/2026), or ISO. */
function readDate(text: string | null, wrong: Wrong): IsoDate | null {
  if (text === null) return null;
  if (text === '') return wrong('date', 'required');
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const date = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isIsoDate(date)) return date;
  return wrong('date', /^\d{5}$/.test(text) ? 'serialDate' : 'notADate');
}
