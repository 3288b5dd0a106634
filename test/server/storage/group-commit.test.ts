import assert from 'node:assert/strict';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { groupCommit, type Write } from '../../../server/storage/group-commit.ts';
import { temporaryFolder } from './samples.ts';

describe('Writes that share a commit', () => {
  let sqlite: BetterSqlite.Database;
  let file: string;
  let ran: string[];
  let write: Write;
  beforeEach(() => {
    file = join(temporaryFolder(), 'kept.db');
    ran = [];
    sqlite = new BetterSqlite(file, { timeout: 50, verbose: (sql) => ran.push(String(sql)) });
    sqlite.pragma('journal_mode = WAL');
    sqlite.exec('CREATE TABLE note (words TEXT NOT NULL)');
    write = groupCommit(sqlite);
  });
  afterEach(() => sqlite.close());

  const note = (words: string): number => sqlite.prepare('INSERT INTO note VALUES (?)').run(words).changes;
  const notes = (): unknown[] => sqlite.prepare('SELECT words FROM note ORDER BY rowid').pluck().all();
  const commits = (): number => ran.filter((sql) => sql === 'COMMIT').length;
  const fate = async (writes: Promise<unknown>[]): Promise<string[]> =>
    (await Promise.allSettled(writes)).map(({ status }) => status);

  it('go to the disk together, in the order in which they were asked for', async () => {
    await Promise.all(['a', 'b', 'c'].map((words) => write(() => note(words))));
    assert.deepEqual(notes(), ['a', 'b', 'c']);
    assert.equal(commits(), 1);
    await write(() => note('d'));
    assert.equal(commits(), 2);
  });

  it('are more than one commit when they are very many, and none is forgotten', async () => {
    await Promise.all(Array.from({ length: 600 }, (_, at) => write(() => note(String(at)))));
    assert.equal(notes().length, 600);
    assert.equal(commits(), 3);
  });

  it('are undone alone when they fail half-way', async () => {
    const halfWay = write(() => {
      note('half');
      throw new Error('no further');
    });
    assert.deepEqual(await fate([write(() => note('a')), halfWay, write(() => note('b'))]), [
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    assert.deepEqual(notes(), ['a', 'b']);
  });

  it('are confirmed to nobody when the disk is full, and go on when there is room again', async () => {
    sqlite.pragma('max_page_count = 4');
    const results = await fate([
      write(() => note('a')),
      write(() => note('b'.repeat(100_000))),
      write(() => note('c')),
    ]);
    assert.equal(results[1], 'rejected');
    const kept = notes();
    assert.deepEqual(
      kept,
      ['a', 'c'].filter((_, at) => results[at * 2] === 'fulfilled'),
    );
    sqlite.pragma('max_page_count = 4000');
    await write(() => note('d'));
    assert.deepEqual(notes(), [...kept, 'd']);
  });

  it('are confirmed to nobody when somebody else holds the file', async () => {
    const other = new BetterSqlite(file);
    other.exec('BEGIN IMMEDIATE');
    assert.deepEqual(await fate([write(() => note('a')), write(() => note('b'))]), ['rejected', 'rejected']);
    other.exec('COMMIT');
    other.close();
    assert.deepEqual(notes(), []);
    await write(() => note('c'));
    assert.deepEqual(notes(), ['c']);
  });

  it('are confirmed to nobody when the commit itself fails', async () => {
    sqlite.pragma('foreign_keys = ON');
    sqlite.exec(
      'CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a DEFERRABLE INITIALLY DEFERRED)',
    );
    const dangling = write(() => sqlite.prepare('INSERT INTO b VALUES (7)').run());
    assert.deepEqual(await fate([write(() => note('a')), dangling]), ['rejected', 'rejected']);
    assert.deepEqual(notes(), []);
    await write(() => note('c'));
    assert.deepEqual(notes(), ['c']);
  });
});
