// A thread in the place of the one that draws: quick where all goes well, and falling by the number of the form.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ form: { number } }) => {
  if (number === '11111111111111') process.exit(1);
  if (number === '22222222222222') throw new Error('fallen');
  if (number === '33333333333333') for (;;);
  if (number === '44444444444444') {
    const kept = [];
    for (;;) kept.push(new Array(100_000).fill(kept.length));
  }
  parentPort.postMessage({ done: new TextEncoder().encode('%PDF-') });
});
