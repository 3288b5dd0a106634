/** Visits to the web page. */
import { z } from 'zod';
import { instant } from './bind.ts';
import { SessionOnDisk } from './rows.ts';
import { sessionSql } from './sql.ts';
import type { Tools } from './vault.ts';
import type { WebSessions } from './web-sessions.ts';

export function sessions({ database, vault }: Tools): WebSessions {
  return {
    createSession: (tokenHash, conversationKey, now, idleUntil) =>
      database.write(() => {
        const sealed = vault.seal(conversationKey, 'web_session.key', tokenHash);
        database.run(sessionSql.add, [tokenHash, sealed, instant(now), instant(idleUntil)]);
      }),

    findSession: (tokenHash) =>
      database.read(() => {
        const row = database.one(sessionSql.find, [tokenHash], SessionOnDisk);
        if (!row) return null;
        const conversationKey = vault.open(row.key_sealed, z.string(), 'web_session.key', tokenHash);
        return { conversationKey, createdAt: row.created_at, idleUntil: row.idle_until };
      }),

    touchSession: (tokenHash, idleUntil) =>
      database.write(() => database.run(sessionSql.touch, [tokenHash, instant(idleUntil)]) === 1),

    revokeSession: (tokenHash) => database.write(() => void database.run(sessionSql.revoke, [tokenHash])),
  };
}
