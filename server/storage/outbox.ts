/** What waits to go out, and what became of it. */
import type { Claimed, OutboxItem, OutboxStore } from '../../referral/outbox-store.ts';
import type { UndeliveredStore } from '../desk/desk-store.ts';
import { addAudit } from './audit.ts';
import { instant } from './bind.ts';
import { plainPhone } from './phone.ts';
import { filed, receive } from './referrals.ts';
import { ClaimOnDisk, OutboxBody, RefusedOnDisk } from './rows.ts';
import { outboxSql } from './sql.ts';
import { mayText, setTexting } from './texting.ts';
import type { Tools } from './vault.ts';

/** Inside a write, so that what must go out is stored with its cause. Throws when the id is taken. */
export function putInOutbox(tools: Tools, item: OutboxItem, conversation: string, at: string): void {
  const { database, vault } = tools;
  database.run(outboxSql.add, [
    item.id,
    item.kind,
    laneOf(tools, item, conversation),
    'number' in item ? item.number : null,
    vault.seal(item, 'outbox.body', item.id),
    at,
    item.kind === 'text' && item.notBefore !== null ? instant(item.notBefore) : at,
  ]);
}

/** Items of one lane go out in order. Kinds have lanes of their own: no referral waits for quiet hours to end. */
function laneOf({ vault }: Tools, item: OutboxItem, conversation: string): string {
  return item.kind === 'text' ? `text:${vault.index('phone', plainPhone(item.phone))}` : `${item.kind}:${conversation}`;
}

export function outbox(tools: Tools): OutboxStore & UndeliveredStore {
  const { database, now } = tools;
  return {
    claim: (at, leaseUntil, most) =>
      database.write(() =>
        database
          .all(outboxSql.claim, [instant(at), instant(leaseUntil), most], ClaimOnDisk)
          .flatMap((row) => asClaimed(tools, row, leaseUntil)),
      ),

    settle: ({ item, attempt }, sent, at) =>
      database.write(() => {
        switch (sent.kind) {
          case 'done':
            database.run(outboxSql.done, [item.id]);
            if (item.kind === 'referral') receive(tools, item.number, instant(at));
            return;
          case 'again':
            return void database.run(outboxSql.again, [item.id, attempt, instant(sent.notBefore)]);
          case 'refused':
            return void database.run(outboxSql.refuse, [item.id, attempt, sent.reason]);
        }
      }),

    filed: (number) => database.read(() => filed(tools, number)),
    mayText: (phone) => database.read(() => mayText(tools, phone)),
    stopTexts: (phone, at) => database.write(() => setTexting(tools, { phone, allowed: false }, instant(at))),

    undelivered: (by) =>
      database.write(() => {
        addAudit(tools, { at: now(), who: by, what: 'undelivered.listed', about: '' });
        return database
          .all(outboxSql.refused, [], RefusedOnDisk)
          .map(({ attempt, added_at: since, ...row }) => ({ ...row, attempts: attempt, since }));
      }),

    sendAgain: (id, by) =>
      database.write(() => {
        addAudit(tools, { at: now(), who: by, what: 'undelivered.sentAgain', about: id });
        return database.run(outboxSql.requeue, [id, now()]) === 1;
      }),
  };
}

/** One item that was damaged must not hold up all others: it is left to the desk. */
function asClaimed({ database, vault }: Tools, row: ClaimOnDisk, leaseUntil: string): readonly Claimed[] {
  const { id, attempt, body_sealed: sealed } = row;
  try {
    return [{ item: vault.open(sealed, OutboxBody, 'outbox.body', id), attempt, leaseUntil }];
  } catch {
    database.run(outboxSql.refuse, [id, attempt, 'unreadable']);
    return [];
  }
}
