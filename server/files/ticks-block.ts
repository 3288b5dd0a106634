/** Boxes: ticked, with a question mark, or empty, and in words what is not plain from the box. */
import type { Tick } from '../../referral/forms.ts';
import { element, mark, paragraph, writeLine } from './paragraph.ts';
import { contentWidth, lineHeight, page, type Look, type Sheet } from './sheet.ts';
import { fill, words } from './words.ts';

const side = 9;
const textAt = 16;
/** In our own words, and those are English: lines may be closer. */
const text: Look = { size: 9.5, leading: 1.22 };
const title: Look = { size: 9, weight: 700, leading: 1.25 };

export function ticksBlock(sheet: Sheet, heading: string | null, ticks: readonly Tick[]): void {
  keepTogether(sheet, heading, ticks);
  if (heading !== null) {
    sheet.down(2);
    paragraph(sheet, heading, title, { place: { x: page.side + textAt, width: contentWidth - textAt } });
    sheet.down(1);
  }
  const list = element(sheet, 'L');
  for (const tick of ticks) tickLine(sheet, tick, text, list);
  list.end();
  sheet.down(2);
}

/** A group that is not long stays on one page: whoever reads "one or more" sees all that it is said of. */
function keepTogether(sheet: Sheet, heading: string | null, ticks: readonly Tick[]): void {
  const lines = ticks.flatMap((tick) => sheet.lines(withNote(tick), contentWidth - 2 * textAt, text));
  const above = heading === null ? 0 : lineHeight(title) + 3;
  sheet.need(above + Math.min(lines.length, mostTogether) * lineHeight(text));
}
const mostTogether = 12;

/** A population of focus: a heading with a box of its own, kept together with what follows. */
export function tickHeading(sheet: Sheet, tick: Tick): void {
  const look: Look = { size: 10.5, weight: 700 };
  sheet.down(5);
  sheet.need(6 * lineHeight(text));
  tickLine(sheet, tick, look);
  sheet.down(1);
}

function tickLine(sheet: Sheet, tick: Tick, look: Look, list?: Sheet['root']): void {
  const indent = list ? textAt : 0;
  const x = page.side + indent;
  const lines = sheet.lines(list ? withNote(tick) : tick.label, contentWidth - indent - textAt, look);
  sheet.need(lines.length * lineHeight(look));
  const struct = element(sheet, list ? 'LI' : 'H3', list);
  box(sheet, struct, tick, x, sheet.at() + (lineHeight(look) - side) / 2);
  const tag = list ? 'LBody' : 'Span';
  const body = element(sheet, tag, struct);
  for (const line of lines) {
    writeLine(sheet, body, tag, line, x + textAt, sheet.at() + (lineHeight(look) - look.size * 1.3) / 2, look);
    sheet.down(lineHeight(look));
  }
  body.end();
  struct.end();
}

function withNote({ label, state, said }: Tick): string {
  if (state === 'notAsked') return label;
  const note = said === null ? (state === 'ticked' ? null : words.states[state]) : fill(words.said, { said });
  return note === null ? label : fill(words.noted, { label, note });
}

function box(sheet: Sheet, struct: Sheet['root'], { state }: Tick, x: number, y: number): void {
  sheet.ornament(() => {
    sheet.doc.lineWidth(0.9).rect(x, y, side, side).stroke('black');
  });
  if (state !== 'ticked' && state !== 'doesNotKnow') return;
  const look: Look = { size: side, weight: 700 };
  const label = element(sheet, 'Lbl', struct);
  for (const line of sheet.lines(words.marks[state], side, look)) {
    mark(sheet, label, 'Lbl', () => sheet.write(line, x + (side - line.width) / 2, y - 1.6, look));
  }
  label.end();
}
