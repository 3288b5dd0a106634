/** The thread that draws: takes one form at a time, and gives back its PDF or the signs that no font has. */
import { parentPort } from 'node:worker_threads';
import type { Asked, Told } from './drawing.ts';
import { pdfOf, signsWithoutFont } from './pdf.ts';

parentPort?.on('message', ({ what, form }: Asked) => {
  const work = what === 'pdf' ? pdfOf(form).then((pdf) => Uint8Array.from(pdf)) : signsWithoutFont(form);
  work.then(
    (done) => tell({ done }),
    (error: unknown) => tell({ error }),
  );
});

function tell(told: Told): void {
  const bytes = 'done' in told && told.done instanceof Uint8Array ? [told.done.buffer as ArrayBuffer] : [];
  parentPort?.postMessage(told, bytes);
}
