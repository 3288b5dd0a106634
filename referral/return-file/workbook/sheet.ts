/** The rows of one sheet that have anything in them, with the numbers that the spreadsheet shows. */
import type { FileRecord } from '../csv.ts';
import { cellText, type CellRules, type RawCell } from './cell.ts';
import type { Part } from './package.ts';
import { Refused } from './refused.ts';
import { textReader } from './strings.ts';
import { readXml } from './xml.ts';

export type SheetRules = CellRules & { readonly mostColumns: number };

/** `most`: after so many rows the rest is not read. Hidden rows are rows, as they are in a CSV file. */
export async function sheetRecords(part: Part, rules: SheetRules, most: number): Promise<readonly FileRecord[]> {
  const records: FileRecord[] = [];
  let isIn = false;
  let isOver = false;
  let row = 0;
  let cells: (string | undefined)[] = [];
  let cell: Cell | null = null;

  await readXml(part, {
    open(name, attribute) {
      if (name === 'sheetData') isIn = true;
      if (!isIn || isOver) return;
      if (name === 'row') {
        row = after(row, attribute('r'));
        cells = [];
      } else if (name === 'c') {
        const at = columnOf(attribute('r')) ?? (cell?.at ?? -1) + 1;
        cell = newCell(at, attribute('t') ?? 'n', Number(attribute('s') ?? 0));
      } else cell?.open(name);
    },
    text(text) {
      if (isIn && !isOver) cell?.text(text);
    },
    close(name) {
      if (!isIn || isOver) return;
      if (name === 'c' && cell) {
        const text = cellText(cell.raw(), rules);
        if (text.trim() === '') return;
        if (cell.at >= rules.mostColumns) throw new Refused('tooManyColumns');
        if (cells[cell.at] !== undefined) throw new Refused('damaged');
        cells[cell.at] = text;
      } else if (name === 'row') {
        cell = null;
        if (cells.length > 0) records.push({ row, cells: Array.from(cells, (text) => text ?? '') });
      } else cell?.close(name);
      isOver = name === 'sheetData' || records.length >= most;
    },
    isDone: () => isOver,
  });
  return records;
}

/** Rows that say no number follow the one before. */
function after(last: number, said: string | null): number {
  const row = said === null ? last + 1 : Number(said);
  if (!Number.isInteger(row) || row <= last) throw new Refused('damaged');
  return row;
}

/** From 0; null where the cell does not say where it stands ("AB12"). */
function columnOf(place: string | null): number | null {
  if (place === null) return null;
  const [, letters] = /^([A-Z]{1,3})\d+$/.exec(place) ?? [];
  if (letters === undefined) throw new Refused('damaged');
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

type Cell = {
  readonly at: number;
  readonly open: (name: string) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
  readonly raw: () => RawCell;
};

function newCell(at: number, type: string, style: number): Cell {
  const inline = textReader();
  let value: string | null = null;
  let formula: string | null = null;
  let within: 'v' | 'f' | null = null;
  return {
    at,
    open(name) {
      if (name === 'v') [within, value] = ['v', ''];
      else if (name === 'f') [within, formula] = ['f', ''];
      else inline.open(name);
    },
    text(text) {
      if (within === 'v') value = (value ?? '') + text;
      else if (within === 'f') formula = (formula ?? '') + text;
      else inline.text(text);
    },
    close(name) {
      if (name === within) within = null;
      inline.close(name);
    },
    raw: () => ({ type, style, value, formula, inline: inline.read() }),
  };
}
