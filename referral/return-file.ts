/**
 * A plan's Return Transmission File: what became of approved requests, as its providers report it each month
 * (policy guide, closed-loop referrals; docs/return-file.md).
 */
import { readRow, type ProgrammeNames, type ToldRow } from './return-file/cells.ts';
import { known, readHeader, type Header } from './return-file/columns.ts';
import { csvRecords, delimiters } from './return-file/csv.ts';
import { decoded } from './return-file/decoded.ts';
import type { FileProblem } from './return-file/problem.ts';

export type { ProgrammeNames, ToldRow, ToldStep } from './return-file/cells.ts';
export { headings, plain, type Column } from './return-file/columns.ts';
export { checkRows, inOrder, type CheckedRow, type KnownReferral, type LoopEvent } from './return-file/check.ts';
export type { FileProblem, RowCode, RowProblem } from './return-file/problem.ts';

/** In bytes, and in rows below the headings. */
export const largestReturnFile = 2 * 1024 * 1024;
export const mostRows = 5000;

export type ReturnFile =
  | {
      readonly kind: 'rows';
      /** In the order of the file. A row's number is the spreadsheet's: the headings stand in row 1. */
      readonly rows: readonly ToldRow[];
      /** How many columns are not ours, and were not read. */
      readonly ignored: number;
    }
  | { readonly kind: 'unreadable'; readonly problem: FileProblem };

/** Reads a whole file. Nothing is looked up yet, and no cell is kept but those that say what they should. */
export function readReturnFile(bytes: Uint8Array, programmes: ProgrammeNames): ReturnFile {
  if (bytes.length > largestReturnFile) return unreadable({ code: 'tooLarge' });
  const file = decoded(bytes);
  if (file.kind === 'wrong') return unreadable(file.problem);

  const delimiter = delimiterOf(file.text);
  const rows: ToldRow[] = [];
  let header: Header | undefined;
  let row = 0;
  for (const cells of csvRecords(file.text, delimiter)) {
    row += 1;
    // Spreadsheets leave empty rows behind.
    if (cells?.every((cell) => cell.trim() === '')) continue;
    if (!header) {
      if (!cells) return unreadable({ code: 'heading' });
      const read = readHeader(cells);
      if (read.kind === 'wrong') return unreadable(read.problem);
      header = read.header;
      continue;
    }
    if (rows.length === mostRows) return unreadable({ code: 'tooManyRows' });
    rows.push(readRow(row, cells, header, programmes));
  }
  if (!header || rows.length === 0) return unreadable({ code: 'noRows' });
  return { kind: 'rows', rows, ignored: header.ignored };
}

const unreadable = (problem: FileProblem): ReturnFile => ({ kind: 'unreadable', problem });

/** The one by which the first line names most of our columns. */
function delimiterOf(text: string): (typeof delimiters)[number] {
  const named = (delimiter: (typeof delimiters)[number]): number => {
    const [first] = csvRecords(text.trimStart(), delimiter);
    return known(first ?? []);
  };
  return delimiters.reduce((best, other) => (named(other) > named(best) ? other : best));
}
