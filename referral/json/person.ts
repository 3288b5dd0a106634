/** The member, how they may be reached, who filed, and what was agreed to. */
import { z } from 'zod';
import { AlternativeFormat, Awareness, Contact, Relation } from '../referral.ts';
import { day, flag, say, typed, typedOrNull } from './fields.ts';

const language = (title: string, use: string): z.ZodString =>
  typed(60, title, `${use} A BCP 47 tag (es, hmn, zh-Hant), or the member's own words for a language not on our list.`);

export const Person = z.strictObject({
  name: typed(200, 'Name', "The member's whole name, in any script; it is not split into first and last."),
  birthDate: day('Birth date', 'Match on it together with the name.'),
  cardNumber: typedOrNull(20, 'Card number', 'Client Index Number (CIN) on the Medi-Cal card. Not checked.'),
  county: typedOrNull(60, 'County', 'County in California where the member lives.'),
});

export const Reaching = z.strictObject({
  doNotContact: flag(
    'Do not contact',
    'true: the member will call. Nobody may reach out, and there is no phone and no address.',
  ),
  confidential: flag(
    'Confidential communication',
    'true: violence may be near. Use only what is allowed here, and tell nobody else in the home.',
  ),
  phone: typedOrNull(
    40,
    'Phone',
    'Telephone number in the United States, where one of the three below is true; else null.',
  ),
  mayCall: flag('May call', 'Whether a call to "phone" is allowed.'),
  mayText: flag('May text', 'Whether a text message to "phone" is allowed, and was agreed to.'),
  mayLeaveVoicemail: flag('May leave voicemail', 'Whether a message may be left at "phone", and was agreed to.'),
  mayMail: flag('May mail', 'Whether letters are allowed.'),
  mailingAddress: typedOrNull(
    400,
    'Mailing address',
    'An address that is safe to write to, where letters are allowed; else null.',
  ),
  bestTime: say(Contact.shape.bestTime, 'Best time', 'When to call, Pacific time; null: not said.'),
  spokenLanguage: language('Spoken language', 'To speak in.'),
  writtenLanguage: language('Written language', 'To write in.'),
  dialect: say(Contact.shape.dialect, 'Dialect', 'White or Green Hmong; null: not asked.'),
  alternativeFormat: say(
    AlternativeFormat.nullable(),
    'Alternative format',
    'How letters can be read: large print is 20 point or more; null: as they are printed, or not asked.',
  ),
});

const Self = z.strictObject({ kind: say(z.literal('self'), 'Kind', 'The member.') });

const Helper = z.strictObject({
  kind: say(
    z.literal('helper'),
    'Kind',
    'Somebody else. Until the member allows it they may be told nothing but "received".',
  ),
  relation: say(
    Relation.exclude(['self']),
    'Relation',
    'What the helper is to the member: "child" is a daughter or son, "friend" a friend or caregiver.',
  ),
  awareness: say(
    Awareness,
    'Awareness',
    'Whether the member knows of this: "agrees", "doesNotKnow", "cannotAgree". None of these bars a referral.',
  ),
  name: typed(200, 'Name', "The helper's name."),
  phone: typedOrNull(40, 'Phone', "The helper's own telephone number; not the member's."),
  organization: typedOrNull(200, 'Organization', 'Where the helper works.'),
  title: typedOrNull(200, 'Title', "The helper's title there."),
});

export const FiledBy = z.discriminatedUnion('kind', [Self, Helper]);

export const Consented = z.strictObject({
  sendToPlan: flag('Send to the plan', 'To send this referral to the plan.'),
  textMe: flag('Text me', 'To be texted.'),
  voicemail: flag('Voicemail', 'To be left messages.'),
  tellHelper: flag('Tell my helper', 'That the one who filed may be told what becomes of it.'),
});
