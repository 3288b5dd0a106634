/** What is recorded of a referral as a whole, and what follows from it for the lists of the desk. */
import { z } from 'zod';
import { CaseEvent } from '../../referral/case-event.ts';
import { tellsRecords } from '../../referral/desk-message.ts';
import type { CaseNote, OtherFiling } from '../desk/desk-store.ts';
import { putInOutbox } from './outbox.ts';
import { filed } from './referrals.ts';
import { ReferralOnDisk } from './rows.ts';
import { lettersOwed } from './request-events.ts';
import { eventSql, referralSql } from './sql.ts';
import { isRightNow, requestsOf, tellerOf } from './status.ts';
import type { Tools } from './vault.ts';

const sql = {
  add: `
INSERT INTO case_event (number, place, at, worker, body_sealed, events_before)
VALUES ($1, $2, $3, $4, $5, (SELECT COUNT(*) FROM request_event WHERE number = $1))`,
  count: `SELECT COUNT(*) AS events FROM case_event WHERE number = $1`,
  all: `SELECT place, at, worker, body_sealed, events_before FROM case_event WHERE number = $1 ORDER BY place`,
  assign: `UPDATE referral SET assigned_to = $2 WHERE number = $1`,
  match: `UPDATE referral SET member_match = $2 WHERE number = $1`,
  wrongNumber: `UPDATE referral SET wrong_number = 1 WHERE number = $1`,
  release: `UPDATE referral SET released_by = $2 WHERE number = $1`,
  unconfirm: `UPDATE referral SET confirmed_in = NULL WHERE number = $1`,
  disown: `UPDATE referral SET confirmed_in = NULL WHERE number = $1 AND by_helper = 0`,
  recorded: `
SELECT (SELECT COUNT(*) FROM request_event WHERE number = $1) + (SELECT COUNT(*) FROM case_event WHERE number = $1)
  AS events`,
  samePerson: `
SELECT other.number, other.filed_at, other.confidential FROM referral one JOIN referral other ON other.person_index = one.person_index
WHERE one.number = $1 AND other.number <> $1 ORDER BY other.filed_at DESC, other.number LIMIT 50`,
} as const;

const OnDisk = z.strictObject({
  place: z.int(),
  at: z.string(),
  worker: z.string(),
  body_sealed: z.string(),
  events_before: z.int().nullable(),
});

const Counted = z.strictObject({ events: z.int() });

/** Inside a write. False: no such referral, or something that can never be true of it. */
export function recordCaseEvent(tools: Tools, number: string, note: CaseNote): boolean {
  const row = tools.database.one(referralSql.byNumber, [number], ReferralOnDisk);
  const what = CaseEvent.parse(note.what);
  if (!row || !mayBe(tools, row, what)) return false;
  add(tools, number, { ...note, what });
  // That two are of one member is true of both.
  if (what.kind === 'sameMember') add(tools, what.number, { ...note, what: { ...what, number } });
  if (what.kind === 'messageSent') {
    const topic = { kind: 'message' as const, message: what.message };
    const news = { kind: 'news' as const, id: tools.mint(), number, programme: null, topic };
    putInOutbox(tools, news, row.conversation, note.at);
  }
  follow(tools, number, what);
  return true;
}

function mayBe(tools: Tools, row: ReferralOnDisk, what: CaseEvent): boolean {
  switch (what.kind) {
    case 'sameMember':
      return samePerson(tools, row.number).some(({ number }) => number === what.number);
    case 'helperReleased':
      return row.by_helper && isRightNow(tools, row.number, what.authority);
    case 'messageSent':
      return (
        !row.do_not_contact &&
        tellerOf(tools, row) === 'member' &&
        (what.ownChat === true || !tellsRecords(what.message))
      );
    // While it is not taken back, the day goes with the decision: the member is told with it.
    case 'letterMailed': {
      const request = requestsOf(tools, row.number).find(({ programme }) => programme === what.programme);
      const isOwed = lettersOwed(tools, row.number).includes(what.programme);
      return isOwed && request?.decision === 'withdrawn' && what.on >= row.filed_on;
    }
    case 'note':
    case 'assigned':
    case 'matched':
    case 'warningsRead':
    case 'memberSaid':
    case 'wrongNumber':
      return true;
  }
}

function add({ database, vault }: Tools, number: string, { at, by, what }: CaseNote): void {
  const place = (database.one(sql.count, [number], Counted)?.events ?? 0) + 1;
  database.run(sql.add, [number, place, at, by, vault.seal(what, 'case_event.body', number, place)]);
}

/** Whether nothing was recorded since somebody saw so many entries; always, where nobody says what they saw. */
export function isAsSeen({ database }: Tools, number: string, seen: number | undefined): boolean {
  return seen === undefined || database.one(sql.recorded, [number], Counted)?.events === seen;
}

/** What the lists are made of stands beside the referral, as of the last event. */
function follow({ database }: Tools, number: string, what: CaseEvent): void {
  switch (what.kind) {
    case 'assigned':
      return void database.run(sql.assign, [number, what.to]);
    case 'matched':
      return void database.run(sql.match, [number, what.match]);
    case 'helperReleased':
      database.run(sql.release, [number, what.authority]);
      // Taken back is taken back, by whatever right they heard before.
      if (what.authority === null) database.run(sql.unconfirm, [number]);
      return;
    case 'wrongNumber':
      database.run(sql.wrongNumber, [number]);
      // Whoever has shown to be the member there, it is theirs no more.
      return void database.run(sql.disown, [number]);
    case 'letterMailed':
      return void database.run(eventSql.letter, [number, what.programme, false]);
    case 'note':
    case 'sameMember':
    case 'warningsRead':
    case 'messageSent':
    case 'memberSaid':
      return;
  }
}

/** Oldest first. */
export function caseEventsOf({ database, vault }: Tools, number: string): readonly CaseNote[] {
  return database
    .all(sql.all, [number], OnDisk)
    .map(({ place, at, worker, body_sealed: sealed, events_before: before }) => ({
      at,
      by: worker,
      what: vault.open(sealed, CaseEvent, 'case_event.body', number, place),
      ...(before === null ? {} : { eventsBefore: before }),
    }));
}

/** Other referrals for somebody of the same name and birth date, the newest first. */
export function samePerson(tools: Tools, number: string): readonly OtherFiling[] {
  return tools.database
    .all(sql.samePerson, [number], OtherOnDisk)
    .flatMap(({ number: other, filed_at: filedAt, confidential }) => {
      const found = filed(tools, other);
      return found
        ? [
            {
              number: other,
              filedAt,
              filer: found.filer,
              contact: { ...found.contact, confidential: confidential === 1 },
            },
          ]
        : [];
    });
}
const OtherOnDisk = z.strictObject({ number: z.string(), filed_at: z.string(), confidential: z.int() });
