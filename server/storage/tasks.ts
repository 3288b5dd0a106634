/** What a person has to do: call somebody back, or look after somebody in danger. */
import type { z } from 'zod';
import type { Unit } from '../../bot/store.ts';
import { CallBack } from '../../referral/call-back.ts';
import type { AlertTask, CallBackTask, Task } from '../desk/desk-store.ts';
import { addAudit } from './audit.ts';
import { AlertBody, TaskOnDisk } from './rows.ts';
import { taskSql } from './sql.ts';
import type { Tools } from './vault.ts';

type Kind = TaskOnDisk['kind'];

/** The same call-back again replaces what was said of it. */
export function wantCallBack(tools: Tools, callBack: CallBack, conversation: string, at: string): void {
  const known = find(tools, 'callBack', callBack.id);
  store(tools, 'callBack', callBack.id, CallBack.parse(callBack), known ? null : { conversation, at });
}

/**
 * Raises an alert. While nobody has taken it, the same danger told again in the same conversation is the same alert, so
 * that no flood hides the others; another danger is one of its own. The same alert again only ever adds to it, and
 * opens it once more if it was done.
 */
export function raiseAlert(tools: Tools, unit: Unit, alert: NonNullable<Unit['alert']>, at: string): void {
  const { id, ...said } = alert;
  const known = find(tools, 'alert', id) ?? waitingAlert(tools, unit.conversation, said.danger);
  const before = known && open(tools, known, AlertBody);
  const body: AlertBody = {
    ...said,
    channel: unit.channel,
    wantsCall: said.wantsCall || (before?.wantsCall ?? false),
    phone: said.phone ?? before?.phone ?? null,
  };
  if (!known) return store(tools, 'alert', id, body, { conversation: unit.conversation, at });
  store(tools, 'alert', known.id, body, null);
  tools.database.run(taskSql.reopen, ['alert', known.id, at]);
  if (known.id !== id) addAudit(tools, { at, who: 'talk', what: 'danger told again', about: known.id });
}

function waitingAlert(tools: Tools, conversation: string, danger: AlertBody['danger']): TaskOnDisk | undefined {
  return tools.database
    .all(taskSql.waitingIn, ['alert', conversation], TaskOnDisk)
    .find((row) => open(tools, row, AlertBody).danger === danger);
}

export function callBackTasks(tools: Tools): readonly CallBackTask[] {
  return all(tools, 'callBack').map((row) => ({ ...asTask(row), callBack: open(tools, row, CallBack) }));
}

export function alertTasks(tools: Tools): readonly AlertTask[] {
  return all(tools, 'alert').map((row) => ({ ...asTask(row), ...open(tools, row, AlertBody) }));
}

function all({ database }: Tools, kind: Kind): TaskOnDisk[] {
  return database.all(taskSql.all, [kind], TaskOnDisk);
}

function find({ database }: Tools, kind: Kind, id: string): TaskOnDisk | undefined {
  return database.one(taskSql.find, [kind, id], TaskOnDisk);
}

function open<T>({ vault }: Tools, { kind, id, body_sealed: sealed }: TaskOnDisk, schema: z.ZodType<T>): T {
  return vault.open(sealed, schema, 'task.body', kind, id);
}

function store(
  { database, vault }: Tools,
  kind: Kind,
  id: string,
  body: unknown,
  begun: { readonly conversation: string; readonly at: string } | null,
): void {
  const sealed = vault.seal(body, 'task.body', kind, id);
  if (begun) database.run(taskSql.add, [kind, id, begun.conversation, begun.at, sealed]);
  else database.run(taskSql.change, [kind, id, sealed]);
}

function asTask(row: TaskOnDisk): Task<object> {
  return {
    id: row.id,
    at: row.at,
    takenBy: row.taken_by,
    takenAt: row.taken_at,
    doneAt: row.done_at,
    outcome: row.outcome,
  };
}
