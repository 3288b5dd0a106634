import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../policy/calendar.ts';
import { Answers, ChoiceFact, CountFact, DateFact, YesNoFact } from '../policy/facts.ts';
import { PopulationId, ProgrammeId, SupportId } from '../policy/rule.ts';
import { Criterion, PlanDecides } from '../policy/condition.ts';

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));

/** What the one who files is to the member; `self` files for themselves, `friend` is a friend or caregiver. */
export const Relation = z.enum(['self', 'parent', 'spouse', 'child', 'relative', 'friend', 'organization']);
export type Relation = z.infer<typeof Relation>;

/** Whether the person knows that somebody asks for them. None of these bars a filing. */
export const Awareness = z.enum(['agrees', 'doesNotKnow', 'cannotAgree']);
export type Awareness = z.infer<typeof Awareness>;

/** Who filed, in what standing. */
export const Filer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('self') }),
  z.strictObject({
    kind: z.literal('helper'),
    relation: Relation.exclude(['self']),
    awareness: Awareness,
    name: z.string().max(200),
    phone: z.string().max(40).nullable(),
    organization: z.string().max(200).nullable(),
    title: z.string().max(200).nullable(),
  }),
]);
export type Filer = z.infer<typeof Filer>;

/** Forms of a letter beside common print (free to every member). */
export const AlternativeFormat = z.enum(['largePrint', 'braille', 'audio', 'electronic']);
export type AlternativeFormat = z.infer<typeof AlternativeFormat>;

/** How the plan may safely reach the member. "Do not contact: I will call" is `doNotContact`. */
export const Contact = z.strictObject({
  phone: z.string().max(40).nullable(),
  mayCall: z.boolean(),
  mayText: z.boolean(),
  mayLeaveVoicemail: z.boolean(),
  mayMail: z.boolean(),
  doNotContact: z.boolean(),
  /** A mailing address that is safe to use, as typed. */
  mailingAddress: z.string().max(400).nullable(),
  bestTime: z.enum(['morning', 'afternoon', 'evening', 'anytime']).nullable(),
  /** Violence is near: the desk is told to use confidential communication only. */
  confidential: z.boolean(),
  spokenLanguage: z.string().max(60),
  writtenLanguage: z.string().max(60),
  dialect: z.enum(['white', 'green']).nullable(),
  /** How letters can be read; null: as they are printed, or not asked. Large print is 20 point or more. */
  alternativeFormat: AlternativeFormat.nullable().default(null),
});
export type Contact = z.infer<typeof Contact>;

/** Each given or withheld by itself. */
export const Consents = z.strictObject({
  sendToPlan: z.boolean(),
  textMe: z.boolean(),
  voicemail: z.boolean(),
  tellHelper: z.boolean(),
});
export type Consents = z.infer<typeof Consents>;

/** What the screen found for one programme, kept as it was said: for outreach, not for the decision. */
export const FindingRecord = z.strictObject({
  truth: z.enum(['met', 'unmet', 'unknown']),
  populations: z.array(PopulationId),
  because: z.array(Criterion),
  missing: z.array(z.union([YesNoFact, CountFact, DateFact, ChoiceFact])),
  planDecides: z.array(PlanDecides),
  after: SupportId.nullable(),
});
export type FindingRecord = z.infer<typeof FindingRecord>;

/** One programme asked for, with only the answers that bear on it and that the member left in. */
export const Request = z.strictObject({
  programme: ProgrammeId,
  /** Absent when the member asked without a screen. */
  finding: FindingRecord.nullable(),
  answers: Answers,
});
export type Request = z.infer<typeof Request>;

/** One filing: one number, one person, one or more requests. Never changed once filed; what follows are events. */
export const Referral = z.strictObject({
  number: z.string().regex(/^\d{14}$/),
  plan: z.string(),
  filedOn: date,
  channel: z.enum(['web', 'sms', 'botframework', 'desk']),
  /** The language of the talk. */
  language: z.string(),
  caseId: z.string(),
  person: z.strictObject({
    name: z.string().min(1).max(200),
    birthDate: date,
    /** The Medi-Cal card's number (CIN), if at hand. */
    cardNumber: z.string().max(20).nullable(),
    county: z.string().max(60).nullable(),
  }),
  contact: Contact,
  filer: Filer,
  consents: Consents,
  /** A clinic, doctor or care manager whom the member already trusts, as typed. */
  trusted: z.string().max(300).nullable(),
  asksForFast: z.boolean(),
  /** Why waiting would do harm, in the member's own words; null: not said. */
  fastReason: z.string().max(300).nullable().default(null),
  requests: z.array(Request).min(1),
});
export type Referral = z.infer<typeof Referral>;
