/** A phone that is not the member's: nothing goes there any more, and somebody looks at what went there before. */
import { z } from 'zod';
import { recordCaseEvent } from './case-events.ts';
import { plainPhone } from './phone.ts';
import { TaskOnDisk } from './rows.ts';
import { taskSql } from './sql.ts';
import { setTexting } from './texting.ts';
import type { Tools } from './vault.ts';

const sql = {
  referrals: `SELECT number FROM referral WHERE phone_index = $1 AND wrong_number = 0 ORDER BY number`,
  texts: `SELECT COUNT(*) AS texts FROM outbox WHERE lane = $1 AND kind = 'text' AND state = 'done'`,
  talk: `SELECT COUNT(*) AS talks FROM conversation WHERE key_index IN ($1, $2)`,
} as const;

/** What the privacy officer is told: that something went there, never what. */
export const PrivacyBody = z.strictObject({
  phone: z.string(),
  /** Referrals that give this phone. */
  numbers: z.array(z.string()),
  /** Texts that we started and that were handed to the carrier. */
  texts: z.int().nonnegative(),
  /** Somebody has written with us by text from this number, and was answered. */
  talked: z.boolean(),
  voicemail: z.boolean(),
});
export type PrivacyBody = z.infer<typeof PrivacyBody>;

export type WrongNumber = {
  readonly phone: string;
  readonly found: Pick<TaskOnDisk, 'kind' | 'id' | 'conversation'>;
  /** A voicemail was left there before. */
  readonly voicemail: boolean;
  readonly by: string;
  readonly at: string;
};

/** Inside the write that says so. */
export function wrongNumber(tools: Tools, { phone, found, voicemail, by, at }: WrongNumber): void {
  const { database, vault } = tools;
  const index = vault.index('phone', plainPhone(phone));
  setTexting(tools, { phone, allowed: false }, at);
  const numbers = database.all(sql.referrals, [index], z.strictObject({ number: z.string() })).map((row) => row.number);
  for (const number of numbers) recordCaseEvent(tools, number, { at, by, what: { kind: 'wrongNumber' } });
  const body: PrivacyBody = {
    phone,
    numbers,
    texts: textsTo(tools, index),
    talked: hasTalked(tools, phone),
    voicemail,
  };
  const id = `${found.kind} ${found.id}`;
  const sealed = vault.seal(PrivacyBody.parse(body), 'task.body', 'privacy', id);
  if (database.one(taskSql.find, ['privacy', id], TaskOnDisk)) database.run(taskSql.change, ['privacy', id, sealed]);
  else database.run(taskSql.add, ['privacy', id, found.conversation, at, sealed]);
  database.run(taskSql.reopen, ['privacy', id, at]);
}

function textsTo({ database }: Tools, index: string): number {
  return database.one(sql.texts, [`text:${index}`], z.strictObject({ texts: z.int() }))?.texts ?? 0;
}

/** The carrier writes a phone in one of these ways. */
function hasTalked({ database, vault }: Tools, phone: string): boolean {
  const plain = plainPhone(phone);
  const keys = [`+1${plain}`, plain].map((key) => vault.index('talk', 'sms', key));
  return (database.one(sql.talk, keys, z.strictObject({ talks: z.int() }))?.talks ?? 0) > 0;
}
