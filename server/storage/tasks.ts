/** What a person has to do: call somebody back, or look after somebody in danger. */
import { z } from 'zod';
import type { Unit } from '../../bot/store.ts';
import { CallAttempt, endsCallBack } from '../../referral/call-attempt.ts';
import { CallBack } from '../../referral/call-back.ts';
import type { AlertTask, CallBackTask, MadeAttempt, PrivacyTask, Task } from '../desk/desk-store.ts';
import { addAudit } from './audit.ts';
import { plainPhone } from './phone.ts';
import { AlertBody, AttemptOnDisk, TaskOnDisk } from './rows.ts';
import { taskSql } from './sql.ts';
import type { Tools } from './vault.ts';
import { PrivacyBody, wrongNumber } from './wrong-number.ts';

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
  const around = aroundCallBacks(tools);
  return all(tools, 'callBack').map((row) => asCallBack(tools, row, around));
}

export function callBackTask(tools: Tools, id: string): CallBackTask | null {
  const row = find(tools, 'callBack', id);
  return row ? asCallBack(tools, row, aroundCallBacks(tools)) : null;
}

export function alertTasks(tools: Tools): readonly AlertTask[] {
  return all(tools, 'alert').map((row) => ({ ...asTask(row), ...open(tools, row, AlertBody) }));
}

export function privacyTasks(tools: Tools): readonly PrivacyTask[] {
  return all(tools, 'privacy').map((row) => ({ ...asTask(row), ...open(tools, row, PrivacyBody) }));
}

/** Inside a write. False: it is done, or somebody else has it. */
export function tryCallBack(tools: Tools, id: string, { at, by, attempt }: MadeAttempt): boolean {
  const { database, vault } = tools;
  const row = find(tools, 'callBack', id);
  if (!row || row.done_at !== null || row.taken_by === null) return false;
  const before = attemptsOf(tools).get(id) ?? [];
  const place = before.length + 1;
  const sealed = vault.seal(CallAttempt.parse(attempt), 'task_attempt.body', 'callBack', id, place);
  database.run(taskSql.addAttempt, ['callBack', id, place, at, by, sealed]);
  if (endsCallBack(attempt.outcome)) return finish(tools, 'callBack', id, { at, by, outcome: attempt.outcome });
  return database.run(taskSql.release, ['callBack', id]) === 1;
}

/** Inside a write. False: there is no such task, or it is done. */
export function finish(
  tools: Tools,
  kind: Kind,
  id: string,
  { at, by, outcome }: { readonly at: string; readonly by: string; readonly outcome: string },
): boolean {
  if (tools.database.run(taskSql.finish, [kind, id, by, at, outcome]) !== 1) return false;
  const row = outcome === 'wrongNumber' ? find(tools, kind, id) : undefined;
  const phone = row && phoneOf(tools, row);
  if (!phone) return true;
  const made = (kind === 'callBack' && attemptsOf(tools).get(id)) || [];
  const voicemail = made.some(({ attempt }) => attempt.outcome === 'voicemail');
  wrongNumber(tools, { phone, found: row, voicemail, by, at });
  return true;
}

function phoneOf(tools: Tools, row: TaskOnDisk): string | null {
  switch (row.kind) {
    case 'callBack':
      return open(tools, row, CallBack).phone;
    case 'alert':
      return open(tools, row, AlertBody).phone;
    case 'privacy':
      return null;
  }
}

/** What stands around call-backs, read once for all of them. */
type Around = {
  readonly attempts: ReadonlyMap<string, readonly MadeAttempt[]>;
  readonly numbers: ReadonlyMap<string, readonly string[]>;
  readonly wrong: ReadonlySet<string>;
};

function aroundCallBacks(tools: Tools): Around {
  const numbers = new Map<string, string[]>();
  const Found = z.strictObject({ id: z.string(), number: z.string() });
  for (const { id, number } of tools.database.all(taskSql.referrals, ['callBack'], Found)) {
    numbers.set(id, [...(numbers.get(id) ?? []), number]);
  }
  const wrong = new Set(privacyTasks(tools).map(({ phone }) => plainPhone(phone)));
  return { attempts: attemptsOf(tools), numbers, wrong };
}

function asCallBack(tools: Tools, row: TaskOnDisk, { attempts, numbers, wrong }: Around): CallBackTask {
  const callBack = open(tools, row, CallBack);
  return {
    ...asTask(row),
    callBack,
    wrongNumber: wrong.has(plainPhone(callBack.phone)),
    attempts: attempts.get(row.id) ?? [],
    numbers: numbers.get(row.id) ?? [],
  };
}

function attemptsOf({ database, vault }: Tools): Map<string, MadeAttempt[]> {
  const made = new Map<string, MadeAttempt[]>();
  for (const { id, place, at, worker, body_sealed: sealed } of database.all(
    taskSql.attempts,
    ['callBack'],
    AttemptOnDisk,
  )) {
    const attempt = vault.open(sealed, CallAttempt, 'task_attempt.body', 'callBack', id, place);
    made.set(id, [...(made.get(id) ?? []), { at, by: worker, attempt }]);
  }
  return made;
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
    confidential: row.confidential,
  };
}
