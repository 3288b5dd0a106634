/** The JSON that a plan is sent for one referral: its shape, and what each field means to the plan's engineer. */
import { z } from 'zod';
import { day, flag, say, typedOrNull } from './fields.ts';
import { Consented, FiledBy, Person, Reaching } from './person.ts';
import { RequestJson } from './request.ts';

/** A name, not an address: nothing is served there. Another shape is another number. */
export const schemaId = 'https://calaim-navigator.example/schema/referral-1.json';

export const For = z.strictObject({
  id: say(z.string(), 'Id', 'Our short name for the plan.'),
  name: say(z.string(), 'Name', "The plan's name as on the member's card."),
});

const Talk = z.strictObject({
  channel: say(
    z.enum(['web', 'sms', 'botframework', 'desk']),
    'Channel',
    'How it was filed: page, text message, messenger, or by a worker of the plan.',
  ),
  language: say(z.string(), 'Language', 'The language of the talk, a BCP 47 tag.'),
});

/** One referral as the plan reads it. The order of the fields is the order in the file. */
export const ReferralJson = z.strictObject({
  schema: say(z.literal(schemaId), 'Schema', 'The shape of this file and its version. A name, not an address.'),
  number: say(
    z.string().regex(/^\d{14}$/),
    'Number',
    '14 digits: 13 at random and a Luhn check digit. With the birth date it opens the status: keep both to yourself.',
  ),
  plan: say(For, 'Plan', 'The Medi-Cal managed care plan that this is for.'),
  filedOn: day('Filed on', 'The 5 working days for a decision are counted from it.'),
  asksForFast: flag(
    'Asks for fast',
    'The member asks for a fast decision (72 hours). Whether it is urgent, the plan judges.',
  ),
  fastReason: typedOrNull(300, 'Why fast', 'Why waiting would do harm, in their own words.'),
  member: say(Person, 'Member', 'The person who is to get the help.'),
  contact: say(Reaching, 'Contact', 'How the member may safely be reached. Read the first two fields first.'),
  filedBy: say(FiledBy, 'Filed by', 'Who filed it, and in what standing.'),
  consents: say(Consented, 'Consents', 'Each was given (true) or not (false) by itself.'),
  trusted: typedOrNull(300, 'Trusted', 'A clinic, doctor or care manager whom the member already trusts.'),
  talk: say(Talk, 'Talk', 'The talk in which it was filed.'),
  requests: say(z.array(RequestJson).min(1), 'Requests', 'What is asked for; each is decided by itself.'),
});
export type ReferralJson = z.infer<typeof ReferralJson>;
