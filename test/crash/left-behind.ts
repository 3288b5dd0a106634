/** What a killed server left on the disk, read from a copy: to mend the file itself is the next server's work. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import BetterSqlite from 'better-sqlite3';

export type LeftBehind = {
  /** Of the messages that were cut off: how many had been stored. */
  readonly stored: number;
  /** What the sender had taken and not settled, by id and try. */
  readonly held: readonly string[];
  readonly damage: readonly string[];
};

export function leftBehind(file: string, cut: ReadonlySet<string>): LeftBehind {
  const folder = mkdtempSync(path.join(tmpdir(), 'left-behind-'));
  try {
    cpSync(path.dirname(file), folder, { recursive: true });
    return read(path.join(folder, path.basename(file)), cut);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(file: string, cut: ReadonlySet<string>): LeftBehind {
  const sqlite = new BetterSqlite(file);
  const seen = sqlite.prepare<[string], number>('SELECT COUNT(*) FROM message WHERE inbound = ?').pluck();
  const held = sqlite
    .prepare<[], string>(`SELECT id || ' ' || attempt FROM outbox WHERE state = 'waiting' AND lease_until IS NOT NULL`)
    .pluck();
  const check: unknown = sqlite.pragma('integrity_check', { simple: true });
  const found = {
    stored: [...cut].filter((id) => seen.get(id) === 1).length,
    held: held.all(),
    damage: check === 'ok' ? [] : [`the file after a kill: ${String(check)}`],
  };
  sqlite.close();
  return found;
}
