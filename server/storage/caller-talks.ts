/** Talks that workers lead for callers: whose each is, and out of which talk of a member's it was taken over. */
import { z } from 'zod';
import { LanguageTag, State } from '../../dialogs/state.ts';
import { callerKey, type CallerFile, type CallerStore, type CallerTalk } from '../desk/caller/store.ts';
import { notedIn } from './audit.ts';
import { asTalk } from './referrals.ts';
import { ConversationOnDisk, TalkOnDisk, TaskOnDisk } from './rows.ts';
import { conversationSql, taskSql } from './sql.ts';
import type { Tools } from './vault.ts';

const sql = {
  begin: `
INSERT INTO caller_talk (id, worker, language, begun_at, source, task_kind, task)
VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
  open: `SELECT * FROM caller_talk WHERE worker = $1 AND closed_at IS NULL ORDER BY begun_at DESC, id`,
  find: `SELECT * FROM caller_talk WHERE id = $1 AND worker = $2 AND closed_at IS NULL`,
  ofTask: `
SELECT * FROM caller_talk WHERE task_kind = $1 AND task = $2 AND worker = $3 AND closed_at IS NULL`,
  close: `UPDATE caller_talk SET closed_at = $3 WHERE id = $1 AND worker = $2 AND closed_at IS NULL`,
  conversation: `SELECT id, version, state_sealed FROM conversation WHERE id = $1`,
  talk: `SELECT id, channel, key_sealed FROM conversation WHERE id = $1`,
} as const;

const text = z.string();
const OnDisk = z.strictObject({
  id: text,
  worker: text,
  language: LanguageTag,
  begun_at: text,
  closed_at: text.nullable(),
  source: text.nullable(),
  task_kind: TaskOnDisk.shape.kind.nullable(),
  task: text.nullable(),
});
type OnDisk = z.infer<typeof OnDisk>;

export function callerTalks(tools: Tools): CallerStore {
  const { database } = tools;
  const noted = notedIn(tools);
  return {
    callerTalks: (by) =>
      noted(by, 'callers.listed', '', () =>
        database.all(sql.open, [by], OnDisk).map((row) => asCallerTalk(row, stateHere(tools, row.id))),
      ),
    callerTalk: (id, by) => noted(by, 'caller.viewed', callerKey(id), () => fileOf(tools, id, by)),
    beginCallerTalk: (id, language, by) =>
      noted(by, 'caller.begun', callerKey(id), (at) => {
        database.run(sql.begin, [id, by, language, at, null, null, null]);
      }),
    takeOverTalk: (id, task, by) =>
      noted(by, `caller.takenOver: ${task.kind}`, task.id, (at) => {
        const open = database.one(sql.ofTask, [task.kind, task.id, by], OnDisk);
        if (open) return open.id;
        const row = database.one(taskSql.find, [task.kind, task.id], TaskOnDisk);
        if (row?.taken_by !== by || row.done_at !== null) return null;
        const language = stateOf(tools, row.conversation)?.language ?? 'en';
        database.run(sql.begin, [id, by, language, at, row.conversation, task.kind, task.id]);
        return id;
      }),
    closeCallerTalk: (id, by) =>
      noted(by, 'caller.closed', callerKey(id), (at) => database.run(sql.close, [id, by, at]) === 1),
  };
}

function fileOf(tools: Tools, id: string, by: string): CallerFile | null {
  const row = tools.database.one(sql.find, [id, by], OnDisk);
  if (!row) return null;
  const state = stateHere(tools, id);
  const source = row.source;
  const member = source === null ? null : { state: stateOf(tools, source), phone: phoneOf(tools, source) };
  return { ...asCallerTalk(row, state), state, member };
}

function asCallerTalk(row: OnDisk, state: State | null): CallerTalk {
  const about = state?.cases.find(({ id }) => id === state.active);
  return {
    id: row.id,
    begunAt: row.begun_at,
    language: state?.language ?? row.language,
    name: about?.draft.name ?? null,
    filed: (state?.cases ?? []).flatMap(({ filed }) => filed),
  };
}

/** What stands in the talk itself; null before anything was said in it. */
function stateHere(tools: Tools, id: string): State | null {
  const index = tools.vault.index('talk', 'desk', callerKey(id));
  return opened(tools, tools.database.one(conversationSql.find, [index], ConversationOnDisk));
}

function stateOf(tools: Tools, conversation: string): State | null {
  return opened(tools, tools.database.one(sql.conversation, [conversation], ConversationOnDisk));
}

function opened({ vault }: Tools, row: ConversationOnDisk | undefined): State | null {
  if (!row || row.state_sealed === null) return null;
  return vault.open(row.state_sealed, State, 'conversation.state', row.id, row.version);
}

/** By text the phone is the talk. */
function phoneOf(tools: Tools, conversation: string): string | null {
  const row = tools.database.one(sql.talk, [conversation], TalkOnDisk);
  const talk = row && asTalk(tools, row);
  return talk?.channel === 'sms' ? talk.key : null;
}
