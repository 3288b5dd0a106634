/** Which dialog waits, for which question, with what was said there so far. */
import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../policy/calendar.ts';
import { Concern, ProgrammeId } from '../policy/rule.ts';
import { TopicGroup } from '../policy/topics.ts';
import { InfoAnswer, InfoAsk } from '../referral/info-ask.ts';
import { LoopClock } from '../referral/news-topic.ts';
import { ComplaintSubject } from '../referral/complaint.ts';

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));

/** What a member wanted when something had to be asked first. */
export const Goal = z.enum(['screen', 'file']);
export type Goal = z.infer<typeof Goal>;

export const WhomStep = z.enum([
  'whose',
  'relation',
  'awareness',
  'helperName',
  'organization',
  'title',
  'helperPhone',
]);
export const FileStep = z.enum([
  'programmes',
  'name',
  'birthDate',
  'card',
  'phone',
  'safeWays',
  'address',
  'bestTime',
  'spoken',
  'dialect',
  'written',
  'format',
  'trusted',
  'fast',
  'fastWhy',
  'consentText',
  'consentVoicemail',
  'preview',
]);
export type FileStep = z.infer<typeof FileStep>;
export const CallBackStep = z.enum(['language', 'dialect', 'phone', 'when']);

export const ComplaintStep = z.enum([
  'whose',
  'subject',
  'letterDate',
  'keep',
  'words',
  'urgent',
  'reply',
  'phone',
  'address',
  'name',
  'birthDate',
  'helperName',
  'preview',
]);
export type ComplaintStep = z.infer<typeof ComplaintStep>;

/** What has been said for a complaint. Absent: not asked. Null: asked, and not given. */
export const ComplaintDraft = z.strictObject({
  /** The request that it is about, where we asked about that one. */
  number: z.string().optional(),
  whose: z.enum(['self', 'other']).optional(),
  subject: ComplaintSubject.optional(),
  letterDate: date.nullable().optional(),
  keep: z.boolean().optional(),
  words: z.string().max(2000).nullable().optional(),
  urgent: z.boolean().optional(),
  reply: z.enum(['call', 'letter']).optional(),
  phone: z.string().nullable().optional(),
  address: z.string().nullable().optional(),
  name: z.string().nullable().optional(),
  birthDate: date.nullable().optional(),
  helperName: z.string().nullable().optional(),
});
export type ComplaintDraft = z.infer<typeof ComplaintDraft>;

/** Which dialog waits, and for which question. `root`: nothing waits. */
export const Waiting = z.discriminatedUnion('dialog', [
  z.strictObject({ dialog: z.literal('root') }),
  z.strictObject({ dialog: z.literal('language') }),
  z.strictObject({ dialog: z.literal('privacy'), goal: Goal }),
  z.strictObject({
    dialog: z.literal('whom'),
    step: WhomStep,
    goal: Goal,
    /** What they said is going on, and what they asked for, before we knew whom it is about. */
    concerns: z.array(Concern).optional(),
    programmes: z.array(ProgrammeId).optional(),
  }),
  z.strictObject({ dialog: z.literal('screen'), question: z.string() }),
  z.strictObject({ dialog: z.literal('findings') }),
  z.strictObject({ dialog: z.literal('file'), step: FileStep }),
  /** Without a group, the groups. */
  z.strictObject({ dialog: z.literal('learn'), page: z.int().nonnegative(), group: TopicGroup.optional() }),
  z.strictObject({ dialog: z.literal('known'), page: z.int().nonnegative() }),
  z.strictObject({ dialog: z.literal('danger') }),
  z.strictObject({ dialog: z.literal('continuity') }),
  z.strictObject({ dialog: z.literal('person') }),
  z.strictObject({
    dialog: z.literal('status'),
    step: z.enum(['number', 'birthDate']),
    number: z.string().optional(),
    /** What is wanted of it, beside to hear of it. */
    then: z.enum(['takeBack']).optional(),
  }),
  /** What the plan asked of one request: the first of these waits. `whose`: about whom it is asked. */
  z.strictObject({
    dialog: z.literal('planQuestion'),
    number: z.string(),
    programme: ProgrammeId,
    asks: z.array(InfoAsk).min(1),
    whose: z.enum(['self', 'other']),
    /** What was said here to those before: only this is shown here again. */
    said: z.array(InfoAnswer).optional(),
  }),
  /** A request is to be taken back: which one, and whether that is really wanted. */
  z.strictObject({
    dialog: z.literal('takeBack'),
    number: z.string(),
    programmes: z.array(ProgrammeId).min(1),
    chosen: z.array(ProgrammeId).min(1).optional(),
    whose: z.enum(['self', 'other']),
  }),
  /** The member, by their own phone, says whether the one who filed for them may be told what becomes of it. */
  z.strictObject({ dialog: z.literal('tellHelper'), number: z.string() }),
  z.strictObject({
    dialog: z.literal('callBack'),
    step: CallBackStep,
    reason: z.enum(['asked', 'danger', 'languageNotOffered', 'complaint']),
    language: z.string().optional(),
    dialect: z.enum(['white', 'green']).optional(),
    phone: z.string().optional(),
  }),
  z.strictObject({
    dialog: z.literal('complaint'),
    step: ComplaintStep,
    said: ComplaintDraft,
    /** By text: the phone that is texted from is not the one to call. */
    otherPhone: z.boolean().optional(),
  }),
  /** A clock has run out with no word: did anybody call? And if nobody did, what they want. */
  z.strictObject({
    dialog: z.literal('checkIn'),
    step: z.enum(['called', 'next']),
    number: z.string(),
    /** Null: about all requests of it whose clock ran out together. */
    programme: ProgrammeId.nullable(),
    clock: LoopClock,
    about: z.enum(['self', 'other']),
  }),
  z.strictObject({ dialog: z.literal('startOver') }),
]);
export type Waiting = z.infer<typeof Waiting>;
