/** A strict reader of comma-separated values (RFC 4180), with any of the delimiters that spreadsheets write. */

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Its place in the file, counted from 1, and its cells; null where it could not be read. */
export type FileRecord = { readonly row: number; readonly cells: readonly string[] | null };

/**
 * The records of a text, one after the other; no cells for one whose quotation marks are wrong. Reading goes on with the
 * line after the one on which such a record began: a mark that is never closed costs its own row and not those below.
 */
export function* csvRecords(text: string, delimiter: Delimiter): Generator<FileRecord> {
  let row = 0;
  for (let at = 0; at < text.length;) {
    const record = recordAt(text, at, delimiter);
    row += 1;
    yield { row, cells: record?.cells ?? null };
    at = record?.next ?? afterBreak(text, endOfLine(text, at));
  }
}

type Cell = { readonly text: string; readonly end: number };

function recordAt(text: string, start: number, delimiter: Delimiter): { cells: string[]; next: number } | null {
  const cells: string[] = [];
  for (let at = start; ; at += 1) {
    const cell: Cell | null = text[at] === '"' ? quotedAt(text, at) : plainAt(text, at, delimiter);
    if (!cell) return null;
    cells.push(cell.text);
    at = cell.end;
    if (text[at] === delimiter) continue;
    if (at < text.length && !isBreak(text[at])) return null;
    return { cells, next: afterBreak(text, at) };
  }
}

/** Two marks inside stand for one. */
function quotedAt(text: string, start: number): Cell | null {
  let end = start + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) return null;
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  return { text: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 };
}

const ends = { ',': /[,\r\n]/g, ';': /[;\r\n]/g, '\t': /[\t\r\n]/g } as const;

function plainAt(text: string, start: number, delimiter: Delimiter): Cell | null {
  const end = next(text, start, ends[delimiter]);
  const found = text.slice(start, end);
  return found.includes('"') ? null : { text: found, end };
}

const endOfLine = (text: string, start: number): number => next(text, start, /[\r\n]/g);

function next(text: string, start: number, sign: RegExp): number {
  sign.lastIndex = start;
  return sign.exec(text)?.index ?? text.length;
}

const isBreak = (sign: string | undefined): boolean => sign === '\r' || sign === '\n';

function afterBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}
