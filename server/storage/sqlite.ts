/** The store in one SQLite file. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Store } from '../../bot/store.ts';
import type { ClockStore } from '../../referral/clocks.ts';
import type { CallerStore } from '../desk/caller/store.ts';
import type { ComplaintStore } from '../desk/complaints/store.ts';
import type { DeskStore, UndeliveredStore } from '../desk/desk-store.ts';
import type { PlanAnswerStore } from '../desk/queues/plan-answer-store.ts';
import type { ReportStore } from '../desk/reports/report-store.ts';
import type { DeskInbox } from '../gateways/desk-gateway.ts';
import type { TaskWatch } from '../gateways/fhir/task-watch.ts';
import { openDatabase } from './database.ts';
import { callerTalks } from './caller-talks.ts';
import { desk } from './desk.ts';
import { complaints } from './complaints.ts';
import { planAnswers } from './plan-answers.ts';
import { clockStore } from './clock-store.ts';
import { checkKeys } from './key-check.ts';
import { throwAwayKeys, type Keyring } from './keys.ts';
import { keepMissingListed } from './listed.ts';
import { migrate } from './migrations.ts';
import { outbox } from './outbox.ts';
import { reports } from './reports.ts';
import { statusOf } from './status.ts';
import { sessions } from './sessions.ts';
import { turns } from './turns.ts';
import { vault, type Tools } from './vault.ts';
import type { WebSessions } from './web-sessions.ts';

/** All that is kept: for the bot, the sender, the desk and the page. */
export type WholeStore = Store &
  DeskStore &
  UndeliveredStore &
  ComplaintStore &
  ReportStore &
  CallerStore &
  ClockStore &
  DeskInbox &
  WebSessions &
  PlanAnswerStore &
  TaskWatch;

export type StoreOptions = {
  /** Made, with its folder, when it is not there; readable by its owner alone. */
  readonly file: string;
  readonly keys: Keyring;
  /** A new id, never used before. Random unless given. */
  readonly minted?: () => string;
  /** This instant; the clock of this machine unless given. */
  readonly now?: () => Date;
};

/** Opens the store. Throws when the keys are not those that the data was sealed with. */
export async function openSqliteStore({ file, keys, minted, now }: StoreOptions): Promise<WholeStore> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = openDatabase(file);
  if (file !== ':memory:') chmodSync(file, 0o600);
  const tools: Tools = {
    database,
    vault: vault(keys),
    mint: minted ?? randomUUID,
    now: () => (now?.() ?? new Date()).toISOString(),
  };
  try {
    await migrate(database);
    await checkKeys(tools);
    await keepMissingListed(tools);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    ...turns(tools),
    ...outbox(tools),
    ...desk(tools),
    ...complaints(tools),
    ...reports(tools),
    ...planAnswers(tools),
    ...callerTalks(tools),
    ...clockStore(tools),
    ...sessions(tools),
    status: (number, birthDate, provenPhone) => database.read(() => statusOf(tools, number, birthDate, provenPhone)),
    async close() {
      // What was asked for before is stored before: writes keep their order.
      await database.write(() => undefined);
      database.close();
    },
  };
}

/** A store that is gone when the process ends: for tests and the terminal. */
export function openMemoryStore(options: Partial<StoreOptions> = {}): Promise<WholeStore> {
  return openSqliteStore({ keys: throwAwayKeys(), ...options, file: ':memory:' });
}
