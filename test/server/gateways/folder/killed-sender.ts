/**
 * Hands one referral over in a process of its own, which is ended as a power cut ends it before its n-th change to the
 * disk. Arguments: folder, number, n.
 */
import fs, { open } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { referral } from '../../storage/samples.ts';
import { gatewayTo } from './shared-folder.ts';

const [folder = '', number = '', last = ''] = process.argv.slice(2);
let changes = 0;

function endsBefore<T extends object>(owner: T, name: keyof T & string): void {
  const real = owner[name] as (...given: unknown[]) => unknown;
  const watched = function (this: unknown, ...given: unknown[]): unknown {
    if (given[1] !== 'r' && (changes += 1) === Number(last)) process.kill(process.pid, 'SIGKILL');
    return real.apply(this, given);
  };
  Object.assign(owner, { [name]: watched });
}

const handle = await open(import.meta.filename, 'r');
const handles = Object.getPrototypeOf(handle) as typeof handle;
for (const name of ['writeFile', 'sync'] as const) endsBefore(handles, name);
await handle.close();
for (const name of ['open', 'mkdir', 'rename', 'rm'] as const) endsBefore(fs, name);
syncBuiltinESMExports();

await gatewayTo(folder).submit(referral(number));
process.stdout.write(String(changes));
