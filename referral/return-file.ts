/**
 * A plan's Return Transmission File: what became of approved requests, as its providers report it each month
 * (policy guide, closed-loop referrals; docs/return-file.md).
 */
import { readRow, type ProgrammeNames, type ToldRow } from './return-file/cells.ts';
import { known, readHeader, type Header } from './return-file/columns.ts';
import { csvRecords, delimiters, type FileRecord } from './return-file/csv.ts';
import { decoded } from './return-file/decoded.ts';
import type { FileProblem } from './return-file/problem.ts';
import { readWorkbook } from './return-file/workbook.ts';

export type { ProgrammeNames, ToldRow, ToldStep } from './return-file/cells.ts';
export { headings, plain, type Column } from './return-file/columns.ts';
export { checkRows, inOrder, type CheckedRow, type KnownReferral, type LoopEvent } from './return-file/check.ts';
export type { FileProblem, RowCode, RowProblem } from './return-file/problem.ts';

/** In bytes, and in rows below the headings. */
export const largestReturnFile = 2 * 1024 * 1024;
export const mostRows = 5000;
export const mostColumns = 200;
/** In bytes: what a workbook, which is compressed, may be unpacked to. */
export const largestUnpacked = 32 * 1024 * 1024;

export type ReturnFile =
  | {
      readonly kind: 'rows';
      /** In the order of the file. A row's number is the spreadsheet's: the headings stand in row 1. */
      readonly rows: readonly ToldRow[];
      /** How many columns are not ours, and were not read. */
      readonly ignored: number;
    }
  | { readonly kind: 'unreadable'; readonly problem: FileProblem };

/** Reads a whole file, CSV or XLSX. Nothing is looked up yet, and no cell is kept but those that say what they should. */
export async function readReturnFile(bytes: Uint8Array, programmes: ProgrammeNames): Promise<ReturnFile> {
  if (bytes.length > largestReturnFile) return unreadable({ code: 'tooLarge' });
  const file = decoded(bytes);
  switch (file.kind) {
    case 'wrong':
      return unreadable(file.problem);
    case 'text':
      return readRecords(csvRecords(file.text, delimiterOf(file.text)), programmes);
    case 'workbook': {
      // The headings are a row too.
      const limits = { rows: mostRows + 1, columns: mostColumns, unpacked: largestUnpacked };
      const book = await readWorkbook(bytes, limits);
      return book.kind === 'wrong' ? unreadable(book.problem) : readRecords(book.records, programmes);
    }
  }
}

function readRecords(records: Iterable<FileRecord>, programmes: ProgrammeNames): ReturnFile {
  const rows: ToldRow[] = [];
  let header: Header | undefined;
  for (const { row, cells } of records) {
    // Spreadsheets leave empty rows behind.
    if (cells?.every((cell) => cell.trim() === '')) continue;
    if (!header) {
      if (!cells) return unreadable({ code: 'heading' });
      if (cells.length > mostColumns) return unreadable({ code: 'tooManyColumns' });
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
    return known(first?.cells ?? []);
  };
  return delimiters.reduce((best, other) => (named(other) > named(best) ? other : best));
}
