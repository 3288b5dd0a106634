/** A table as CSV: RFC 4180, in UTF-8 with the mark by which spreadsheets know it. */

export type CsvColumn<T> = { readonly heading: string; readonly cell: (row: T) => string };

/** The whole file as text. Nothing that somebody has typed is run as a formula by the spreadsheet that opens it. */
export function csvFile<T>(rows: readonly T[], columns: readonly CsvColumn<T>[]): string {
  const lines = [columns.map(({ heading }) => heading), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
  return `\ufeff${lines.map((cells) => `${cells.map(written).join(',')}\r\n`).join('')}`;
}

function written(text: string): string {
  const plain = harmless(text.replace(unseen, ''));
  return /[",;\r\n\t]/.test(plain) || plain !== plain.trim() ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** An apostrophe before what a spreadsheet would take for a formula, also after spaces and in wide letters (OWASP, CSV injection). */
function harmless(text: string): string {
  return /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}

/** Signs that turn what follows, hide, or end a file early; line breaks and tabs stay. */
const unseen = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|(?![\n\r\t])\p{Cc}/gu;
