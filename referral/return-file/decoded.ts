/** The text in a file, whichever of the usual encodings a spreadsheet saved it in. */
import type { FileProblem } from './problem.ts';

export type Decoded =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'wrong'; readonly problem: FileProblem };

/** UTF-8 and UTF-16 with their mark or without; Windows-1252 for what is neither. The mark itself is left out. */
export function decoded(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return wrong('empty');
  if (workbooks.some((signature) => signature.every((byte, at) => bytes[at] === byte))) {
    return wrong('workbook');
  }
  const text = textOf(bytes);
  if (text.includes('\0')) return wrong('notText');
  return text.trim() === '' ? wrong('empty') : { kind: 'text', text };
}

const wrong = (code: 'empty' | 'workbook' | 'notText'): Decoded => ({ kind: 'wrong', problem: { code } });

/** How .xlsx (a ZIP archive) and .xls begin. */
const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || second === 0) return new TextDecoder('utf-16le').decode(bytes);
  if ((first === 0xfe && second === 0xff) || first === 0) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Excel's plain "CSV" is in the encoding of its computer. What we read of it is ASCII in all of those.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
