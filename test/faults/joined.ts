/** Joins a process of the bench into one file: it is started a hundred times, and starts so in a fraction of the time. */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');

export type Joined = { readonly file: string; readonly remove: () => void };

export async function joined(entry: string): Promise<Joined> {
  // Where the packages that it loads are found.
  const outdir = mkdtempSync(path.join(root, 'node_modules', '.faults-'));
  await build({
    absWorkingDir: root,
    entryPoints: { house: entry },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    keepNames: true,
    logLevel: 'error',
  });
  return {
    file: path.join(outdir, 'house.mjs'),
    remove: () => {
      rmSync(outdir, { recursive: true, force: true });
    },
  };
}
