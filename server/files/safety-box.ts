/** The box that nobody can overlook: how the member may safely be reached. */
import type { Safety } from '../../referral/forms.ts';
import { element, wholeWidth, writeLine } from './paragraph.ts';
import { contentWidth, lineHeight, page, type Look, type Sheet } from './sheet.ts';
import { fill, words } from './words.ts';

const title: Look = { size: 11, weight: 700 };
const grave: Look = { size: 13, weight: 700 };
const limit: Look = { size: 11, weight: 700 };
const calm: Look = { size: 9.5 };
const inset = 10;

/** On top of the first page: with a heavy frame where there is something to warn of. */
export function safetyBox(sheet: Sheet, safety: Safety): void {
  const isCalm = safety.clear !== null;
  const width = contentWidth - 2 * inset;
  const set = (look: Look) => (text: string) => sheet.lines(text, width, look).map((line) => ({ line, look }));
  const items = [
    ...safety.grave.flatMap(set(grave)),
    ...safety.limits.flatMap(set(limit)),
    ...(safety.clear === null ? [] : set(calm)(safety.clear)),
  ];
  const bar = lineHeight(title) + 6;
  const body = items.reduce((sum, { look }) => sum + lineHeight(look) + 1, 10);
  sheet.need(bar + body);
  const top = sheet.at();
  frame(sheet, top, bar, bar + body, isCalm);
  const struct = element(sheet, 'Sect');
  const heading = element(sheet, 'H2', struct);
  const headingLook: Look = { ...title, color: isCalm ? 'black' : 'white' };
  for (const line of sheet.lines(safety.title, width, title)) {
    writeLine(sheet, heading, 'H2', line, page.side + inset, top + 3, headingLook);
  }
  heading.end();
  let y = top + bar + 4;
  for (const { line, look } of items) {
    const item = element(sheet, 'P', struct);
    writeLine(sheet, item, 'P', line, wholeWidth.x + inset, y, look);
    item.end();
    y += lineHeight(look) + 1;
  }
  struct.end();
  sheet.down(bar + body + 8);
}

function frame(sheet: Sheet, top: number, bar: number, height: number, isCalm: boolean): void {
  const { doc } = sheet;
  sheet.ornament(() => {
    if (!isCalm) doc.rect(page.side, top, contentWidth, bar).fill('black');
    doc
      .lineWidth(isCalm ? 0.75 : 3)
      .rect(page.side, top, contentWidth, height)
      .stroke('black');
  });
}

/** In the head of every further page, white on black: by fax, pages part. Gives back its height. */
export function safetyBar(sheet: Sheet, { short }: Safety, top: number): number {
  if (short.length === 0) return 0;
  const look: Look = { size: 9, weight: 700, color: 'white' };
  const lines = sheet.lines(fill(words.safety, { short: short.join(words.between) }), contentWidth - 2 * inset, look);
  const height = lines.length * lineHeight(look) + 6;
  sheet.doc.rect(page.side, top, contentWidth, height).fill('black');
  lines.forEach((line, at) => sheet.write(line, page.side + inset, top + 3 + at * lineHeight(look), look));
  return height + 6;
}
