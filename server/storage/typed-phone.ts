/** The phone that a member typed on the page, or told a worker, where they agreed to texts. Nobody has shown that it is theirs. */
import type { Referral } from '../../referral/referral.ts';
import { plainPhone } from './phone.ts';
import { asTalk, filed } from './referrals.ts';
import { ReferralOnDisk, TalkOnDisk } from './rows.ts';
import { referralSql } from './sql.ts';
import { mayText } from './texting.ts';
import type { Tools } from './vault.ts';

const sql = {
  talk: `SELECT id, channel, key_sealed FROM conversation WHERE id = $1`,
  own: `UPDATE referral SET confirmed_in = $2 WHERE number = $1 AND by_helper = 0 AND confirmed_in IS NULL`,
} as const;

/** As the carrier writes it; null where nothing may be texted, or nothing can. */
export function typedPhone(tools: Tools, number: string): string | null {
  const row = tools.database.one(referralSql.byNumber, [number], ReferralOnDisk);
  if (!row || row.confidential || row.do_not_contact || row.wrong_number) return null;
  const referral = filed(tools, number);
  const phone = referral && typedIn(referral);
  return phone && mayText(tools, phone) ? phone : null;
}

function typedIn({ channel, filer, consents, contact }: Referral): string | null {
  if (channel === 'sms' || filer.kind !== 'self' || !consents.textMe || !contact.mayText) return null;
  const plain = plainPhone(contact.phone ?? '');
  return plain.length === 10 ? `+1${plain}` : null;
}

/** Inside a write. Whoever writes from this phone has shown to be the member: news is told there from now on. */
export function ownPhone(tools: Tools, number: string, conversation: string): void {
  const row = tools.database.one(sql.talk, [conversation], TalkOnDisk);
  const talk = row && asTalk(tools, row);
  if (talk?.channel === 'sms' && plainPhone(talk.key) === plainPhone(typedPhone(tools, number) ?? ''))
    tools.database.run(sql.own, [number, conversation]);
}
