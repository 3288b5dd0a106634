/** What a person has to do: call somebody back, or look after somebody in danger. */
import type { z } from 'zod';
import type { Unit } from '../../bot/store.ts';
import { CallBack } from '../../referral/call-back.ts';
import type { AlertTask, CallBackTask, Task } from '../desk/desk-store.ts';
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
 * Raises an alert. The same alert again (the member now asks to be called) only ever adds to it,
 * and opens it once more if it was done.
 */
export function raiseAlert(tools: Tools, unit: Unit, alert: NonNullable<Unit['alert']>, at: string): void {
  const { id, ...said } = alert;
  const known = find(tools, 'alert', id);
  const before = known && open(tools, known, AlertBody);
  const body: AlertBody = {
    ...said,
    channel: unit.channel,
    wantsCall: said.wantsCall || (before?.wantsCall ?? false),
    phone: said.phone ?? before?.phone ?? null,
  };
  store(tools, 'alert', id, body, known ? null : { conversation: unit.conversation, at });
  if (known) tools.database.run(taskSql.reopen, ['alert', id, at]);
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
