/** What stands on top and at the foot of pages. */
import type { Form } from '../../referral/forms.ts';
import { safetyBar } from './safety-box.ts';
import { contentWidth, lineHeight, page, type Look, type Sheet } from './sheet.ts';
import { fill, words } from './words.ts';

export const small: Look = { size: 8.5 };

/** On every page but the first: which request it belongs to, and how the member may not be reached. */
export function pageHead(sheet: Sheet, form: Form): number {
  let y = page.top - 14;
  sheet.ornament(() => {
    for (const line of sheet.lines(form.lead.join(words.between), contentWidth, small)) {
      sheet.write(line, page.side, y, small);
      y += lineHeight(small);
    }
    y += 3 + safetyBar(sheet, form.safety, y + 3);
  });
  return y + 6;
}

/** After all is drawn: only then is it known how many pages there are. */
export function pageFeet(sheet: Sheet, form: Form): void {
  const { start, count } = sheet.doc.bufferedPageRange();
  const left = fill(words.footer, { number: form.number, form: form.name });
  for (let at = 0; at < count; at += 1) {
    sheet.doc.switchToPage(start + at);
    sheet.ornament(() => {
      const y = page.height - page.bottom + 14;
      const right = fill(words.page, { page: at + 1, pages: count });
      for (const line of sheet.lines(left, contentWidth - 90, small).slice(0, 1))
        sheet.write(line, page.side, y, small);
      for (const line of sheet.lines(right, 90, small))
        sheet.write(line, page.width - page.side - line.width, y, small);
    });
  }
}
