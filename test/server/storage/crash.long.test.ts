import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite from 'better-sqlite3';
import { openKeys } from '../../../server/storage/keys.ts';
import { openSqliteStore } from '../../../server/storage/sqlite.ts';
import { temporaryFolder } from './samples.ts';

const child = fileURLToPath(new URL('./committing-child.ts', import.meta.url));
const kills = 20;

/** A sequence of numbers from 0 to 1 that is the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Runs the child until it has acknowledged so many turns and a little longer, kills it, gives back what it said. */
async function killedAfter(turns: number, milliseconds: number, args: readonly string[]): Promise<string[]> {
  const running = spawn(process.execPath, ['--import', 'tsx', child, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let doomed = false;
  running.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
    if (doomed || said.split('\n').length - 2 < turns) return;
    doomed = true;
    setTimeout(() => running.kill('SIGKILL'), milliseconds);
  });
  const signal = await new Promise((resolve) => running.on('close', (_, by) => resolve(by)));
  assert.equal(signal, 'SIGKILL', 'the child ended by itself');
  // The last line may be cut: it was not acknowledged then.
  return said.split('\n').slice(1, -1);
}

describe('A process that is killed', function () {
  this.timeout(300_000);

  it(`${kills} times loses nothing that it acknowledged, stores nothing twice, and leaves a sound file`, async () => {
    const folder = temporaryFolder();
    const [file, keyFile] = [join(folder, 'data', 'kept.db'), join(folder, 'keys.json')];
    const keys = openKeys({ file: keyFile, dataDir: join(folder, 'data'), mayCreate: true });
    const random = seeded(20261121);
    const acknowledged = new Set<string>();

    for (let kill = 0; kill < kills; kill += 1) {
      const args = [file, keyFile, String(kill * 1_000_000)];
      const turns = await killedAfter(1 + Math.floor(random() * 60), random() * 8, args);
      for (const turn of turns) acknowledged.add(turn);

      const sqlite = new BetterSqlite(file);
      assert.equal(sqlite.pragma('integrity_check', { simple: true }), 'ok');
      assert.deepEqual(sqlite.pragma('foreign_key_check'), []);
      sqlite.close();
    }

    const store = await openSqliteStore({ file, keys });
    const filed = new Set((await store.referrals('Ana')).map(({ number }) => number));
    const waiting = await store.claim('2030-01-01T00:00:00Z', '2030-01-01T00:01:00Z', 1_000_000);
    assert.ok(acknowledged.size >= kills);
    for (const turn of acknowledged) {
      const [, visit, number = ''] = /^(visit \d+) (\d+)$/.exec(turn) ?? [];
      assert.ok(filed.has(number), `${turn} was acknowledged and is gone`);
      const { id } = await store.conversation('web', String(visit));
      assert.equal((await store.repliesTo({ conversation: id, inbound: `m ${number}` }))?.length, 1);
    }
    // Whole turns only: each has two messages, one referral and one thing to send, also those nobody heard of.
    let turns = 0;
    for (let at = 0; at < 6; at += 1) {
      const { id, version } = await store.conversation('web', `visit ${at}`);
      const seqs = (await store.messagesSince(id, 0)).map(({ seq }) => seq);
      assert.deepEqual(
        seqs,
        Array.from({ length: version * 2 }, (_, place) => place + 1),
      );
      turns += version;
    }
    assert.equal(filed.size, turns);
    assert.equal(waiting.length, 6, 'one for each person, in order');
    await store.close();
    const sqlite = new BetterSqlite(file);
    assert.equal(sqlite.prepare('SELECT COUNT(*) FROM outbox').pluck().get(), turns);
    sqlite.close();
  });
});
