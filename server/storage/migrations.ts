/** How the tables came to be, step by step. A step that has been released is never changed: a new one follows it. */
import { z } from 'zod';
import type { Database } from './database.ts';

/**
 * Only ids, instants, programme, decision, loop, language and flags are in the clear: what queues are sorted by.
 * `*_sealed` is readable with the key file only; `*_index` and `proof` are blind indexes of what is looked up.
 */
const steps: readonly string[] = [
  `
CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  channel TEXT NOT NULL,
  key_index TEXT NOT NULL UNIQUE,
  key_sealed TEXT NOT NULL,
  version INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  state_sealed TEXT
);
CREATE TABLE message (
  conversation TEXT NOT NULL REFERENCES conversation (id),
  seq INTEGER NOT NULL,
  turn INTEGER NOT NULL,
  inbound TEXT,
  at TEXT NOT NULL,
  body_sealed TEXT NOT NULL,
  PRIMARY KEY (conversation, seq)
);
CREATE UNIQUE INDEX message_inbound ON message (conversation, inbound);

CREATE TABLE referral (
  number TEXT PRIMARY KEY,
  proof TEXT NOT NULL,
  conversation TEXT NOT NULL REFERENCES conversation (id),
  confirmed_in TEXT REFERENCES conversation (id),
  language TEXT NOT NULL,
  filed_on TEXT NOT NULL,
  filed_at TEXT NOT NULL,
  received_at TEXT,
  asks_for_fast INTEGER NOT NULL,
  by_helper INTEGER NOT NULL,
  confidential INTEGER NOT NULL,
  do_not_contact INTEGER NOT NULL,
  name_sealed TEXT NOT NULL,
  body_sealed TEXT NOT NULL
);
CREATE UNIQUE INDEX referral_proof ON referral (proof);
CREATE TABLE request (
  number TEXT NOT NULL REFERENCES referral (number),
  programme TEXT NOT NULL,
  place INTEGER NOT NULL,
  decision TEXT NOT NULL,
  decided_on TEXT,
  notice_mailed_on TEXT,
  loop_state TEXT,
  loop_reason TEXT,
  loop_on TEXT,
  provider_sealed TEXT,
  PRIMARY KEY (number, programme)
);
CREATE TABLE request_event (
  number TEXT NOT NULL REFERENCES referral (number),
  place INTEGER NOT NULL,
  at TEXT NOT NULL,
  worker TEXT NOT NULL,
  programme TEXT NOT NULL,
  body_sealed TEXT NOT NULL,
  PRIMARY KEY (number, place)
);

CREATE TABLE task (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  conversation TEXT NOT NULL REFERENCES conversation (id),
  at TEXT NOT NULL,
  body_sealed TEXT NOT NULL,
  taken_by TEXT,
  taken_at TEXT,
  done_at TEXT,
  outcome TEXT,
  PRIMARY KEY (kind, id)
);
CREATE TABLE texting (
  phone_index TEXT PRIMARY KEY,
  allowed INTEGER NOT NULL,
  since TEXT NOT NULL
);
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  lane TEXT NOT NULL,
  place INTEGER NOT NULL,
  number TEXT,
  body_sealed TEXT NOT NULL,
  added_at TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  not_before TEXT NOT NULL,
  lease_until TEXT,
  attempt INTEGER NOT NULL
);
CREATE UNIQUE INDEX outbox_lane ON outbox (lane, place);
CREATE INDEX outbox_due ON outbox (state, not_before);

CREATE TABLE audit (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  about TEXT NOT NULL
);
CREATE TABLE web_session (
  token_hash TEXT PRIMARY KEY,
  key_sealed TEXT NOT NULL,
  created_at TEXT NOT NULL,
  idle_until TEXT NOT NULL
);
CREATE TABLE sign_in_link (
  token_hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  redeemed_at TEXT
);
CREATE TABLE key_check (sealed TEXT NOT NULL, index_check TEXT NOT NULL);

CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER event_keeps BEFORE UPDATE ON request_event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON request_event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
`,
  `
ALTER TABLE outbox ADD COLUMN answer_sealed TEXT;
ALTER TABLE outbox ADD COLUMN asked_again INTEGER NOT NULL DEFAULT 0;
ALTER TABLE referral ADD COLUMN held_at TEXT;
`,
  `
CREATE TABLE complaint (
  id TEXT PRIMARY KEY,
  conversation TEXT NOT NULL REFERENCES conversation (id),
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  received_at TEXT NOT NULL,
  by_helper INTEGER NOT NULL,
  confidential INTEGER NOT NULL,
  asks_for_fast INTEGER NOT NULL,
  urgent INTEGER,
  taken_by TEXT,
  taken_at TEXT,
  acknowledged_at TEXT,
  answered_at TEXT,
  outcome TEXT,
  body_sealed TEXT NOT NULL
);
CREATE TRIGGER complaint_stays BEFORE DELETE ON complaint BEGIN SELECT RAISE(ABORT, 'a complaint is kept'); END;
CREATE TRIGGER complaint_keeps BEFORE UPDATE OF id, conversation, kind, received_at, body_sealed ON complaint
  BEGIN SELECT RAISE(ABORT, 'what was said is kept as it was said'); END;
`,
  `
CREATE TABLE case_event (
  number TEXT NOT NULL REFERENCES referral (number),
  place INTEGER NOT NULL,
  at TEXT NOT NULL,
  worker TEXT NOT NULL,
  body_sealed TEXT NOT NULL,
  PRIMARY KEY (number, place)
);
CREATE TRIGGER case_event_keeps BEFORE UPDATE ON case_event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER case_event_stays BEFORE DELETE ON case_event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
ALTER TABLE referral ADD COLUMN assigned_to TEXT;
ALTER TABLE referral ADD COLUMN member_match TEXT;
ALTER TABLE referral ADD COLUMN released_by TEXT;
ALTER TABLE referral ADD COLUMN person_index TEXT;
UPDATE referral SET person_index =
  (SELECT substr(lane, 10) FROM outbox WHERE outbox.kind = 'referral' AND outbox.number = referral.number);
CREATE INDEX referral_person ON referral (person_index);
`,
  `
CREATE TABLE caller_talk (
  id TEXT PRIMARY KEY,
  worker TEXT NOT NULL,
  language TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  closed_at TEXT,
  source TEXT REFERENCES conversation (id),
  task_kind TEXT,
  task TEXT
);
CREATE INDEX caller_talk_worker ON caller_talk (worker, closed_at);
`,
  `
CREATE INDEX audit_signed_in ON audit (who) WHERE what = 'signedIn';
`,
  `
CREATE TABLE plan_task (
  number TEXT NOT NULL REFERENCES referral (number),
  programme TEXT NOT NULL,
  heard_index TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (number, programme)
);
CREATE TABLE plan_answer (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL REFERENCES referral (number),
  programme TEXT NOT NULL,
  content_index TEXT NOT NULL,
  problem TEXT NOT NULL,
  at TEXT NOT NULL,
  body_sealed TEXT NOT NULL,
  done_at TEXT,
  done_by TEXT
);
CREATE UNIQUE INDEX plan_answer_content ON plan_answer (number, programme, content_index);
`,
  `
CREATE TABLE task_attempt (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  place INTEGER NOT NULL,
  at TEXT NOT NULL,
  worker TEXT NOT NULL,
  body_sealed TEXT NOT NULL,
  PRIMARY KEY (kind, id, place),
  FOREIGN KEY (kind, id) REFERENCES task (kind, id)
);
CREATE TRIGGER attempt_keeps BEFORE UPDATE ON task_attempt BEGIN SELECT RAISE(ABORT, 'attempts are append-only'); END;
CREATE TRIGGER attempt_stays BEFORE DELETE ON task_attempt BEGIN SELECT RAISE(ABORT, 'attempts are append-only'); END;
ALTER TABLE task ADD COLUMN confidential INTEGER NOT NULL DEFAULT 0;
CREATE INDEX task_conversation ON task (conversation);
ALTER TABLE referral ADD COLUMN phone_index TEXT;
ALTER TABLE referral ADD COLUMN wrong_number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE referral ADD COLUMN listed_sealed TEXT;
CREATE INDEX referral_phone ON referral (phone_index);
CREATE INDEX referral_conversation ON referral (conversation);
`,
  `
ALTER TABLE request ADD COLUMN info_sealed TEXT;
ALTER TABLE request ADD COLUMN answered INTEGER NOT NULL DEFAULT 0;
`,
  `
ALTER TABLE complaint ADD COLUMN corrected_kind TEXT;
ALTER TABLE complaint ADD COLUMN corrected_by TEXT;
ALTER TABLE complaint ADD COLUMN corrected_at TEXT;
CREATE INDEX complaint_conversation ON complaint (conversation);
`,
  `
ALTER TABLE referral DROP COLUMN name_sealed;
ALTER TABLE case_event ADD COLUMN events_before INTEGER;
ALTER TABLE request ADD COLUMN letter_owed INTEGER NOT NULL DEFAULT 0;
UPDATE request SET letter_owed = 1 WHERE decision IN ('denied', 'approvedModified') AND notice_mailed_on IS NULL;
CREATE TABLE member_said (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL REFERENCES referral (number),
  at TEXT NOT NULL,
  programme TEXT,
  clock TEXT NOT NULL,
  said TEXT NOT NULL,
  judged_at TEXT,
  judged_by TEXT,
  complaint TEXT REFERENCES complaint (id)
);
CREATE INDEX member_said_open ON member_said (number) WHERE judged_at IS NULL;
`,
];

/**
 * Brings the tables to this build's shape, each step whole or not at all.
 * Throws for a file that a newer build has changed.
 */
export async function migrate(database: Database): Promise<void> {
  await database.write(() => {
    database.script('CREATE TABLE IF NOT EXISTS migration (step INTEGER PRIMARY KEY)');
    const done = database.one('SELECT COUNT(*) AS steps FROM migration', [], z.strictObject({ steps: z.int() }));
    const reached = done?.steps ?? 0;
    if (reached > steps.length) throw new Error('This data was written by a newer version of this service.');
    for (const [at, step] of steps.entries()) {
      if (at < reached) continue;
      database.script(step);
      database.run('INSERT INTO migration (step) VALUES ($1)', [at + 1]);
    }
  });
}
