/** A referral that the plan would not take: a person sees to it, and the member hears that one will. */
import type { OutboxItem } from '../../referral/outbox-store.ts';
import type { Referral } from '../../referral/referral.ts';
import { putInOutbox } from './outbox.ts';
import { filed } from './referrals.ts';
import { ReferralOnDisk } from './rows.ts';
import { referralSql } from './sql.ts';
import { tellerOf } from './status.ts';
import { wantCallBack } from './tasks.ts';
import type { Tools } from './vault.ts';

/** Inside the write that refuses it. Held once: what is refused again says nothing again. */
export function held(tools: Tools, item: OutboxItem, at: string): void {
  if (item.kind !== 'referral' || tools.database.run(referralSql.hold, [item.number, at]) !== 1) return;
  const row = tools.database.one(referralSql.byNumber, [item.number], ReferralOnDisk);
  const referral = filed(tools, item.number);
  if (!row || !referral) return;
  wantCall(tools, item.id, referral, row.conversation, at);
  const [first] = referral.requests;
  if (first && tellerOf(tools, row) === 'member') {
    const topic = { kind: 'status' as const };
    const news = {
      kind: 'news' as const,
      id: `${item.id} held`,
      number: item.number,
      programme: first.programme,
      topic,
    };
    putInOutbox(tools, news, row.conversation, at);
  }
}

/** Where no call is safe there is none to make: the referral itself says so at the desk. */
function wantCall(tools: Tools, id: string, { person, contact }: Referral, conversation: string, at: string): void {
  if (!contact.mayCall || contact.doNotContact || contact.phone === null) return;
  const callBack = {
    id: `${id} held`,
    name: person.name,
    phone: contact.phone,
    language: contact.spokenLanguage,
    dialect: contact.dialect,
    when: contact.bestTime,
    voicemail: contact.mayLeaveVoicemail,
    reason: 'notDelivered' as const,
  };
  wantCallBack(tools, callBack, conversation, at);
}
