/**
 * Queries that several files need; those of one file stand in it. All in the SQL that SQLite and PostgreSQL both speak:
 * only `claim` will need a second text for PostgreSQL.
 */

export const conversationSql = {
  find: `SELECT id, version, state_sealed FROM conversation WHERE key_index = $1`,
  begin: `
INSERT INTO conversation (id, channel, key_index, key_sealed, version, last_seq)
VALUES ($1, $2, $3, $4, 0, 0) ON CONFLICT (key_index) DO NOTHING`,
  /** No row: somebody else's turn came first. */
  advance: `
UPDATE conversation SET version = version + 1, last_seq = last_seq + $3, state_sealed = $4
WHERE id = $1 AND version = $2 RETURNING last_seq`,
  exists: `SELECT id FROM conversation WHERE id = $1`,
  /** Not those at the desk: the member is not there, and is told nothing there. */
  about: `
SELECT c.id, c.channel, c.key_sealed FROM conversation c JOIN referral r ON c.id = r.conversation OR c.id = r.confirmed_in
WHERE r.number = $1 AND c.channel <> 'desk' ORDER BY c.id`,
  whereFiled: `
SELECT c.id, c.channel, c.key_sealed FROM conversation c JOIN referral r ON c.id = r.conversation WHERE r.number = $1`,
  one: `SELECT id, channel, key_sealed FROM conversation WHERE id = $1`,
} as const;

export const messageSql = {
  add: `INSERT INTO message (conversation, seq, turn, inbound, at, body_sealed) VALUES ($1, $2, $3, $4, $5, $6)`,
  since: `SELECT seq, at, body_sealed FROM message WHERE conversation = $1 AND seq > $2 ORDER BY seq`,
  seen: `SELECT seq FROM message WHERE conversation = $1 AND inbound = $2`,
  replies: `
SELECT ours.seq, ours.at, ours.body_sealed FROM message theirs
JOIN message ours ON ours.conversation = theirs.conversation AND ours.turn = theirs.turn AND ours.seq > theirs.seq
WHERE theirs.conversation = $1 AND theirs.inbound = $2 ORDER BY ours.seq`,
} as const;

export const referralSql = {
  add: `
INSERT INTO referral (number, proof, conversation, language, filed_on, filed_at, asks_for_fast, by_helper, confidential,
  do_not_contact, body_sealed, person_index)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
  addRequest: `INSERT INTO request (number, programme, place, decision) VALUES ($1, $2, $3, 'pending')`,
  confirm: `UPDATE referral SET confirmed_in = $2 WHERE number = $1 AND by_helper = 1 AND confirmed_in IS NULL`,
  receive: `UPDATE referral SET received_at = COALESCE(received_at, $2) WHERE number = $1`,
  hold: `UPDATE referral SET held_at = $2 WHERE number = $1 AND received_at IS NULL AND held_at IS NULL`,
  filedIn: `SELECT * FROM referral WHERE filed_on >= $1 AND filed_on <= $2 AND number > $3 ORDER BY number LIMIT $4`,
  body: `SELECT body_sealed FROM referral WHERE number = $1`,
  byNumber: `SELECT * FROM referral WHERE number = $1`,
  /** By the blind index of number and birth date together: what is wrong of the two cannot be told apart. */
  byProof: `SELECT * FROM referral WHERE proof = $1`,
  /** What lists are counted by, with whether the phone has said STOP, or is known to be somebody else's. */
  standings: `
SELECT r.number, r.filed_on, r.filed_at, r.received_at, r.language, r.asks_for_fast, r.by_helper, r.confidential, r.do_not_contact,
  r.assigned_to, r.member_match, r.wrong_number, CASE WHEN t.allowed = 0 THEN 1 ELSE 0 END AS texts_stopped
FROM referral r LEFT JOIN texting t ON t.phone_index = r.phone_index ORDER BY r.filed_at DESC, r.number`,
  /**
   * Changes with all that \`standings\` and \`requestStandings\` are made of: referrals are only ever added, what stands
   * beside them follows from events that are only ever added, and so does a wrong number.
   */
  standingsRevision: `
SELECT (SELECT COUNT(*) FROM referral) || ' ' || (SELECT COUNT(*) FROM request_event) || ' '
  || (SELECT COUNT(*) FROM case_event) || ' ' || (SELECT COUNT(*) FROM referral WHERE received_at IS NULL) || ' '
  || (SELECT SUM(confidential) FROM referral) || ' '
  || (SELECT COUNT(*) || ' ' || SUM(allowed) || ' ' || MAX(since) FROM texting) AS revision`,
  listed: `SELECT number, listed_sealed FROM referral`,
  /** Violence was named after the filing. It is never taken back. */
  confide: `UPDATE referral SET confidential = 1 WHERE number = $1 AND confidential = 0`,
  /** Where the member has shown who they are; and, of a phone, all that give it. */
  confideIn: `UPDATE referral SET confidential = 1 WHERE confirmed_in = $1 AND confidential = 0`,
  confideAt: `UPDATE referral SET confidential = 1 WHERE phone_index = $1 AND confidential = 0`,
  requests: `SELECT * FROM request WHERE number = $1 ORDER BY place`,
  requestStandings: `
SELECT number, programme, decision, decided_on, answered, loop_state, loop_reason, letter_owed,
  CASE WHEN provider_sealed IS NULL THEN 0 ELSE 1 END AS provider_named
FROM request ORDER BY number, place`,
} as const;

export const eventSql = {
  add: `
INSERT INTO request_event (number, place, at, worker, programme, body_sealed) VALUES ($1, $2, $3, $4, $5, $6)`,
  count: `SELECT COUNT(*) AS events FROM request_event WHERE number = $1`,
  all: `SELECT * FROM request_event WHERE number = $1 ORDER BY place`,
  /** Whether the letter of a denial or change has still to be mailed. */
  letter: `UPDATE request SET letter_owed = $3 WHERE number = $1 AND programme = $2`,
  lettersOwed: `SELECT programme FROM request WHERE number = $1 AND letter_owed = 1 ORDER BY place`,
  set: `
UPDATE request SET decision = $3, decided_on = $4, notice_mailed_on = $5, loop_state = $6, loop_reason = $7, loop_on = $8,
  provider_sealed = $9, info_sealed = $10, answered = $11 WHERE number = $1 AND programme = $2`,
} as const;

export const taskSql = {
  /** How many of each kind are not done; nothing of them is opened. */
  waiting: `SELECT kind, COUNT(*) AS waiting FROM task WHERE done_at IS NULL GROUP BY kind`,
  find: `SELECT * FROM task WHERE kind = $1 AND id = $2`,
  waitingIn: `SELECT * FROM task WHERE kind = $1 AND conversation = $2 AND taken_by IS NULL AND done_at IS NULL`,
  add: `INSERT INTO task (kind, id, conversation, at, body_sealed) VALUES ($1, $2, $3, $4, $5)`,
  change: `UPDATE task SET body_sealed = $3 WHERE kind = $1 AND id = $2`,
  reopen: `
UPDATE task SET at = $3, taken_by = NULL, taken_at = NULL, done_at = NULL, outcome = NULL
WHERE kind = $1 AND id = $2 AND done_at IS NOT NULL`,
  /** What is open first, the longest waiting on top; then what is done, the latest first. */
  all: `
SELECT * FROM task WHERE kind = $1
ORDER BY CASE WHEN done_at IS NULL THEN 0 ELSE 1 END, CASE WHEN done_at IS NULL THEN at ELSE '' END, done_at DESC, id`,
  confide: `UPDATE task SET confidential = 1 WHERE conversation = $1 AND confidential = 0`,
  /** Back into the queue, for whoever tries next. */
  release: `UPDATE task SET taken_by = NULL, taken_at = NULL WHERE kind = $1 AND id = $2 AND done_at IS NULL`,
  addAttempt: `INSERT INTO task_attempt (kind, id, place, at, worker, body_sealed) VALUES ($1, $2, $3, $4, $5, $6)`,
  attempts: `SELECT * FROM task_attempt WHERE kind = $1 ORDER BY id, place`,
  /** Referrals that came out of the same conversation. */
  referrals: `
SELECT task.id AS id, referral.number AS number FROM task JOIN referral ON referral.conversation = task.conversation
WHERE task.kind = $1 ORDER BY referral.filed_at DESC`,
  take: `
UPDATE task SET taken_by = $3, taken_at = COALESCE(taken_at, $4)
WHERE kind = $1 AND id = $2 AND done_at IS NULL AND (taken_by IS NULL OR taken_by = $3)`,
  finish: `
UPDATE task SET done_at = $4, outcome = $5, taken_by = COALESCE(taken_by, $3), taken_at = COALESCE(taken_at, $4)
WHERE kind = $1 AND id = $2 AND done_at IS NULL`,
} as const;

export const textingSql = {
  set: `
INSERT INTO texting (phone_index, allowed, since) VALUES ($1, $2, $3)
ON CONFLICT (phone_index) DO UPDATE SET allowed = excluded.allowed, since = excluded.since`,
  /** Nothing is said of a phone that has spoken for itself. */
  presume: `
INSERT INTO texting (phone_index, allowed, since) VALUES ($1, 1, $2) ON CONFLICT (phone_index) DO NOTHING`,
  find: `SELECT allowed FROM texting WHERE phone_index = $1`,
} as const;

const addToOutbox = `
INSERT INTO outbox (id, kind, lane, place, number, body_sealed, added_at, state, not_before, attempt)
SELECT $1, $2, $3, COALESCE(MAX(place), 0) + 1, $4, $5, $6, 'waiting', $7, 0 FROM outbox WHERE lane = $3`;

export const outboxSql = {
  add: addToOutbox,
  addOnce: `${addToOutbox} ON CONFLICT (id) DO NOTHING`,
  /**
   * Of each lane only the first that waits: what comes after it stays in order. What has been handed over, and only not
   * acknowledged, is in order already; and what breaks here again and again would hold up the others for ever.
   * A follow-up waits for its referral until the plan has that, or has had it handed over; it holds up nothing but what
   * follows it for the same referral.
   * What waits, or is held, until after $4 was put off by a clock that has gone back since.
   */
  claim: `
UPDATE outbox SET lease_until = $2, attempt = attempt + 1 WHERE id IN (
  SELECT due.id FROM outbox due
  WHERE due.state = 'waiting'
    AND (due.not_before <= $1 OR (due.kind IN ('referral', 'followUp') AND due.not_before > $4))
    AND (due.lease_until IS NULL OR due.lease_until <= $1 OR due.lease_until > $4)
    AND NOT EXISTS (
      SELECT 1 FROM outbox earlier
      WHERE earlier.lane = due.lane AND earlier.place < due.place AND earlier.state = 'waiting'
        AND COALESCE(earlier.reason, '') NOT IN ('notAcknowledged', 'acknowledgementLate')
        AND NOT (earlier.kind = 'followUp' AND earlier.number <> due.number)
        AND NOT (COALESCE(earlier.reason, '') = 'failed' AND earlier.attempt >= $5))
    AND NOT (due.kind = 'followUp' AND EXISTS (
      SELECT 1 FROM outbox filed
      WHERE filed.lane = due.lane AND filed.number = due.number AND filed.kind = 'referral' AND filed.state <> 'done'
        AND NOT (filed.state = 'waiting' AND COALESCE(filed.reason, '') IN ('notAcknowledged', 'acknowledgementLate'))))
  ORDER BY due.not_before, due.id LIMIT $3)
RETURNING id, kind, number, attempt, asked_again, body_sealed`,
  /** Of one referral, and never tried: whoever takes it up reads what is new after us. */
  untoldNews: `SELECT id, body_sealed FROM outbox WHERE kind = 'news' AND number = $1 AND state = 'waiting' AND attempt = 0`,
  /** What it said is not needed any more once it has arrived. */
  done: `UPDATE outbox SET state = 'done', body_sealed = '', reason = NULL, answer_sealed = NULL, lease_until = NULL WHERE id = $1`,
  again: `
UPDATE outbox SET not_before = $3, reason = $4, answer_sealed = $5, lease_until = NULL
WHERE id = $1 AND attempt = $2 AND state = 'waiting'`,
  refuse: `
UPDATE outbox SET state = 'refused', reason = $3, answer_sealed = $4, lease_until = NULL
WHERE id = $1 AND attempt = $2 AND state = 'waiting'`,
  /** What will not go by itself, and what was tried often in vain; not what the plan has simply not taken up yet. */
  stuck: `
SELECT id, kind, number, state, reason, attempt, added_at, answer_sealed FROM outbox
WHERE state = 'refused'
  OR (state = 'waiting' AND attempt >= $1 AND reason IS NOT NULL AND reason <> 'notAcknowledged')
ORDER BY added_at, id`,
  /** At once, also what was put off. Counted where the plan had it, and refused it or said nothing. */
  requeue: `
UPDATE outbox SET state = 'waiting', reason = NULL, answer_sealed = NULL, not_before = $2,
  asked_again = asked_again + CASE WHEN state = 'refused' OR reason = 'acknowledgementLate' THEN 1 ELSE 0 END
WHERE id = $1 AND (state = 'refused' OR (state = 'waiting' AND reason IS NOT NULL AND lease_until IS NULL))`,
} as const;

export const sessionSql = {
  add: `INSERT INTO web_session (token_hash, key_sealed, created_at, idle_until) VALUES ($1, $2, $3, $4)`,
  find: `SELECT key_sealed, created_at, idle_until FROM web_session WHERE token_hash = $1`,
  touch: `UPDATE web_session SET idle_until = $2 WHERE token_hash = $1`,
  revoke: `DELETE FROM web_session WHERE token_hash = $1`,
} as const;

export const deskSql = {
  audit: `INSERT INTO audit (at, who, what, about) VALUES ($1, $2, $3, $4)`,
  workers: `
SELECT DISTINCT who FROM audit WHERE what = 'signedIn' AND about IN ('worker', 'admin') ORDER BY who`,
  addLink: `INSERT INTO sign_in_link (token_hash, name, role, expires_at) VALUES ($1, $2, $3, $4)`,
  redeemLink: `
UPDATE sign_in_link SET redeemed_at = $2
WHERE token_hash = $1 AND redeemed_at IS NULL AND expires_at > $2 RETURNING name, role`,
} as const;

export const keyCheckSql = {
  find: `SELECT sealed, index_check FROM key_check`,
  add: `INSERT INTO key_check (sealed, index_check) VALUES ($1, $2)`,
} as const;
