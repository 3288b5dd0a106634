/** What the bench found: what members were told, what is stored, and what the plan has. */
import path from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { openStore } from '../../server/open-store.ts';
import { referral } from '../server/storage/samples.ts';
import type { Cut } from './kills.ts';
import type { TroubledPlan } from './troubled-plan.ts';

export type Found = {
  /** Told to a member as stored. */
  readonly referrals: number;
  /** Tries to reach the plan. */
  readonly tries: number;
  /** What the plan did, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  /** Filed, as a member was told, and not at the plan, or not whole. */
  readonly lost: number;
  /** At the plan more than once, or there without a filing. */
  readonly doubled: number;
  /** Told to a member, and not in the store. */
  readonly toldNotStored: number;
  /** At the plan before what the same member had filed earlier. */
  readonly early: number;
  /** Not received at the end, as far as we know, and not refused. */
  readonly waiting: number;
  /** Left to the desk. */
  readonly refused: number;
};
export type FaultFigures = Found & Cut & { readonly seconds: number };

export type Places = { readonly dataDir: string; readonly keyFile: string };

export async function find(places: Places, plan: TroubledPlan, told: ReadonlySet<string>): Promise<Found> {
  const store = await openStore(places);
  const stored = new Set((await store.referrals('the books')).map(({ number }) => number));
  await store.close();
  const { lacking: lost, doubled } = await plan.balance([...told].map((number) => referral(number)));
  const outbox = openOutbox(places);
  try {
    return {
      referrals: told.size,
      tries: outbox.tries(),
      faults: plan.faults(),
      lost,
      doubled,
      toldNotStored: [...told].filter((number) => !stored.has(number)).length,
      early: plan.early(),
      waiting: outbox.count('waiting'),
      refused: outbox.count('refused'),
    };
  } finally {
    outbox.close();
  }
}

type Outbox = {
  readonly count: (state: 'waiting' | 'refused') => number;
  readonly tries: () => number;
  readonly close: () => void;
};

/** As it lies on the disk, past the processes that work on it. */
export function openOutbox({ dataDir }: Places): Outbox {
  const sqlite = new BetterSqlite(path.join(dataDir, 'navigator.sqlite'), { readonly: true });
  const number = (sql: string, ...values: readonly string[]): number =>
    sqlite
      .prepare<string[], number>(sql)
      .pluck()
      .get(...values) ?? 0;
  return {
    count: (state) => number(`SELECT COUNT(*) FROM outbox WHERE kind = 'referral' AND state = ?`, state),
    tries: () => number(`SELECT SUM(attempt) FROM outbox WHERE kind = 'referral'`),
    close: () => void sqlite.close(),
  };
}
