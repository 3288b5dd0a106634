/** One SQLite file: prepared statements by their text, and writes that share a commit. */
import BetterSqlite from 'better-sqlite3';
import type { z } from 'zod';
import { bind, type Bindable } from './bind.ts';
import { groupCommit, type Write } from './group-commit.ts';

export type Database = {
  /** Rows, each parsed: what is on disk is not trusted to have the shape it should. */
  all<Row>(sql: string, values: readonly Bindable[], row: z.ZodType<Row>): Row[];
  one<Row>(sql: string, values: readonly Bindable[], row: z.ZodType<Row>): Row | undefined;
  /** A read as a promise, so that what it throws rejects. It sees committed writes only. */
  read<T>(job: () => T): Promise<T>;
  /** Changes rows; gives back how many. */
  run(sql: string, values: readonly Bindable[]): number;
  /** Statements without values, several at once: migrations and pragmas. */
  script(sql: string): void;
  /** Runs a write in a savepoint of its own; resolves when it is durably stored. */
  readonly write: Write;
  close(): void;
};

/** Opens or makes the file. Every commit is on disk before it is said to be (`synchronous=FULL`). */
export function openDatabase(file: string): Database {
  const sqlite = new BetterSqlite(file);
  sqlite.pragma('busy_timeout = 5000');
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  // Without it REPLACE deletes rows behind the back of the triggers that keep the logs append-only.
  sqlite.pragma('recursive_triggers = ON');
  sqlite.pragma('temp_store = MEMORY');

  const statements = new Map<string, BetterSqlite.Statement>();
  const prepared = (sql: string): BetterSqlite.Statement => {
    const known = statements.get(sql) ?? sqlite.prepare(sql);
    statements.set(sql, known);
    return known;
  };

  return {
    all: (sql, values, row) =>
      prepared(sql)
        .all(bind(values))
        .map((found) => row.parse(found)),
    one: (sql, values, row) => {
      const found = prepared(sql).get(bind(values));
      return found === undefined ? undefined : row.parse(found);
    },
    run: (sql, values) => prepared(sql).run(bind(values)).changes,
    read: (job) => Promise.resolve().then(job),
    script: (sql) => void sqlite.exec(sql),
    write: groupCommit(sqlite),
    close: () => void sqlite.close(),
  };
}
