/** The audit log: who did or saw what, when. Rows are added, and never changed or removed. */
import { deskSql } from './sql.ts';
import type { Tools } from './vault.ts';

/** `who` is a worker, or "talk" for what a conversation did; `what` and `about` are codes and ids, never words of a member. */
export type AuditLine = { readonly at: string; readonly who: string; readonly what: string; readonly about: string };

/** Inside a write, so that the act and its line are stored together. */
export function addAudit({ database }: Tools, { at, who, what, about }: AuditLine): void {
  database.run(deskSql.audit, [at, who, what, about]);
}
