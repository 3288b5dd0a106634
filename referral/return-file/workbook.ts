/**
 * The rows of an Excel workbook (.xlsx), each cell as the text that the same file saved as CSV would have: what follows
 * reads both alike. Formulas are not evaluated: the value that was saved with them counts.
 */
import { columnIds, known } from './columns.ts';
import type { FileRecord } from './csv.ts';
import type { FileProblem } from './problem.ts';
import { openPackage, type Package } from './workbook/package.ts';
import { refusedWith, Refused } from './workbook/refused.ts';
import { sheetRecords } from './workbook/sheet.ts';
import { readStrings } from './workbook/strings.ts';
import { plainStyles, readStyles } from './workbook/styles.ts';
import { readBook, type Book } from './workbook/book.ts';

export type WorkbookRead =
  | { readonly kind: 'records'; readonly records: readonly FileRecord[] }
  | { readonly kind: 'wrong'; readonly problem: FileProblem };

export type WorkbookLimits = {
  /** Rows with anything in them; one more is given, so that too many can be told from just enough. */
  readonly rows: number;
  /** Bytes of everything that is unpacked. */
  readonly unpacked: number;
  readonly columns: number;
};

/** Sheets of a workbook that are looked at for our headings. */
const mostSheets = 20;

export async function readWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Promise<WorkbookRead> {
  try {
    const parts = await openPackage(bytes, limits.unpacked);
    const book = await readBook(parts);
    const read = await sheetReader(parts, book, limits);
    return { kind: 'records', records: even(await read(await rightSheet(book, read), limits.rows + 1)) };
  } catch (error) {
    return { kind: 'wrong', problem: { code: refusedWith(error) } };
  }
}

type ReadSheet = (name: string, most: number) => Promise<readonly FileRecord[]>;

async function sheetReader(parts: Package, book: Book, { columns }: WorkbookLimits): Promise<ReadSheet> {
  const strings = book.strings === null ? [] : await readStrings(parts(book.strings));
  const styles = book.styles === null ? plainStyles : await readStyles(parts(book.styles));
  const cells = { strings, styles, from1904: book.from1904, mostColumns: columns };
  return (name, most) => sheetRecords(parts(name), cells, most);
}

/** Of the sheets that can be seen, the one whose first row has most of our headings. */
async function rightSheet({ sheets }: Book, read: ReadSheet): Promise<string> {
  const [only, ...others] = sheets;
  if (only === undefined) throw new Refused('otherFile');
  if (others.length === 0) return only;
  const named = new Map<string, number>();
  for (const sheet of sheets.slice(0, mostSheets)) {
    const [first] = await read(sheet, 1);
    named.set(sheet, known(first?.cells ?? []));
  }
  const found = [...named].sort(([, one], [, other]) => other - one);
  if ((found[1]?.[1] ?? 0) === columnIds.length) throw new Refused('twoSheets');
  return found[0]?.[0] ?? only;
}

/** All rows as wide as the widest, as a spreadsheet saves them as CSV. */
function even(records: readonly FileRecord[]): readonly FileRecord[] {
  const width = Math.max(0, ...records.map(({ cells }) => cells?.length ?? 0));
  return records.map(({ row, cells }) => ({
    row,
    cells: Array.from({ length: width }, (_, at) => cells?.[at] ?? ''),
  }));
}
