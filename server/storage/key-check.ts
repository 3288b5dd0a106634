/** Whether these keys are those that this data was sealed with: found out at the start, not at the first member. */
import { z } from 'zod';
import { KeyCheckOnDisk } from './rows.ts';
import { keyCheckSql } from './sql.ts';
import type { Tools } from './vault.ts';

/** Throws when they are not. Data that is new takes them as its own. */
export async function checkKeys({ database, vault }: Tools): Promise<void> {
  const index = vault.index('proof', 'key check');
  const known = database.one(keyCheckSql.find, [], KeyCheckOnDisk);
  if (!known) {
    await database.write(() => database.run(keyCheckSql.add, [vault.seal('key check', 'key_check.sealed'), index]));
    return;
  }
  if (known.index_check !== index || !opens(vault, known.sealed)) {
    throw new Error('The key file is not the one that this data was sealed with. Put the right one back.');
  }
}

function opens(vault: Tools['vault'], sealed: string): boolean {
  try {
    vault.open(sealed, z.literal('key check'), 'key_check.sealed');
    return true;
  } catch {
    return false;
  }
}
