// Reads a PDF back with an engine that we did not write, as a plan's computer would.
import { inflateSync } from 'node:zlib';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy, TextItem } from 'pdfjs-dist/types/src/display/api.js';

export type Piece = {
  readonly text: string;
  /** From the left and from the top of the page, in points. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
};
export type Read = {
  readonly pages: readonly (readonly Piece[])[];
  /** In the order of the file, line by line. */
  readonly text: string;
  readonly title: string;
  readonly language: string;
  readonly isTagged: boolean;
  /** The kinds of elements that a screen reader is told of. */
  readonly roles: readonly string[];
  /** Fonts that the file asks its reader to have. */
  readonly foreignFonts: readonly string[];
};

const letterWidth = 612;
const letterHeight = 792;

export async function readPdf(bytes: Uint8Array): Promise<Read> {
  const loading = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await loading.promise;
  const pages: Piece[][] = [];
  const roles = new Set<string>();
  const foreignFonts = new Set<string>();
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width, height] = page.view;
    if (width !== letterWidth || height !== letterHeight) throw new Error('a page is not of Letter size');
    const { items } = await page.getTextContent();
    const pieces = items.filter((item): item is TextItem => 'str' in item);
    text += pieces.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join('') + '\n';
    pages.push(pieces.filter(({ str }) => str.trim() !== '').map(placeOf));
    rolesIn(await page.getStructTree(), roles);
    for (const font of await foreignFontsOf(page)) foreignFonts.add(font);
  }
  const { info } = (await pdf.getMetadata()) as unknown as { info: { Title: string; Language: string } };
  const isTagged = (await pdf.getMarkInfo())?.Marked === true;
  await loading.destroy();
  const { Title: title, Language: language } = info;
  return { pages, text, title, language, isTagged, roles: [...roles], foreignFonts: [...foreignFonts] };
}

/** What is drawn, as it stands in the file. */
export function contentOf(bytes: Buffer): Buffer {
  const streams = bytes.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g);
  return Buffer.concat(
    [...streams].map(([, stream = '']) => {
      try {
        return inflateSync(Buffer.from(stream, 'latin1'));
      } catch {
        return Buffer.alloc(0); // not compressed
      }
    }),
  );
}

function placeOf({ str, transform, width, height }: TextItem): Piece {
  const [, , , , left, base] = transform as number[];
  return { text: str, left: left ?? 0, right: (left ?? 0) + width, top: letterHeight - (base ?? 0) - height };
}

type Node = { readonly role?: string; readonly children?: readonly object[] };

function rolesIn(node: Node, roles: Set<string>): void {
  if (node.role !== undefined) roles.add(node.role);
  for (const child of node.children ?? []) rolesIn(child, roles);
}

async function foreignFontsOf(page: PDFPageProxy): Promise<string[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const names = fnArray.flatMap((operation, at) =>
    operation === OPS.setFont ? [String((argsArray as unknown[][])[at]?.[0])] : [],
  );
  return names.filter((name) => {
    const font = page.commonObjs.get(name) as { missingFile?: boolean };
    return font.missingFile === true;
  });
}
