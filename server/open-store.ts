/** Opens the data and its keys as the configuration names them: for the server and for the command line alike. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { openKeys } from './storage/keys.ts';
import { openSqliteStore, type WholeStore } from './storage/sqlite.ts';

export function openStore(
  { dataDir, keyFile }: Pick<Config, 'dataDir' | 'keyFile'>,
  now: () => Date = systemClock.now,
): Promise<WholeStore> {
  const file = path.join(dataDir, 'navigator.sqlite');
  return openSqliteStore({ file, keys: openKeys({ file: keyFile, dataDir, mayCreate: !existsSync(file) }), now });
}
