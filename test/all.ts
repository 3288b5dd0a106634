/**
 * `npm test`: what must hold before each commit; with `long`, what takes minutes. As many parts at once as there are
 * cores. Fails when any part fails.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Only these start a browser: two processes would unpack it to the same place at once. */
const inBrowsers = 'test/{browser,journeys}/**/*.test.ts';
/** Real servers, files and processes: much of their time is waiting. */
const atTheEdge = 'test/server/**/*.test.ts';
/** What takes minutes has a command of its own: `npm run test:long`. */
const long = ['test/{crash,long}/**/*.test.ts', 'test/**/*.long.test.ts'];
const not = (...globs: readonly string[]): readonly string[] => globs.flatMap((glob) => ['--ignore', glob]);

type Part = [name: string, ...run: string[]];

const longParts: Part[] = [
  ['long tests in browsers', 'mocha', '--', 'test/long/**/*.test.ts', 'test/{browser,journeys}/**/*.long.test.ts'],
  ['long tests at the edge', 'mocha', '--', 'test/crash/**/*.test.ts', 'test/{server,fhir}/**/*.long.test.ts'],
];

/** What `npm run` is to run, the longest first. */
const shortParts: Part[] = [
  ['tests in browsers', 'mocha', '--', inBrowsers, ...not(...long)],
  ['tests at the edge', 'mocha', '--', atTheEdge, ...not(...long)],
  ['tests of the core', 'mocha', '--', 'test/**/*.test.ts', ...not(inBrowsers, atTheEdge, ...long)],
  ['lint', 'lint'],
  ['format', 'format:check'],
  ['types', 'types'],
];

/** Runs one part; what it says is shown whole when it ends, so that parts do not speak at once. */
async function passes([name, ...run]: Part): Promise<boolean> {
  const started = performance.now();
  const part = spawn('npm', ['run', '--silent', ...run], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const said: Buffer[] = [];
  for (const stream of [part.stdout, part.stderr]) stream.on('data', (piece: Buffer) => said.push(piece));
  const code = await new Promise<number | null>((ended, failed) => part.on('close', ended).on('error', failed));
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(Buffer.concat(said));
  console.log(`${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s\n`);
  return code === 0;
}

const parts = process.argv[2] === 'long' ? longParts : shortParts;
const failed: string[] = [];
async function work(): Promise<void> {
  for (let part = parts.shift(); part; part = parts.shift()) if (!(await passes(part))) failed.push(part[0]);
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
