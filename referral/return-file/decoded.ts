/** What a file is: a workbook, or text in whichever of the usual encodings a spreadsheet saved it in. */
import type { FileProblem } from './problem.ts';

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'workbook' }
  | { readonly kind: 'wrong'; readonly problem: FileProblem };

/** UTF-8 and UTF-16 with their mark or without; Windows-1252 for what is neither. The mark itself is left out. */
export function decoded(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return wrong('empty');
  if (begins(bytes, zip)) return { kind: 'workbook' };
  if (begins(bytes, compound)) return wrong(holds(bytes, 'EncryptedPackage') ? 'encrypted' : 'oldWorkbook');
  const text = textOf(bytes);
  if (text.includes('\0')) return wrong('notText');
  return text.trim() === '' ? wrong('empty') : { kind: 'text', text };
}

const wrong = (code: 'empty' | 'encrypted' | 'oldWorkbook' | 'notText'): Decoded => ({
  kind: 'wrong',
  problem: { code },
});

/** How .xlsx begins, and how .xls does, and an .xlsx that needs a password. */
const zip = [0x50, 0x4b, 0x03, 0x04] as const;
const compound = [0xd0, 0xcf, 0x11, 0xe0] as const;

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

/** The streams of such a file stand in it by their names. */
const holds = (bytes: Uint8Array, stream: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(stream, 0, 'utf16le');

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
