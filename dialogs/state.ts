import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../policy/calendar.ts';
import { Concern, ProgrammeId } from '../policy/rule.ts';
import { TopicGroup } from '../policy/topics.ts';
import { languages, type Tag } from '../locales/languages.ts';
import { InfoAnswer, InfoAsk } from '../referral/info-ask.ts';
import { LoopClock, NewsDue } from '../referral/news-topic.ts';
import { AlternativeFormat, Awareness, Relation } from '../referral/referral.ts';
import { ComplaintSubject } from '../referral/complaint.ts';
import { DangerKind } from './danger-kind.ts';
import { Replied } from './reply.ts';

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));
export const LanguageTag = z.enum(languages.map(({ tag }) => tag) as [Tag, ...Tag[]]);

/** What has been said for the request, before it is filed. Absent: not asked. Null: asked, and not given. */
export const Draft = z.strictObject({
  programmes: z.array(ProgrammeId).optional(),
  name: z.string().optional(),
  birthDate: date.optional(),
  cardNumber: z.string().nullable().optional(),
  phone: z.string().nullable().optional(),
  /** Ids of the safe ways that were ticked: call, text, voicemail, mail; `none`: "do not contact: I will call". */
  safeWays: z.array(z.enum(['call', 'text', 'voicemail', 'mail', 'none'])).optional(),
  mailingAddress: z.string().nullable().optional(),
  bestTime: z.enum(['morning', 'afternoon', 'evening', 'anytime']).nullable().optional(),
  spokenLanguage: z.string().optional(),
  writtenLanguage: z.string().optional(),
  dialect: z.enum(['white', 'green']).nullable().optional(),
  trusted: z.string().nullable().optional(),
  /** Beside common print, which is null. */
  alternativeFormat: AlternativeFormat.nullable().optional(),
  asksForFast: z.boolean().optional(),
  /** In their own words; null: they would not say. */
  fastReason: z.string().nullable().optional(),
  /** Screening questions whose answers the member left out of the request. */
  leftOut: z.array(z.string()),
  consents: z.strictObject({
    textMe: z.boolean().optional(),
    voicemail: z.boolean().optional(),
  }),
});
export type Draft = z.infer<typeof Draft>;

/** The one who helps, as far as they have said. */
export const HelperDraft = z.strictObject({
  relation: Relation.exclude(['self']).optional(),
  awareness: Awareness.optional(),
  name: z.string().optional(),
  phone: z.string().nullable().optional(),
  organization: z.string().nullable().optional(),
  title: z.string().nullable().optional(),
});
export type HelperDraft = z.infer<typeof HelperDraft>;

/** One person's answers: the member's own, or those of somebody they help. Several in a conversation, never mixed. */
export const Case = z.strictObject({
  id: z.string(),
  whose: z.enum(['self', 'other']),
  helper: HelperDraft,
  replies: z.array(Replied),
  /** "Check everything": no programme is out of focus. */
  everything: z.boolean(),
  /** Violence was named in this case: contact is confidential, and texts that we start are held back. */
  confidential: z.boolean(),
  draft: Draft,
  /** Numbers of what was filed for this person from here. */
  filed: z.array(z.string()),
});
export type Case = z.infer<typeof Case>;

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

/**
 * A whole conversation at rest. Parsed whenever it is read; a version that we do not know is not guessed at.
 * Nothing that depends on today's date is in it.
 */
export const State = z.strictObject({
  version: z.literal(1),
  language: LanguageTag,
  /** Chosen by name or number: the language of a message then never overrides it. */
  languageChosen: z.boolean(),
  greeted: z.boolean(),
  /** By SMS: how sensitive questions are to be answered, once the member has been told that texts are not private. */
  privacy: z.enum(['unasked', 'here', 'web', 'call']),
  /** STOP was heard: we start nothing, and answer nothing but START and danger. */
  stopped: z.boolean(),
  cases: z.array(Case),
  /** The case that is talked about. */
  active: z.string().nullable(),
  waiting: Waiting,
  /** Where "back" leads, nearest last. */
  trail: z.array(Waiting).max(30),
  /** How often the waiting question could not be read. */
  misread: z.int().nonnegative(),
  /** What is new of requests, to be told at the member's next word. Once these were numbers alone. */
  news: z.array(z.union([NewsDue, z.string().transform(ofStatus)])),
  /** The request about which the plan was told to have a question while something else was asked here. */
  asked: z.string().nullable().default(null),
  /** The danger that was last spoken of, so that "call me" and "go on" are understood after it. */
  danger: z.strictObject({ kind: DangerKind, alertId: z.string(), violence: z.boolean() }).nullable(),
});
export type State = z.infer<typeof State>;

function ofStatus(number: string): NewsDue {
  return { number, programme: null, topic: { kind: 'status' } };
}

export const emptyDraft: Draft = { leftOut: [], consents: {} };

/** A conversation that has not begun. */
export function freshState(language: Tag): State {
  return {
    version: 1,
    language,
    languageChosen: false,
    greeted: false,
    privacy: 'unasked',
    stopped: false,
    cases: [],
    active: null,
    waiting: { dialog: 'root' },
    trail: [],
    misread: 0,
    news: [],
    asked: null,
    danger: null,
  };
}

/** The case that is talked about, if any. */
export function activeCase(state: State): Case | undefined {
  return state.cases.find(({ id }) => id === state.active);
}
