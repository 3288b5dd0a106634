/** The paper: pages of Letter size that fill from top to bottom, tagged so that a screen reader finds its way. */
import { createRequire } from 'node:module';
import type Pdfkit from 'pdfkit';
import type { IsoDate } from '../../policy/calendar.ts';
import type { Weight } from './face.ts';
import { linesOf, type Line } from './lines.ts';
import { pdfFontOf, type Features } from './pdf-font.ts';
import type { Typeface } from './typeface.ts';

/** In points: 72 to the inch. */
export const page = { width: 612, height: 792, side: 50, top: 46, bottom: 46 } as const;
export const contentWidth = page.width - 2 * page.side;

export type Look = {
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: Color;
  /** How far apart lines stand, in sizes of type; where it is left out, with room for every script. */
  readonly leading?: number;
};
/** Only what a fax keeps: it makes dots of any gray, and small letters are lost in them. */
export type Color = 'black' | 'white';

/** Room for the marks above and below of Khmer and Lao. */
const everyScript = 1.32;
/** From the top of a line to where its letters stand, in sizes of type. */
const ascent = 1;

// `import` gives the build for browsers, which has no fonts and no zlib of Node's.
const PdfDocument = createRequire(import.meta.url)('pdfkit') as typeof Pdfkit;
type Document = InstanceType<typeof Pdfkit>;

export type Sheet = {
  readonly doc: Document;
  /** The structure that a screen reader goes through. */
  readonly root: ReturnType<Document['struct']>;
  /** How far down the page is filled. */
  readonly at: () => number;
  readonly down: (points: number) => void;
  readonly lines: (text: string, width: number, look: Look) => readonly Line[];
  readonly newPage: () => void;
  /** Goes to the next page where so much no longer fits. */
  readonly need: (height: number) => void;
  /** Draws one line with its top at `top`. */
  readonly write: (line: Line, x: number, top: number, look: Look) => void;
  /** Rules, frames and what repeats on each page: not read out. */
  readonly ornament: (draw: () => void) => void;
};
export type Facts = { readonly title: string; readonly subject: string; readonly on: IsoDate };

/** Opens a document. `begin` draws what stands on top of each page but the first, and gives back where the rest begins. */
export function openSheet(facts: Facts, typeface: Typeface, begin: (sheet: Sheet) => number): Sheet {
  const doc = new PdfDocument({
    size: 'LETTER',
    margin: 0,
    autoFirstPage: false,
    // None of the fonts that a reader is trusted to have.
    font: null as unknown as string,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    lang: 'en-US',
    pdfVersion: '1.7',
    // The same form gives the same bytes: nothing in it may depend on when it is made.
    info: { Title: facts.title, Subject: facts.subject, CreationDate: new Date(`${facts.on}T12:00:00Z`) },
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  const fonts = new Set<string>();
  let y = 0;

  const sheet: Sheet = {
    doc,
    root,
    at: () => y,
    down: (points) => {
      y += points;
    },
    lines: (text, width, { size, weight = 400 }) => linesOf(text, width, { typeface, size, weight }),
    newPage: () => {
      doc.addPage();
      y = doc.bufferedPageRange().count === 1 ? page.top : begin(sheet);
    },
    need: (height) => {
      if (y + height > page.height - page.bottom) sheet.newPage();
    },
    write: (line, x, top, { size, color = 'black' }) => {
      doc.fillColor(color);
      for (const run of line.runs) {
        if (!fonts.has(run.face.name)) {
          // pdfkit takes an open font too; its types do not say so.
          doc.registerFont(run.face.name, pdfFontOf(run.face) as Buffer);
          fonts.add(run.face.name);
        }
        const features: Features = { isRightToLeft: run.isRightToLeft };
        const options = { lineBreak: false, baseline: 'alphabetic', features } as object;
        doc
          .font(run.face.name)
          .fontSize(size)
          .text(run.text, x + run.x, top + size * ascent, options);
      }
    },
    ornament: (draw) => {
      doc.markContent('Artifact', { type: 'Layout' });
      draw();
      doc.endMarkedContent();
    },
  };
  return sheet;
}

export const lineHeight = ({ size, leading = everyScript }: Look): number => size * leading;
