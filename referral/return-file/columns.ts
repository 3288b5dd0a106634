/** The columns of a return file, found by their headings in whatever order they stand. */
import type { FileProblem } from './problem.ts';

/** The three closed-loop elements by the names that the State gives them (policy guide, closed-loop referrals), and which request they are about. */
export const headings = {
  number: 'Referral Number',
  program: 'Program',
  status: 'Referral Status',
  date: 'Date of Referral Status Update',
  reason: 'Reason for Referral Loop Closure',
} as const;
export type Column = keyof typeof headings;
export const columnIds = Object.keys(headings) as readonly Column[];

export type Header = {
  /** How many cells each row must have. */
  readonly width: number;
  /** Where each column stands, from 0. */
  readonly at: Readonly<Record<Column, number>>;
  /** Columns that are not ours: they are not read. */
  readonly ignored: number;
};

export type HeaderRead =
  { readonly kind: 'header'; readonly header: Header } | { readonly kind: 'wrong'; readonly problem: FileProblem };

export function readHeader(cells: readonly string[]): HeaderRead {
  const found = cells.map(plain);
  const places = (column: Column): readonly number[] =>
    found.flatMap((heading, at) => (heading === plain(headings[column]) ? [at] : []));
  const missing = columnIds.filter((column) => places(column).length === 0);
  if (missing.length > 0) return { kind: 'wrong', problem: { code: 'columnsMissing', columns: missing } };
  const twice = columnIds.filter((column) => places(column).length > 1);
  if (twice.length > 0) return { kind: 'wrong', problem: { code: 'columnsTwice', columns: twice } };
  const place = (column: Column): number => found.indexOf(plain(headings[column]));
  const at = {
    number: place('number'),
    program: place('program'),
    status: place('status'),
    date: place('date'),
    reason: place('reason'),
  };
  return { kind: 'header', header: { width: cells.length, at, ignored: cells.length - columnIds.length } };
}

/** How many of our columns these headings name. */
export function known(cells: readonly string[]): number {
  const found = new Set(cells.map(plain));
  return columnIds.filter((column) => found.has(plain(headings[column]))).length;
}

/** A heading or a value as it is compared: kinds of spaces, underscores and capitals make no difference. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s_]+/gu, ' ')
    .trim()
    .toLowerCase();
}
