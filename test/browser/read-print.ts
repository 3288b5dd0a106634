// A printed page read back with an engine that we did not write: its words, sheet by sheet, and how large they are.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import type { Page } from 'playwright-core';

export type Print = {
  /** The words of each sheet, on one line. */
  readonly sheets: readonly string[];
  /** The sizes of all letters, in points, smallest first. */
  readonly points: readonly number[];
  /** Whether anything stands outside of the sheet. */
  readonly isCut: boolean;
};

export async function printed(page: Page, format: 'Letter' | 'A4' = 'Letter'): Promise<Print> {
  const loading = getDocument({ data: new Uint8Array(await page.pdf({ format })), verbosity: 0 });
  const pdf = await loading.promise;
  const sheets: string[] = [];
  const points = new Set<number>();
  let isCut = false;
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const sheet = await pdf.getPage(at);
    const [, , wide = 0, high = 0] = sheet.view;
    const { items } = await sheet.getTextContent();
    const pieces = items.filter((item): item is TextItem => 'str' in item && item.str.trim() !== '');
    for (const { transform, width, height } of pieces) {
      const [, , , , left = 0, base = 0] = transform as number[];
      points.add(Math.round(height * 10) / 10);
      isCut ||= left < 0 || left + width > wide || base < 0 || base + height > high;
    }
    sheets.push(
      pieces
        .map(({ str }) => str)
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  await loading.destroy();
  return { sheets, points: [...points].sort((a, b) => a - b), isCut };
}
