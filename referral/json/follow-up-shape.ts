/** The JSON that a plan is sent for what a member says after the filing: its shape, and what each field means. */
import { z } from 'zod';
import { ProgrammeId } from '../../policy/rule.ts';
import { followUpKinds } from '../follow-up.ts';
import { LoopClock } from '../news-topic.ts';
import { day, say, typedOrNull } from './fields.ts';
import { For } from './shape.ts';

/** A name, not an address: nothing is served there. Another shape is another number. */
export const followUpSchemaId = 'https://calaim-navigator.example/schema/follow-up-1.json';

const ask = say(
  z.string().regex(/^([a-zA-Z]{1,40}|question:[a-zA-Z]{1,40})$/),
  'Ask',
  'What was asked, by our name: a field of the form of a referral, or "question:" and a screening question.',
);

const Chosen = z.strictObject({
  id: say(z.string().max(60), 'Id', 'By our name.'),
  words: say(z.string(), 'Words', 'The same for staff, in English.'),
});

const Counted = z.strictObject({
  from: say(z.int().nonnegative(), 'From', 'The least that it can be.'),
  to: say(z.int().nonnegative().nullable(), 'To', 'The most that it can be; null: "or more".'),
});

const AnswerToPlan = z.strictObject({
  ask,
  words: say(z.string(), 'Words', 'What was asked, for staff, in English.'),
  askedOn: day('Asked on', 'The day on which the plan asked; null: not known any more.').nullable(),
  said: say(
    z.enum(['text', 'date', 'chosen', 'count', 'notSure', 'declined']),
    'Said',
    'Which of the fields below has the answer. "notSure": does not know. "declined": would rather not say. Neither means no.',
  ),
  text: typedOrNull(400, 'Text', 'An answer only. It changes nothing of how the member may be reached.'),
  date: day('Date', 'The day that was given; null: it is no day.').nullable(),
  chosen: say(z.array(Chosen).nullable(), 'Chosen', 'What was chosen; empty: none of these; null: it is no choice.'),
  count: say(Counted.nullable(), 'Count', 'A number as it was said; null: it is no number.'),
  open: say(z.array(ask), 'Open', 'What the plan asked with it that has no answer yet; empty: all is answered.'),
});

/** One follow-up as the plan reads it. The order of the fields is the order in the file. */
export const FollowUpJson = z.strictObject({
  schema: say(z.literal(followUpSchemaId), 'Schema', 'The shape of this file and its version. A name, not an address.'),
  number: say(z.string().regex(/^\d{14}$/), 'Number', 'The number of the referral that it follows.'),
  plan: say(For, 'Plan', 'The Medi-Cal managed care plan that this is for.'),
  what: say(
    z.enum(followUpKinds),
    'What',
    '"withdrawn": the member takes the requests back. "answered": they answer what the plan asked. "reminder": they heard nothing in time and ask the plan to go on.',
  ),
  at: say(z.iso.datetime(), 'At', 'When it was said, in UTC.'),
  by: say(
    z.enum(['member', 'helper']).nullable(),
    'By',
    'The member, or who filed for them and may speak for them in this; null: either.',
  ),
  programmes: say(z.array(ProgrammeId).min(1), 'Programmes', 'The requests of the referral that it is about.'),
  answer: say(AnswerToPlan.nullable(), 'Answer', 'The answer, where "what" is "answered"; else null.'),
  clock: say(
    LoopClock.nullable(),
    'Clock',
    'Which time ran out, where "what" is "reminder": "decision" 5 working days, "urgent" 72 hours, "assignment" 10 working days after a yes; else null.',
  ),
});
export type FollowUpJson = z.infer<typeof FollowUpJson>;
