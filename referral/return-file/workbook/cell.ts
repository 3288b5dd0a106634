/** A cell of a workbook as the text that it would be in a CSV file (ECMA-376 part 1, 18.3.1.4). */
import { Refused } from './refused.ts';
import type { Styles } from './styles.ts';

export type CellRules = {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly from1904: boolean;
};

/** As it stands in the sheet. Null: there is no such element. */
export type RawCell = {
  readonly type: string;
  readonly style: number;
  readonly value: string | null;
  readonly formula: string | null;
  readonly inline: string;
};

export function cellText(cell: RawCell, rules: CellRules): string {
  const { type, value, formula, inline } = cell;
  if (type === 'inlineStr') return inline;
  // Nobody has worked it out yet, and we do not: it is refused as what it is.
  if (value === null) return formula === null ? '' : `=${formula || '?'}`;
  switch (type) {
    case 's':
      return rules.strings[Number(value)] ?? refuse();
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
    case 'n':
      return value === '' ? '' : numberText(value, cell.style, rules);
    default:
      // Texts that formulas gave, and what spreadsheets say of errors: #N/A.
      return value;
  }
}

function numberText(value: string, style: number, { styles, from1904 }: CellRules): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return refuse();
  if (styles(style)) return dayText(number, from1904) ?? value;
  // Fourteen digits are a whole number, however a program has written it: 12345678901237, 1.2345678901237E13.
  return Number.isSafeInteger(number) ? String(number) : value;
}

const dayLength = 86_400_000;

/** ISO, with a time where there is one; null for what is no day (up to 1900-02-29, which Excel believes in). */
function dayText(number: number, from1904: boolean): string | null {
  const first = from1904 ? 0 : 61;
  if (number < first || number >= 2_958_466) return null;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const said = new Date(start + Math.round(number * dayLength)).toISOString();
  return Number.isInteger(number) ? said.slice(0, 10) : said.slice(0, 19);
}

function refuse(): never {
  throw new Refused('damaged');
}
