/** What was filed on its way to the desk, once nobody kills the server any more. */
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import { drain } from '../../referral/outbox.ts';
import { deskGateway } from '../../server/gateways/desk-gateway.ts';
import { noTexter } from '../../server/gateways/no-texter.ts';
import { senderClock } from '../../server/gateways/sender.ts';
import type { WholeStore } from '../../server/storage/sqlite.ts';

/** Waits until nothing waits, or until patience ends. */
export async function arrived(file: string, seconds: number): Promise<void> {
  const sqlite = new BetterSqlite(file, { readonly: true });
  const waiting = sqlite.prepare<[], number>(`SELECT COUNT(*) FROM outbox WHERE state = 'waiting'`).pluck();
  for (let left = seconds; left > 0 && waiting.get() !== 0; left -= 1) await sleep(1000);
  sqlite.close();
}

/** The same sender, two minutes later: every lease that a killed one held has run out. */
export async function deliverRest(store: WholeStore): Promise<void> {
  const later = (): Date => new Date(Date.now() + 120_000);
  const news = { tell: () => Promise.reject(new Error('nobody has decided anything')) };
  await drain(store, { plan: deskGateway(store, later), texter: noTexter, news }, senderClock(later));
}
