/** How long a member waits for a server that was just started: from its process to the answer to a first message. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, startServerProcess } from '../crash/server-process.ts';
import { sayFirst } from './first-message.ts';

/** In milliseconds. */
export type StartFigures = { readonly median: number; readonly p95: number; readonly runs: readonly number[] };

/** `edited` measures the first start after an edit: nothing is kept of an earlier one. One run goes before, uncounted. */
export async function benchStart({ runs, edited }: { runs: number; edited: boolean }): Promise<StartFigures> {
  const took: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    if (edited) rmSync(path.join(root, 'node_modules/.start'), { recursive: true, force: true });
    const milliseconds = await startOnce();
    if (run > 0) took.push(milliseconds);
  }
  const sorted = [...took].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), runs: took };
}

async function startOnce(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'start-'));
  const began = performance.now();
  const server = await startServerProcess({ dataDir: path.join(folder, 'data'), keyFile: path.join(folder, 'keys') });
  try {
    await sayFirst(server.url, 'I need help with my housing');
    return Math.round(performance.now() - began);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
