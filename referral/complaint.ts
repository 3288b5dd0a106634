/** A complaint about the plan, the care or this service (a grievance), or the wish that a decision be looked at again (an appeal). */
import { z } from 'zod';
import { addDays, isIsoDate, type IsoDate } from '../policy/calendar.ts';
import type { Citation } from '../policy/citation.ts';

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));

/** Which of the plan's two ways it takes: other rules and other rights go with each. */
export const ComplaintKind = z.enum(['grievance', 'appeal']);
export type ComplaintKind = z.infer<typeof ComplaintKind>;

/** What went wrong, as the member chose it. */
export const ComplaintSubject = z.enum(['care', 'letter', 'service', 'nobodyCalled', 'noDecision']);
export type ComplaintSubject = z.infer<typeof ComplaintSubject>;

/** As it was told; the instant at which it came is the store's. */
export const Complaint = z
  .strictObject({
    id: z.string(),
    kind: ComplaintKind,
    subject: ComplaintSubject,
    /** The request that it may be about: the last that was filed for this person from here. */
    number: z.string().nullable(),
    /** In their own words; null: they would not say. */
    words: z.string().max(2000).nullable(),
    /** They say that waiting would harm life or health. Only asked for: the plan judges it. */
    asksForFast: z.boolean(),
    /** Of an appeal only: the date on the letter, where it was told, and whether a service is to go on meanwhile. */
    letterDate: date.nullable(),
    keepServices: z.boolean(),
    person: z.strictObject({ name: z.string().max(200).nullable(), birthDate: date.nullable() }),
    /** Who speaks for somebody else needs their written consent: the plan clears it (HH.1102 II.A, GG.1510 II.A). */
    helper: z.strictObject({ name: z.string().max(200).nullable() }).nullable(),
    reply: z.enum(['call', 'letter']),
    phone: z.string().max(40).nullable(),
    mailingAddress: z.string().max(300).nullable(),
    /** Violence is near: only the ways that were given here are safe. */
    confidential: z.boolean(),
    language: z.string().max(60),
    dialect: z.enum(['white', 'green']).nullable(),
  })
  .refine(
    ({ kind, subject }) => kind === kindOf(subject),
    'an appeal is about a decision, or that none came, and a grievance is not',
  );
export type Complaint = z.infer<typeof Complaint>;

/**
 * Who disagrees with a letter appeals, and who got no decision in time may: a late one counts as a denial (GG.1510 II.U);
 * everything else is a grievance, also where nobody calls it so (HH.1102 II.C).
 */
export function kindOf(subject: ComplaintSubject): ComplaintKind {
  return subject === 'letter' || subject === 'noDecision' ? 'appeal' : 'grievance';
}

/** How long the plan has, by kind. Days are calendar days, and the day of receipt does not count. */
export type ComplaintClock = {
  readonly acknowledgeDays: number;
  readonly answerDays: number;
  /** From the instant of receipt, if the plan takes it as urgent. */
  readonly urgentHours: number;
  readonly cites: readonly Citation[];
};

const calOptima = (place: string): Citation => ({ source: 'calOptima', place, standing: 'verified' });

/** The clocks of a grievance and of an appeal are equally long, and written in different places. */
export const complaintClocks: Readonly<Record<ComplaintKind, ComplaintClock>> = {
  grievance: {
    acknowledgeDays: 5,
    answerDays: 30,
    urgentHours: 72,
    cites: [calOptima('HH.1102 (2024-09-01), III.B.2.c, f and h')],
  },
  appeal: {
    acknowledgeDays: 5,
    answerDays: 30,
    urgentHours: 72,
    cites: [calOptima('GG.1510 (2025-02-01), II.F, III.B-D')],
  },
};

/** An appeal: from the date on the letter (GG.1510 II). */
export const appealDays = 60;
/** To keep a service that one has while the plan looks again: from the same date, or before the change (GG.1510 II.J). */
export const keepServicesDays = 10;

/** The last day on which the plan tells the member that it has it. */
export function acknowledgeBy(kind: ComplaintKind, receivedOn: IsoDate): IsoDate {
  return addDays(receivedOn, complaintClocks[kind].acknowledgeDays);
}

/** The last day of the plan's ordinary answer. */
export function answerBy(kind: ComplaintKind, receivedOn: IsoDate): IsoDate {
  return addDays(receivedOn, complaintClocks[kind].answerDays);
}

/** The instant (ISO 8601) by which an urgent one is answered: clock hours, holidays or not. */
export function urgentAnswerBy(kind: ComplaintKind, receivedAt: string): string {
  return new Date(Date.parse(receivedAt) + complaintClocks[kind].urgentHours * 3_600_000).toISOString();
}

/** Whether the days for an appeal, or for keeping a service, seem to be over. Told, and never a reason not to send it. */
export function isPast(days: number, letterDate: IsoDate | null, today: IsoDate): boolean {
  return letterDate !== null && addDays(letterDate, days) < today;
}
