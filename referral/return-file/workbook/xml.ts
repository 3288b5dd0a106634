/** Reads the XML of one part as it comes. A document that brings definitions of its own is refused: workbooks have none. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Part } from './package.ts';
import { Refused } from './refused.ts';

/** By local names: programs differ in the prefixes that they write. */
export type Reader = {
  readonly open?: (name: string, attribute: (name: string) => string | null) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** Nothing further is wanted. */
  readonly isDone?: () => boolean;
};

/** Throws where the XML is not well-formed. */
export async function readXml(part: Part, { open, text, close, isDone }: Reader): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => {
    throw new Refused('damaged');
  });
  if (open) parser.on('opentag', (tag) => open(tag.local, attributeOf(tag)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', (tag) => close(tag.local));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of part) {
    parser.write(decoder.decode(piece, { stream: true }));
    if (isDone?.()) return;
  }
  parser.write(decoder.decode());
  parser.close();
}

function attributeOf({ attributes }: SaxesTagNS): (name: string) => string | null {
  return (name) => (attributes[name] ?? Object.values(attributes).find(({ local }) => local === name))?.value ?? null;
}
