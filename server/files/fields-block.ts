/** Fields of a form: a small label, the value under it, a rule below; two beside each other where they are short. */
import type { Field } from '../../referral/forms.ts';
import type { Line } from './lines.ts';
import { edge, element, wholeWidth, writeLine, type Place } from './paragraph.ts';
import { contentWidth, lineHeight, page, type Look, type Sheet } from './sheet.ts';
import { words } from './words.ts';

const label: Look = { size: 8.5 };
const value: Look = { size: 10 };
const empty: Look = { size: 8.5 };
const gap = 16;
const half = (contentWidth - gap) / 2;
/** More lines than that take the whole width. */
const mostLines = 3;

export function fieldsBlock(sheet: Sheet, fields: readonly Field[]): void {
  for (const row of rowsOf(sheet, fields)) {
    if (row.length === 1) wideField(sheet, row[0]);
    else pair(sheet, row);
  }
}

type Row = readonly [Field] | readonly [Field, Field];

function rowsOf(sheet: Sheet, fields: readonly Field[]): readonly Row[] {
  const rows: Row[] = [];
  let open: Field | undefined;
  for (const field of fields) {
    if (isWide(sheet, field)) {
      if (open) rows.push([open]);
      rows.push([field]);
      open = undefined;
    } else if (open) {
      rows.push([open, field]);
      open = undefined;
    } else open = field;
  }
  return open ? [...rows, [open]] : rows;
}

function isWide(sheet: Sheet, field: Field): boolean {
  return field.wide === true || setValue(sheet, field, half).lines.length > mostLines;
}

function setValue(sheet: Sheet, { value: text }: Field, width: number): { lines: readonly Line[]; look: Look } {
  const look = text === null ? empty : value;
  // A line that somebody typed must not stand as a field of its own.
  const told = text?.replace(/\s+/gu, ' ').trim() ?? words.notGiven;
  return { lines: sheet.lines(told, width, look), look };
}

/** As many pages as it takes; the label stays with the first line. */
function wideField(sheet: Sheet, field: Field): void {
  const { lines, look } = setValue(sheet, field, contentWidth);
  const struct = element(sheet, 'P');
  const labels = sheet.lines(field.label, contentWidth, label);
  sheet.need(labels.length * lineHeight(label) + lineHeight(look) + 4);
  writeAll(sheet, struct, labels, wholeWidth, label);
  for (const line of lines) {
    sheet.need(lineHeight(look) + 3);
    writeLine(sheet, struct, 'P', line, edge(line, wholeWidth), sheet.at(), look);
    sheet.down(lineHeight(look));
  }
  struct.end();
  rule(sheet, wholeWidth);
  sheet.down(4);
}

function pair(sheet: Sheet, row: readonly Field[]): void {
  const cells = row.map((field, at) => ({
    place: { x: page.side + at * (half + gap), width: half },
    labels: sheet.lines(field.label, half, label),
    ...setValue(sheet, field, half),
  }));
  const heights = cells.map(
    ({ labels, lines, look }) => labels.length * lineHeight(label) + lines.length * lineHeight(look),
  );
  const height = Math.max(...heights);
  sheet.need(height + 4);
  const top = sheet.at();
  for (const { place, labels, lines, look } of cells) {
    const struct = element(sheet, 'P');
    writeAll(sheet, struct, labels, place, label);
    writeAll(sheet, struct, lines, place, look);
    struct.end();
    sheet.down(top - sheet.at());
  }
  sheet.down(height);
  for (const { place } of cells) rule(sheet, place);
  sheet.down(4);
}

function writeAll(sheet: Sheet, struct: Sheet['root'], lines: readonly Line[], place: Place, look: Look): void {
  for (const line of lines) {
    writeLine(sheet, struct, 'P', line, edge(line, place), sheet.at(), look);
    sheet.down(lineHeight(look));
  }
}

function rule(sheet: Sheet, { x, width }: Place): void {
  const y = sheet.at() + 1;
  sheet.ornament(() => {
    sheet.doc
      .lineWidth(0.75)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke('black');
  });
}
