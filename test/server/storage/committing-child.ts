/**
 * Commits turns as fast as it can and prints each one that was acknowledged, until it is killed.
 * Arguments: the data file, the key file, the first number that is free.
 */
import { writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { openKeys } from '../../../server/storage/keys.ts';
import { openSqliteStore } from '../../../server/storage/sqlite.ts';
import { referralOf, unit } from './samples.ts';

const [file = '', keyFile = '', first = '0'] = process.argv.slice(2);
const keys = openKeys({ file: keyFile, dataDir: dirname(file), mayCreate: false });
const store = await openSqliteStore({ file, keys });
let next = Number(first);

/** One visit after another, several at once, so that turns share commits. */
async function talk(key: string): Promise<never> {
  for (;;) {
    const { id, version } = await store.conversation('web', key);
    const number = String((next += 1)).padStart(14, '0');
    const outbox = [{ kind: 'referral', id: `referral ${number}`, number } as const];
    const committed = await store.commit(
      unit(id, version, `m ${number}`, { referral: referralOf(key, number), outbox }),
    );
    if (committed.kind === 'stored') writeSync(1, `${key} ${number}\n`);
  }
}

writeSync(1, 'ready\n');
await Promise.all(Array.from({ length: 6 }, (_, at) => talk(`visit ${at}`)));
