/** Complaints and appeals: kept from the turn in which they were made, and worked on at the desk. */
import { z } from 'zod';
import { Complaint, ComplaintKind } from '../../referral/complaint.ts';
import {
  complaintOutcomes,
  type ComplaintFile,
  type ComplaintOutcome,
  type ComplaintRow,
  type ComplaintStore,
} from '../desk/complaint-store.ts';
import { notedIn } from './audit.ts';
import type { Tools } from './vault.ts';

const sql = {
  add: `
INSERT INTO complaint (id, conversation, kind, language, received_at, by_helper, confidential, asks_for_fast, body_sealed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  all: `SELECT * FROM complaint ORDER BY received_at, id`,
  find: `SELECT * FROM complaint WHERE id = $1`,
  take: `
UPDATE complaint SET taken_by = $2, taken_at = COALESCE(taken_at, $3)
WHERE id = $1 AND answered_at IS NULL AND (taken_by IS NULL OR taken_by = $2)`,
  acknowledge: `
UPDATE complaint SET acknowledged_at = $2 WHERE id = $1 AND acknowledged_at IS NULL AND answered_at IS NULL`,
  judge: `UPDATE complaint SET urgent = $2 WHERE id = $1 AND answered_at IS NULL`,
  answer: `UPDATE complaint SET answered_at = $2, outcome = $3 WHERE id = $1 AND kind = $4 AND answered_at IS NULL`,
} as const;

const flag = z.union([z.literal(0), z.literal(1)]).transform((bit) => bit === 1);
const text = z.string();
const Outcome = z.enum([...complaintOutcomes.grievance, ...complaintOutcomes.appeal]);
const OnDisk = z.strictObject({
  id: text,
  conversation: text,
  kind: ComplaintKind,
  language: text,
  received_at: text,
  by_helper: flag,
  confidential: flag,
  asks_for_fast: flag,
  urgent: flag.nullable(),
  taken_by: text.nullable(),
  taken_at: text.nullable(),
  acknowledged_at: text.nullable(),
  answered_at: text.nullable(),
  outcome: Outcome.nullable(),
  body_sealed: text,
});
type OnDisk = z.infer<typeof OnDisk>;

/** Part of a turn's own transaction: stored with the words that confirm it, or not at all. */
export function putComplaint({ database, vault }: Tools, complaint: Complaint, conversation: string, at: string): void {
  const { id, kind, language, helper, confidential, asksForFast } = Complaint.parse(complaint);
  const sealed = vault.seal(complaint, 'complaint.body', id);
  database.run(sql.add, [id, conversation, kind, language, at, helper !== null, confidential, asksForFast, sealed]);
}

export function complaints(tools: Tools): ComplaintStore {
  const { database } = tools;
  const noted = notedIn(tools);
  return {
    complaints: (by) => noted(by, 'complaints.listed', '', () => database.all(sql.all, [], OnDisk).map(asRow)),
    complaint: (id, by) => noted(by, 'complaint.viewed', id, () => fileOf(tools, id)),
    takeComplaint: (id, by) => noted(by, 'complaint.taken', id, (at) => database.run(sql.take, [id, by, at]) === 1),
    acknowledgeComplaint: (id, by) =>
      noted(by, 'complaint.acknowledged', id, (at) => database.run(sql.acknowledge, [id, at]) === 1),
    judgeComplaint: (id, urgent, by) =>
      noted(
        by,
        urgent ? 'complaint.urgent' : 'complaint.notUrgent',
        id,
        () => database.run(sql.judge, [id, urgent]) === 1,
      ),
    answerComplaint: (id, outcome, by) =>
      noted(by, `complaint.answered: ${outcome}`, id, (at) => answer(tools, id, outcome, at)),
  };
}

function answer({ database }: Tools, id: string, outcome: ComplaintOutcome, at: string): boolean {
  return ComplaintKind.options
    .filter((kind) => complaintOutcomes[kind].some((each) => each === outcome))
    .some((kind) => database.run(sql.answer, [id, at, outcome, kind]) === 1);
}

function fileOf({ database, vault }: Tools, id: string): ComplaintFile | null {
  const row = database.one(sql.find, [id], OnDisk);
  return row ? { ...asRow(row), complaint: vault.open(row.body_sealed, Complaint, 'complaint.body', row.id) } : null;
}

function asRow(row: OnDisk): ComplaintRow {
  return {
    id: row.id,
    kind: row.kind,
    receivedAt: row.received_at,
    language: row.language,
    byHelper: row.by_helper,
    confidential: row.confidential,
    asksForFast: row.asks_for_fast,
    urgent: row.urgent,
    takenBy: row.taken_by,
    takenAt: row.taken_at,
    acknowledgedAt: row.acknowledged_at,
    answeredAt: row.answered_at,
    outcome: row.outcome,
  };
}
