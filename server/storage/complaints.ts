/** Complaints and appeals: kept from the turn in which they were made, and worked on at the desk. */
import { z } from 'zod';
import { Complaint, ComplaintKind } from '../../referral/complaint.ts';
import {
  complaintOutcomes,
  type ComplaintFile,
  type ComplaintOutcome,
  type ComplaintRow,
  type ComplaintStore,
} from '../desk/complaints/store.ts';
import { notedIn } from './audit.ts';
import { judgeSaid, saidToJudge } from './said-to-judge.ts';
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
  correct: `
UPDATE complaint SET corrected_kind = $2, corrected_by = $3, corrected_at = $4
WHERE id = $1 AND COALESCE(corrected_kind, kind) <> $2 AND answered_at IS NULL`,
  answer: `
UPDATE complaint SET answered_at = $2, outcome = $3
WHERE id = $1 AND COALESCE(corrected_kind, kind) = $4 AND answered_at IS NULL`,
  ofReferral: `
SELECT * FROM complaint
WHERE conversation IN (
  SELECT conversation FROM referral WHERE number = $1 UNION SELECT confirmed_in FROM referral WHERE number = $1
) ORDER BY received_at, id`,
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
  corrected_kind: ComplaintKind.nullable(),
  corrected_by: text.nullable(),
  corrected_at: text.nullable(),
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
    correctComplaint: (id, kind, by) =>
      noted(by, `complaint.corrected: ${kind}`, id, (at) => database.run(sql.correct, [id, kind, by, at]) === 1),
    saidToJudge: (by) => noted(by, 'said.listed', '', () => saidToJudge(tools)),
    judgeSaid: (id, isComplaint, by) =>
      noted(by, isComplaint ? 'said.isComplaint' : 'said.isNone', id, (at) =>
        judgeSaid(tools, id, isComplaint, by, at),
      ),
    complaintsOf: (number, by) => noted(by, 'complaints.listedOf', number, () => ofReferral(tools, number)),
    answerComplaint: (id, outcome, by) =>
      noted(by, `complaint.answered: ${outcome}`, id, (at) => answer(tools, id, outcome, at)),
  };
}

function answer({ database }: Tools, id: string, outcome: ComplaintOutcome, at: string): boolean {
  return ComplaintKind.options
    .filter((kind) => complaintOutcomes[kind].some((each) => each === outcome))
    .some((kind) => database.run(sql.answer, [id, at, outcome, kind]) === 1);
}

function fileOf(tools: Tools, id: string): ComplaintFile | null {
  const row = tools.database.one(sql.find, [id], OnDisk);
  return row ? { ...asRow(row), complaint: opened(tools, row) } : null;
}

/** The number stands in what is sealed: those of the same talks are opened, and no others. */
function ofReferral(tools: Tools, number: string): readonly ComplaintRow[] {
  return tools.database
    .all(sql.ofReferral, [number], OnDisk)
    .filter((row) => opened(tools, row).number === number)
    .map(asRow);
}

const opened = ({ vault }: Tools, { id, body_sealed: sealed }: OnDisk): Complaint =>
  vault.open(sealed, Complaint, 'complaint.body', id);

function asRow(row: OnDisk): ComplaintRow {
  return {
    id: row.id,
    kind: row.corrected_kind ?? row.kind,
    correction: correctionOf(row),
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

function correctionOf({ kind, corrected_by: by, corrected_at: at }: OnDisk): ComplaintRow['correction'] {
  return by !== null && at !== null ? { madeAs: kind, by, at } : null;
}
