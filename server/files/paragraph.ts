/** Text on the paper as one thing to read: a heading, a paragraph, an item of a list. */
import type { Line } from './lines.ts';
import { lineHeight, page, contentWidth, type Look, type Sheet } from './sheet.ts';

export type Place = { readonly x: number; readonly width: number };
export const wholeWidth: Place = { x: page.side, width: contentWidth };

type Parent = Sheet['root'];

/** Begins a structure element; what is drawn into it is read as one. */
export function element(sheet: Sheet, tag: string, parent: Parent = sheet.root): Parent {
  const struct = sheet.doc.struct(tag);
  parent.add(struct);
  return struct;
}

/** Draws what belongs to an element, on one page. `actual`: the letters, where the glyphs do not tell them all. */
export function mark(sheet: Sheet, struct: Parent, tag: string, draw: () => void, actual?: string): void {
  const content = sheet.doc.markStructureContent(tag, actual === undefined ? {} : { actual });
  draw();
  sheet.doc.endMarkedContent();
  struct.add(content);
}

/** One line as its own piece of an element. Beside glyphs of many scripts their letters are told, word for word. */
export function writeLine(
  sheet: Sheet,
  struct: Parent,
  tag: string,
  line: Line,
  x: number,
  top: number,
  look: Look,
): void {
  if (line.text === '') return;
  const draw = (): void => sheet.write(line, x, top, look);
  if (/^[\x20-\x7E]*$/.test(line.text)) return mark(sheet, struct, tag, draw);
  const span = element(sheet, 'Span', struct);
  mark(sheet, span, 'Span', draw, line.text);
  span.end();
}

/** A text from where the sheet is, over as many pages as it takes. */
export function paragraph(
  sheet: Sheet,
  text: string,
  look: Look,
  { tag = 'P', place = wholeWidth, parent = sheet.root }: { tag?: string; place?: Place; parent?: Parent } = {},
): void {
  const struct = element(sheet, tag, parent);
  for (const line of sheet.lines(text, place.width, look)) {
    sheet.need(lineHeight(look));
    writeLine(sheet, struct, tag, line, edge(line, place), sheet.at(), look);
    sheet.down(lineHeight(look));
  }
  struct.end();
}

/** Where a line begins. */
export function edge({ fromRight, width }: Line, place: Place): number {
  return fromRight ? place.x + place.width - width : place.x;
}
