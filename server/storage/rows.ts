/** The shapes of rows as they lie on disk, and of what is sealed in them. */
import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../../policy/calendar.ts';
import { ProgrammeId } from '../../policy/rule.ts';
import { DangerKind } from '../../dialogs/danger-kind.ts';
import type { Say } from '../../dialogs/say.ts';
import { LanguageTag } from '../../dialogs/state.ts';
import { Authority } from '../../referral/case-event.ts';
import { MemberMatch } from '../../referral/member-match.ts';
import { NewsTopic } from '../../referral/news-topic.ts';
import { followUpKinds } from '../../referral/follow-up.ts';
import { ClosureReason, Decision, Loop } from '../../referral/decision.ts';
import { InfoAnswer, InfoAsk } from '../../referral/info-ask.ts';

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));
const flag = z.union([z.literal(0), z.literal(1)]).transform((bit) => bit === 1);
const channel = z.enum(['web', 'sms', 'botframework', 'desk']);
const text = z.string();

/** What we said is ours, and sealed by us: that it is a list of things said is all that is looked at. */
const says = z.array(z.custom<Say>((value) => typeof value === 'object' && value !== null && 'kind' in value));

export const MessageBody = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('member'), text, choices: z.array(text) }),
  z.strictObject({ by: z.literal('us'), language: LanguageTag, says }),
]);
export type MessageBody = z.infer<typeof MessageBody>;

export const ConversationOnDisk = z.strictObject({ id: text, version: z.int(), state_sealed: text.nullable() });
export type ConversationOnDisk = z.infer<typeof ConversationOnDisk>;
export const TalkOnDisk = z.strictObject({ id: text, channel, key_sealed: text });
export type TalkOnDisk = z.infer<typeof TalkOnDisk>;
export const BodyOnDisk = z.strictObject({ body_sealed: text });
export const MessageOnDisk = z.strictObject({ seq: z.int(), at: text, body_sealed: text });

export const ReferralOnDisk = z.strictObject({
  number: text,
  proof: text,
  conversation: text,
  confirmed_in: text.nullable(),
  language: text,
  filed_on: date,
  filed_at: text,
  received_at: text.nullable(),
  held_at: text.nullable(),
  asks_for_fast: flag,
  by_helper: flag,
  confidential: flag,
  do_not_contact: flag,
  assigned_to: text.nullable(),
  member_match: MemberMatch.nullable(),
  /** By what right a helper may hear what becomes of it; null: by none that the desk has seen. */
  released_by: Authority.nullable(),
  person_index: text.nullable(),
  phone_index: text.nullable(),
  wrong_number: flag,
  listed_sealed: text.nullable(),
  body_sealed: text,
});
export type ReferralOnDisk = z.infer<typeof ReferralOnDisk>;
export const StandingOnDisk = ReferralOnDisk.pick({
  number: true,
  filed_on: true,
  filed_at: true,
  received_at: true,
  language: true,
  asks_for_fast: true,
  by_helper: true,
  confidential: true,
  do_not_contact: true,
  assigned_to: true,
  member_match: true,
  wrong_number: true,
}).extend({ texts_stopped: flag });
export const ListedOnDisk = z.strictObject({ number: text, listed_sealed: text });

export const Provider = z.strictObject({ name: text, phone: text });

export const RequestOnDisk = z.strictObject({
  number: text,
  programme: ProgrammeId,
  place: z.int(),
  decision: Decision,
  decided_on: date.nullable(),
  notice_mailed_on: date.nullable(),
  loop_state: text.nullable(),
  loop_reason: ClosureReason.nullable(),
  loop_on: date.nullable(),
  provider_sealed: text.nullable(),
  /** What the plan asked, and the member's own words to it. */
  info_sealed: text.nullable(),
  /** All that it asked has been answered. */
  answered: flag,
  /** A denial or change was recorded, and never the day of its letter. */
  letter_owed: flag,
});
export type RequestOnDisk = z.infer<typeof RequestOnDisk>;
export const RequestStandingOnDisk = RequestOnDisk.pick({
  number: true,
  programme: true,
  decision: true,
  decided_on: true,
  answered: true,
  loop_state: true,
  loop_reason: true,
  letter_owed: true,
}).extend({ provider_named: flag });
export type RequestStandingOnDisk = z.infer<typeof RequestStandingOnDisk>;

export const EventBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('decision'),
    decision: Decision,
    decidedOn: date,
    noticeMailedOn: date.nullable(),
    // Absent in what was recorded before there were questions by code.
    asks: z.array(InfoAsk).optional(),
  }),
  z.strictObject({ kind: z.literal('answered'), on: date, answer: InfoAnswer }),
  z.strictObject({ kind: z.literal('loop'), loop: Loop, on: date, provider: Provider.nullable() }),
]);

export const EventOnDisk = z.strictObject({
  number: text,
  place: z.int(),
  at: text,
  worker: text,
  programme: ProgrammeId,
  body_sealed: text,
});

export const AlertBody = z.strictObject({
  danger: DangerKind,
  language: text,
  wantsCall: z.boolean(),
  phone: text.nullable(),
  channel,
});
export type AlertBody = z.infer<typeof AlertBody>;

export const TaskOnDisk = z.strictObject({
  kind: z.enum(['callBack', 'alert', 'privacy']),
  id: text,
  conversation: text,
  at: text,
  /** Violence was named in its conversation, before it or since. */
  confidential: flag,
  body_sealed: text,
  taken_by: text.nullable(),
  taken_at: text.nullable(),
  done_at: text.nullable(),
  outcome: text.nullable(),
});
export type TaskOnDisk = z.infer<typeof TaskOnDisk>;
export const AttemptOnDisk = z.strictObject({
  kind: text,
  id: text,
  place: z.int(),
  at: text,
  worker: text,
  body_sealed: text,
});

export const OutboxBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('referral'), id: text, number: text }),
  z.strictObject({
    kind: z.literal('followUp'),
    id: text,
    number: text,
    programme: ProgrammeId.nullable(),
    what: z.enum(followUpKinds),
    event: z.int().positive(),
  }),
  z.strictObject({
    kind: z.literal('text'),
    id: text,
    phone: text,
    language: text,
    notBefore: text.nullable(),
  }),
  z.strictObject({
    kind: z.literal('news'),
    id: text,
    number: text,
    programme: ProgrammeId.nullable(),
    // Before there were other topics, all news was of the status.
    topic: NewsTopic.default({ kind: 'status' }),
  }),
]);
const OutboxKind = z.enum(['referral', 'followUp', 'text', 'news']);
export const ClaimOnDisk = z.strictObject({
  id: text,
  kind: OutboxKind,
  number: text.nullable(),
  attempt: z.int(),
  asked_again: z.int(),
  body_sealed: text,
});
export type ClaimOnDisk = z.infer<typeof ClaimOnDisk>;
export const StuckOnDisk = z.strictObject({
  id: text,
  kind: OutboxKind,
  number: text.nullable(),
  state: z.enum(['waiting', 'refused']),
  reason: text,
  attempt: z.int(),
  added_at: text,
  answer_sealed: text.nullable(),
});

export const SessionOnDisk = z.strictObject({ key_sealed: text, created_at: text, idle_until: text });
export const SignedIn = z.strictObject({ name: text, role: z.enum(['reader', 'worker', 'admin']) });
export const Allowed = z.strictObject({ allowed: flag });
export const KeyCheckOnDisk = z.strictObject({ sealed: text, index_check: text });
