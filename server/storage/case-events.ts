/** What is recorded of a referral as a whole, and what follows from it for the lists of the desk. */
import { z } from 'zod';
import { CaseEvent } from '../../referral/case-event.ts';
import type { CaseNote } from '../desk/desk-store.ts';
import { filed } from './referrals.ts';
import type { Tools } from './vault.ts';

const sql = {
  add: `INSERT INTO case_event (number, place, at, worker, body_sealed) VALUES ($1, $2, $3, $4, $5)`,
  count: `SELECT COUNT(*) AS events FROM case_event WHERE number = $1`,
  all: `SELECT place, at, worker, body_sealed FROM case_event WHERE number = $1 ORDER BY place`,
  assign: `UPDATE referral SET assigned_to = $2 WHERE number = $1`,
  match: `UPDATE referral SET member_match = $2 WHERE number = $1`,
  release: `UPDATE referral SET released_by = $2 WHERE number = $1`,
  samePerson: `
SELECT other.number FROM referral one JOIN referral other ON other.person_index = one.person_index
WHERE one.number = $1 AND other.number <> $1 ORDER BY other.filed_at DESC, other.number`,
} as const;

const OnDisk = z.strictObject({ place: z.int(), at: z.string(), worker: z.string(), body_sealed: z.string() });

/** Inside a write. False: no such referral. */
export function recordCaseEvent(tools: Tools, number: string, { at, by, what }: CaseNote): boolean {
  const { database, vault } = tools;
  if (!filed(tools, number)) return false;
  const count = database.one(sql.count, [number], z.strictObject({ events: z.int() }));
  const place = (count?.events ?? 0) + 1;
  const sealed = vault.seal(CaseEvent.parse(what), 'case_event.body', number, place);
  database.run(sql.add, [number, place, at, by, sealed]);
  follow(tools, number, what);
  return true;
}

/** What the lists are made of stands beside the referral, as of the last event. */
function follow({ database }: Tools, number: string, what: CaseEvent): void {
  switch (what.kind) {
    case 'assigned':
      return void database.run(sql.assign, [number, what.to]);
    case 'matched':
      return void database.run(sql.match, [number, what.match]);
    case 'helperReleased':
      return void database.run(sql.release, [number, what.authority]);
    case 'note':
    case 'sameMember':
    case 'warningsRead':
    case 'messageSent':
      return;
  }
}

/** Oldest first. */
export function caseEventsOf({ database, vault }: Tools, number: string): readonly CaseNote[] {
  return database.all(sql.all, [number], OnDisk).map(({ place, at, worker, body_sealed: sealed }) => ({
    at,
    by: worker,
    what: vault.open(sealed, CaseEvent, 'case_event.body', number, place),
  }));
}

/** Other referrals for somebody of the same name and birth date, the newest first. */
export function samePerson({ database }: Tools, number: string): readonly string[] {
  return database.all(sql.samePerson, [number], z.strictObject({ number: z.string() })).map((row) => row.number);
}
