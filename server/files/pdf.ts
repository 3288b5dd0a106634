/** A form on paper: Letter size, tagged, real text in every script, the same bytes for the same form. */
import type { Block, Form } from '../../referral/forms.ts';
import { fieldsBlock } from './fields-block.ts';
import { element, paragraph, wholeWidth, writeLine } from './paragraph.ts';
import { pageFeet, pageHead, small } from './page-edges.ts';
import { safetyBox } from './safety-box.ts';
import { contentWidth, openSheet, page, type Look, type Sheet } from './sheet.ts';
import { codePointsOf } from './signs.ts';
import { textsOf, uncommonIn } from './texts.ts';
import { tickHeading, ticksBlock } from './ticks-block.ts';
import { missingIn, typefaceFor, type Typeface } from './typeface.ts';
import { fill, words } from './words.ts';

const looks = {
  title: { size: 15, weight: 700 },
  lead: { size: 10 },
  section: { size: 11.5, weight: 700 },
  urgent: { size: 11, weight: 700 },
  signature: { size: 8.5 },
} as const satisfies Readonly<Record<string, Look>>;

/**
 * The form as a PDF. Rejects only where the fonts cannot be read. It takes a quarter of a second and lets nobody else
 * in meanwhile: the server has it done in a thread of its own (`drawing.ts`).
 */
export async function pdfOf(form: Form): Promise<Buffer> {
  const typeface = await typefaceFor(textsOf(form), form.languages);
  const facts = { title: form.title, subject: form.lead.join(words.between), on: form.filedOn };
  const sheet = openSheet(facts, typeface, (each) => pageHead(each, form));
  const whole = bytesOf(sheet);
  sheet.newPage();
  formHead(sheet, form, typeface);
  for (const { title, blocks } of form.sections) {
    sectionHead(sheet, title, blocks);
    for (const block of blocks) drawBlock(sheet, block);
  }
  pageFeet(sheet, form);
  sheet.root.end();
  sheet.doc.end();
  return whole;
}

/** The signs on a form that no font here has; they are shown by their code points, as these. */
export async function signsWithoutFont(form: Form): Promise<readonly string[]> {
  const missing = await missingIn(uncommonIn(form), form.languages);
  return missing.map(codePointsOf);
}

function bytesOf({ doc }: Sheet): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

function formHead(sheet: Sheet, form: Form, { missing }: Typeface): void {
  paragraph(sheet, form.title, looks.title, { tag: 'H1' });
  paragraph(sheet, form.lead.join(words.between), looks.lead);
  paragraph(sheet, form.standing, small);
  if (form.urgent !== null) paragraph(sheet, form.urgent, looks.urgent);
  if (missing.length > 0) {
    paragraph(sheet, fill(words.missing, { signs: missing.map(codePointsOf).join(' ') }), small);
  }
  sheet.down(6);
  safetyBox(sheet, form.safety);
}

function sectionHead(sheet: Sheet, title: string, blocks: readonly Block[]): void {
  sheet.down(6);
  // Lines to sign on stand below what is signed, never on a page of their own.
  sheet.need(blocks.some(({ kind }) => kind === 'signature') ? 110 : 70);
  const top = sheet.at();
  paragraph(sheet, title, looks.section, { tag: 'H2' });
  sheet.ornament(() => {
    sheet.doc
      .lineWidth(1.5)
      .moveTo(page.side, top)
      .lineTo(page.width - page.side, top)
      .stroke('black');
  });
  sheet.down(2);
}

function drawBlock(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'fields':
      return fieldsBlock(sheet, block.fields);
    case 'heading':
      return tickHeading(sheet, block.tick);
    case 'ticks':
      return ticksBlock(sheet, block.title, block.ticks);
    case 'note':
      for (const line of block.lines) paragraph(sheet, line, small);
      return sheet.down(3);
    case 'signature':
      return signatureBlock(sheet, block.labels);
  }
}

/** Empty lines to write on. */
function signatureBlock(sheet: Sheet, labels: readonly string[]): void {
  sheet.need(46);
  sheet.down(28);
  const width = (contentWidth - 16 * (labels.length - 1)) / labels.length;
  labels.forEach((label, at) => {
    const x = page.side + at * (width + 16);
    sheet.ornament(() => {
      sheet.doc
        .lineWidth(0.75)
        .moveTo(x, sheet.at())
        .lineTo(x + width, sheet.at())
        .stroke('black');
    });
    const struct = element(sheet, 'P');
    for (const line of sheet.lines(label, wholeWidth.width, looks.signature))
      writeLine(sheet, struct, 'P', line, x, sheet.at() + 2, looks.signature);
    struct.end();
  });
  sheet.down(18);
}
