/** A referral as the JSON that a plan is sent (docs/referral-json.md). */
import { mayBe } from './open-ways.ts';
import type { Filer, Referral } from './referral.ts';
import { answersJson } from './json/answers.ts';
import { screenJson } from './json/screen.ts';
import { schemaId, type ReferralJson } from './json/shape.ts';
import { plain, plainOrNull } from './json/text.ts';

export { schemaId } from './json/shape.ts';
export type { ReferralJson } from './json/shape.ts';

/** The plan that it is for: its short name here, and the name on the member's card. */
export type Taker = { readonly id: string; readonly name: string };

/** The same referral is always the same JSON, field by field in the order of the schema. No id of ours is in it. */
export function referralJson(referral: Referral, { id, name }: Taker): ReferralJson {
  const { number, filedOn, asksForFast, fastReason, person, consents, channel, language } = referral;
  return {
    schema: schemaId,
    number,
    plan: { id, name },
    filedOn,
    asksForFast,
    fastReason: plainOrNull(fastReason),
    member: {
      name: plain(person.name),
      birthDate: person.birthDate,
      cardNumber: plainOrNull(person.cardNumber),
      county: plainOrNull(person.county),
    },
    contact: contactJson(referral),
    filedBy: filerJson(referral.filer),
    consents: {
      sendToPlan: consents.sendToPlan,
      textMe: consents.textMe,
      voicemail: consents.voicemail,
      tellHelper: consents.tellHelper,
    },
    trusted: plainOrNull(referral.trusted),
    talk: { channel, language },
    requests: referral.requests.map(({ programme, finding, answers }) => ({
      programme,
      screen: finding && screenJson(finding),
      answers: answersJson(answers),
    })),
  };
}

/** What must not be used is not there: a program that dials a number reads no notes beside it. */
function contactJson(referral: Referral): ReferralJson['contact'] {
  const { contact } = referral;
  const may = mayBe(referral);
  return {
    doNotContact: contact.doNotContact,
    confidential: contact.confidential,
    phone: may.called || may.texted || may.leftAMessage ? plainOrNull(contact.phone) : null,
    mayCall: may.called,
    mayText: may.texted,
    mayLeaveVoicemail: may.leftAMessage,
    mayMail: may.mailed,
    mailingAddress: may.mailed ? plainOrNull(contact.mailingAddress) : null,
    bestTime: contact.bestTime,
    spokenLanguage: plain(contact.spokenLanguage),
    writtenLanguage: plain(contact.writtenLanguage),
    dialect: contact.dialect,
    alternativeFormat: contact.alternativeFormat,
  };
}

function filerJson(filer: Filer): ReferralJson['filedBy'] {
  if (filer.kind === 'self') return { kind: 'self' };
  return {
    kind: 'helper',
    relation: filer.relation,
    awareness: filer.awareness,
    name: plain(filer.name),
    phone: plainOrNull(filer.phone),
    organization: plainOrNull(filer.organization),
    title: plainOrNull(filer.title),
  };
}
