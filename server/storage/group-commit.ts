/** Many writes, one commit: what is asked for in one turn of the event loop goes to the disk together. */
import type BetterSqlite from 'better-sqlite3';

/**
 * Queues a write. It runs at once with others, in a savepoint of its own: if it throws, it alone is undone and rejected.
 * The promise resolves only after COMMIT has returned. A write is synchronous: nothing else can come between its steps.
 */
export type Write = <T>(job: () => T) => Promise<T>;

type Queued = { readonly run: () => void; readonly resolve: () => void; readonly reject: (reason: unknown) => void };

/** More than this in one transaction would make the first one wait for the last. */
const mostAtOnce = 256;

export function groupCommit(sqlite: BetterSqlite.Database): Write {
  const begin = sqlite.prepare('BEGIN IMMEDIATE');
  const savepoint = sqlite.prepare('SAVEPOINT job');
  const release = sqlite.prepare('RELEASE job');
  const undo = sqlite.prepare('ROLLBACK TO job');
  const commit = sqlite.prepare('COMMIT');
  const rollback = sqlite.prepare('ROLLBACK');
  let queue: Queued[] = [];

  const inSavepoint = (job: Queued): boolean => {
    savepoint.run();
    try {
      job.run();
      release.run();
      return true;
    } catch (error) {
      // A full disk or a failing one has ended the whole transaction already: then nobody's write stands.
      if (!sqlite.inTransaction) throw error;
      undo.run();
      release.run();
      job.reject(error);
      return false;
    }
  };

  const flush = (): void => {
    const batch = queue.slice(0, mostAtOnce);
    queue = queue.slice(mostAtOnce);
    if (queue.length > 0) setImmediate(flush);
    try {
      begin.run();
      const done = batch.filter(inSavepoint);
      commit.run();
      for (const job of done) job.resolve();
    } catch (error) {
      if (sqlite.inTransaction) rollback.run();
      for (const job of batch) job.reject(error);
    }
  };

  return <T>(job: () => T) =>
    new Promise<T>((resolve, reject) => {
      let result: T;
      if (queue.length === 0) setImmediate(flush);
      queue.push({
        run: () => {
          result = job();
        },
        resolve: () => {
          resolve(result);
        },
        reject,
      });
    });
}
