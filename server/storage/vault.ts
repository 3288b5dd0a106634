/** What every part of the store works with: the file, the keys, and the marks of time and identity. */
import type { z } from 'zod';
import type { Database } from './database.ts';
import type { Keyring } from './keys.ts';
import { blindIndex, open, seal, type Lookup } from './seal.ts';

/** The keys, put so that no caller can forget to say where a sealed value belongs. */
export type Vault = {
  /** `place` is table and column, then the row's own id or ids. */
  seal(value: unknown, ...place: readonly [column: string, ...row: (string | number)[]]): string;
  /** Opens, and parses with this schema. Throws when it was sealed for another place. */
  open<T>(sealed: string, schema: z.ZodType<T>, ...place: readonly [column: string, ...row: (string | number)[]]): T;
  index(lookup: Lookup, ...parts: readonly string[]): string;
};

export type Tools = {
  readonly database: Database;
  readonly vault: Vault;
  /** A new id, never used before. */
  readonly mint: () => string;
  /** This instant, ISO 8601. */
  readonly now: () => string;
};

export function vault(keyring: Keyring): Vault {
  return {
    seal: (value, ...place) => seal(keyring, JSON.stringify(value), JSON.stringify(place)),
    open: (sealed, schema, ...place) => schema.parse(JSON.parse(open(keyring, sealed, JSON.stringify(place)))),
    index: (lookup, ...parts) => blindIndex(keyring, lookup, parts),
  };
}
