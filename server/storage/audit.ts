/** The audit log: who did or saw what, when. Rows are added, and never changed or removed. */
import { deskSql } from './sql.ts';
import type { Tools } from './vault.ts';

/** `who` is a worker, or "talk" for what a conversation did; `what` and `about` are codes and ids, never words of a member. */
export type AuditLine = { readonly at: string; readonly who: string; readonly what: string; readonly about: string };

/** Inside a write, so that the act and its line are stored together. */
export function addAudit({ database }: Tools, { at, who, what, about }: AuditLine): void {
  database.run(deskSql.audit, [at, who, what, about]);
}

/** What the desk does and the note of it are stored together, or neither is. */
export type Noted = <T>(by: string, what: string, about: string, act: (at: string) => T) => Promise<T>;

export function notedIn(tools: Tools): Noted {
  return (by, what, about, act) =>
    tools.database.write(() => {
      const at = tools.now();
      addAudit(tools, { at, who: by, what, about });
      return act(at);
    });
}
