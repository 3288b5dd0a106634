/** What the list of the desk shows and finds a referral by, sealed in one small piece: its body is large. */
import { z } from 'zod';
import { Referral } from '../../referral/referral.ts';
import { plainPhone } from './phone.ts';
import type { Tools } from './vault.ts';

const sql = {
  keep: `UPDATE referral SET phone_index = $2, listed_sealed = $3 WHERE number = $1`,
  missing: `SELECT number, body_sealed FROM referral WHERE listed_sealed IS NULL LIMIT 500`,
} as const;

const text = z.string();
export const Listed = z.strictObject({
  name: text,
  phone: text.nullable(),
  cardNumber: text.nullable(),
  county: text.nullable(),
  writtenLanguage: text,
});
export type Listed = z.infer<typeof Listed>;

/** Inside a write. */
export function keepListed({ database, vault }: Tools, { number, person, contact }: Referral): void {
  const { name, cardNumber, county } = person;
  const { phone, writtenLanguage } = contact;
  const listed: Listed = { name, phone, cardNumber, county, writtenLanguage };
  const index = phone === null ? null : vault.index('phone', plainPhone(phone));
  database.run(sql.keep, [number, index, vault.seal(listed, 'referral.listed', number)]);
}

export function listedOf({ vault }: Tools, number: string, sealed: string): Listed {
  return vault.open(sealed, Listed, 'referral.listed', number);
}

/** For what was filed before there was such a piece: it can be made only once the keys are there. */
export async function keepMissingListed(tools: Tools): Promise<void> {
  const { database, vault } = tools;
  const OnDisk = z.strictObject({ number: text, body_sealed: text });
  for (let left = true; left;) {
    left = await database.write(() => {
      const rows = database.all(sql.missing, [], OnDisk);
      for (const row of rows) keepListed(tools, vault.open(row.body_sealed, Referral, 'referral.body', row.number));
      return rows.length > 0;
    });
  }
}
