/** Whether texts may be sent to a phone. */
import { plainPhone } from './phone.ts';
import { Allowed } from './rows.ts';
import { textingSql } from './sql.ts';
import type { Tools } from './vault.ts';

/** The last word counts: a START after a STOP, and the other way round. */
export function setTexting(
  { database, vault }: Tools,
  { phone, allowed }: { readonly phone: string; readonly allowed: boolean },
  at: string,
): void {
  database.run(textingSql.set, [vault.index('phone', plainPhone(phone)), allowed, at]);
}

/** A yes given on another channel: it counts until the phone itself has said STOP or START. */
export function presumeTexting({ database, vault }: Tools, phone: string, at: string): void {
  database.run(textingSql.presume, [vault.index('phone', plainPhone(phone)), at]);
}

/** A phone of which nothing is known has not agreed. */
export function mayText({ database, vault }: Tools, phone: string): boolean {
  return database.one(textingSql.find, [vault.index('phone', plainPhone(phone))], Allowed)?.allowed ?? false;
}

/** The phone has said STOP, or is known to be somebody else's; of most phones nothing is known. */
export function textsStopped({ database, vault }: Tools, phone: string): boolean {
  return database.one(textingSql.find, [vault.index('phone', plainPhone(phone))], Allowed)?.allowed === false;
}
