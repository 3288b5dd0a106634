/** What members said when a day had passed with no word: it may be a complaint, and the desk judges it. */
import { z } from 'zod';
import type { MemberSaid } from '../../referral/case-event.ts';
import type { Complaint } from '../../referral/complaint.ts';
import { LoopClock } from '../../referral/news-topic.ts';
import type { Referral } from '../../referral/referral.ts';
import { ProgrammeId } from '../../policy/rule.ts';
import type { SaidRow } from '../desk/complaints/store.ts';
import { putComplaint } from './complaints.ts';
import { filed } from './referrals.ts';
import { ReferralOnDisk } from './rows.ts';
import { referralSql } from './sql.ts';
import type { Tools } from './vault.ts';

const sql = {
  add: `INSERT INTO member_said (id, number, at, programme, clock, said) VALUES ($1, $2, $3, $4, $5, $6)`,
  /** Said again before anybody has judged it: it is one, and its days count from the first time. */
  again: `UPDATE member_said SET said = $3 WHERE number = $1 AND clock = $2 AND judged_at IS NULL`,
  open: `
SELECT s.id, s.number, s.at, s.programme, s.clock, s.said, r.language, r.by_helper, r.confidential
FROM member_said s JOIN referral r ON r.number = s.number WHERE s.judged_at IS NULL ORDER BY s.at, s.id`,
  judge: `
UPDATE member_said SET judged_at = $2, judged_by = $3 WHERE id = $1 AND judged_at IS NULL RETURNING number, at`,
  became: `UPDATE member_said SET complaint = $2 WHERE id = $1`,
} as const;

const text = z.string();
const flag = z.union([z.literal(0), z.literal(1)]).transform((bit) => bit === 1);
const Open = z.strictObject({
  id: text,
  number: text,
  at: text,
  programme: ProgrammeId.nullable(),
  clock: LoopClock,
  said: z.enum(['notCalled', 'remind']),
  language: text,
  by_helper: flag,
  confidential: flag,
});

/** Inside the write that has just recorded it. Who was called has nothing to complain of. */
export function putSaid({ database, mint }: Tools, number: string, what: MemberSaid, at: string): void {
  const { programme, clock, said } = what;
  if (said === 'called' || database.run(sql.again, [number, clock, said]) > 0) return;
  database.run(sql.add, [mint(), number, at, programme, clock, said]);
}

/** Those that nobody has judged, the oldest first. */
export function saidToJudge({ database }: Tools): readonly SaidRow[] {
  return database.all(sql.open, [], Open).map(({ by_helper: byHelper, ...row }) => ({ ...row, byHelper }));
}

/** Inside a write: once, whoever presses and however often. What is one is a grievance from the moment it was said. */
export function judgeSaid(tools: Tools, id: string, isComplaint: boolean, by: string, at: string): boolean {
  const { database } = tools;
  const said = database.one(sql.judge, [id, at, by], z.strictObject({ number: text, at: text }));
  if (!said) return false;
  const row = database.one(referralSql.byNumber, [said.number], ReferralOnDisk);
  const referral = filed(tools, said.number);
  if (!isComplaint || !row || !referral) return true;
  const complaint = grievance(tools.mint(), referral, row);
  putComplaint(tools, complaint, row.conversation, said.at);
  database.run(sql.became, [id, complaint.id]);
  return true;
}

/** All that the referral tells of it: they were asked one question, and said nothing in words of their own. */
function grievance(
  id: string,
  { number, person, contact, filer, language }: Referral,
  row: Pick<ReferralOnDisk, 'confidential' | 'wrong_number'>,
): Complaint {
  const mayCall = contact.mayCall && !contact.doNotContact && contact.phone !== null && !row.wrong_number;
  return {
    id,
    kind: 'grievance',
    subject: 'nobodyCalled',
    number,
    words: null,
    asksForFast: false,
    letterDate: null,
    keepServices: false,
    person: { name: person.name, birthDate: person.birthDate },
    // Who of the two has said it cannot be known: the plan clears it.
    helper: filer.kind === 'helper' ? { name: filer.name } : null,
    reply: mayCall ? 'call' : 'letter',
    phone: mayCall ? contact.phone : null,
    mailingAddress: contact.mailingAddress,
    confidential: row.confidential,
    language,
    dialect: contact.dialect,
  };
}
