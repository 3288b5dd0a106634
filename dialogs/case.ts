/** What is known of one person, and what has been said for their request. */
import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../policy/calendar.ts';
import { ProgrammeId } from '../policy/rule.ts';
import { AlternativeFormat, Awareness, Relation } from '../referral/referral.ts';
import { Replied } from './reply.ts';

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));

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

export const emptyDraft: Draft = { leftOut: [], consents: {} };
