/** The parts of a workbook: files in a ZIP archive, unpacked piece by piece and only as far as the limit goes. */
import yauzl, { type Entry } from 'yauzl';
import { Refused } from './refused.ts';

/** The pieces of a part, in order. A part that is not there is refused when it is read. */
export type Part = AsyncIterable<Uint8Array>;
export type Package = (name: string) => Part;

/** Throws for what is not a ZIP archive. `most`: bytes that are unpacked of all parts together. */
export async function openPackage(bytes: Uint8Array, most: number): Promise<Package> {
  const archive = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
  });
  const entries = new Map<string, Entry>();
  for await (const entry of archive.eachEntry()) {
    // Which of two parts of one name counts differs from program to program.
    if (entries.has(entry.fileName)) throw new Refused('damaged');
    entries.set(entry.fileName, entry);
  }
  let unpacked = 0;
  return async function* (name) {
    const entry = entries.get(name);
    if (!entry) throw new Refused('otherFile');
    if (entry.isEncrypted()) throw new Refused('encrypted');
    const stream = await archive.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Buffer>) {
      unpacked += piece.length;
      if (unpacked > most) throw new Refused('tooLargeInside');
      yield piece;
    }
  };
}
