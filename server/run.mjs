/**
 * `npm start`: joins our sources into one file and runs it, since one file loads much sooner than hundreds. What was
 * joined stands under the hash of what it was made from, so an edit is never passed over. Decision 0011.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const kept = path.join(root, 'node_modules', '.start');
const folder = folderOfSources();

const joined = existsSync(folder) || join();
// Stack traces name our sources; the many source maps of the framework would only cost time, so it is loaded before.
await import('botbuilder-core');
process.setSourceMapsEnabled(true);
if (await joined) await import(pathToFileURL(path.join(folder, 'main.mjs')).href);
else await runUnjoined();

/** Another one for whatever can change what is joined. */
function folderOfSources() {
  const folders = ['bot', 'dialogs', 'locales', 'policy', 'referral', 'server'];
  const sources = folders.flatMap((name) =>
    readdirSync(path.join(root, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|mjs|json)$/.test(file))
      .map((file) => path.join(name, file)),
  );
  const hash = createHash('sha256').update(root);
  for (const file of [...sources.sort(), 'package-lock.json', 'tsconfig.json']) {
    const content = readFileSync(path.join(root, file));
    hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return path.join(kept, hash.digest('hex').slice(0, 32));
}

/** Whether there is something to run now. It comes to stand whole or not at all: two may start at once, or power fail. */
async function join() {
  const unready = path.join(kept, `unready-${process.pid}`);
  try {
    const { build, stop } = await import('esbuild');
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: ['server/main.ts', 'server/files/drawing-thread.ts'],
      // A thread is started by the name of its file.
      define: { joinedFolder: JSON.stringify(folder) },
      outdir: unready,
      write: false,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      packages: 'external',
      // What is imported only where it is turned on stays apart.
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      // The log names errors by their class.
      keepNames: true,
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [{ name: 'own places', setup: keepOwnPlaces }],
    });
    await stop();
    mkdirSync(unready, { recursive: true });
    for (const { path: file, contents } of outputFiles) writeFileSync(file, contents, { flush: true });
    if (folderOfSources() !== folder) throw new Error('edited meanwhile');
    renameSync(unready, folder);
    forgetOld();
  } catch {
    if (existsSync(unready)) rmSync(unready, { recursive: true });
  }
  return existsSync(folder);
}

/** Files are read beside the source that names them, wherever what is joined stands. */
function keepOwnPlaces({ onLoad }) {
  onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
    const own = { url: pathToFileURL(file).href, filename: file, dirname: path.dirname(file) };
    const source = await readFile(file, 'utf8');
    const contents = source.replace(/\bimport\.meta\.(url|filename|dirname)\b/g, (_, name) =>
      JSON.stringify(own[name]),
    );
    return { loader: 'ts', contents };
  });
}

/** What no start has made in the last week is of sources that are gone. */
function forgetOld() {
  const weekAgo = Date.now() - 7 * 24 * 60 * 60_000;
  for (const name of readdirSync(kept)) {
    const old = path.join(kept, name);
    if (statSync(old).mtimeMs < weekAgo) rmSync(old, { recursive: true, force: true });
  }
}

/** As they stand, and slower: where nothing can be written, and where a source is broken, which is then said. */
async function runUnjoined() {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./main.ts');
}
