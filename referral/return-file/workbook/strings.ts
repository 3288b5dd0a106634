/** The texts that the sheets of a workbook share. */
import type { Part } from './package.ts';
import { readXml } from './xml.ts';

export async function readStrings(part: Part): Promise<readonly string[]> {
  const strings: string[] = [];
  const text = textReader();
  await readXml(part, {
    open(name) {
      if (name === 'si') text.clear();
      else text.open(name);
    },
    text: text.text,
    close(name) {
      if (name === 'si') strings.push(text.read());
      else text.close(name);
    },
  });
  return strings;
}

/** Gathers the `t` of a text, in however many runs it stands; how Japanese is pronounced is left out. */
export function textReader(): {
  readonly open: (name: string) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
  readonly read: () => string;
  readonly clear: () => void;
} {
  let gathered = '';
  let isIn = false;
  let isSpoken = false;
  return {
    open(name) {
      if (name === 't') isIn = true;
      if (name === 'rPh') isSpoken = true;
    },
    text(text) {
      if (isIn && !isSpoken) gathered += text;
    },
    close(name) {
      if (name === 't') isIn = false;
      if (name === 'rPh') isSpoken = false;
    },
    read: () => gathered,
    clear() {
      gathered = '';
    },
  };
}
