/** What a plan may ask of a member in order to go on, as a closed list, and what the member says to it. */
import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../policy/calendar.ts';
import type { Citation } from '../policy/citation.ts';
import { Count } from '../policy/facts.ts';
import { addWorkingDays } from './working-days.ts';

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));

/**
 * Nothing of what no plan may ask for: no proof of homelessness, no diagnosis code (ECM Policy Guide, pp. 99-100); and by
 * our own rule no immigration status and no Social Security number.
 */
export const infoFields = ['name', 'birthDate', 'card', 'phone', 'address', 'county', 'trusted'] as const;
export type InfoField = (typeof infoFields)[number];

/**
 * For these alone may a decision on ECM wait: it is made on what the State's referral standards hold (ECM Policy Guide,
 * p. 100). Their list of fields could not be read; who the member is and how to reach them stands on every referral.
 */
export const ecmFields = ['name', 'birthDate', 'card', 'phone', 'address'] as const satisfies readonly InfoField[];

/** One of those, or a screening question of ours by its id: whether there is such a question is the dialogs' to say. */
export type InfoAsk = InfoField | `question:${string}`;
export const InfoAsk = z.custom<InfoAsk>(
  (value) =>
    typeof value === 'string' &&
    (infoFields.some((field) => field === value) || /^question:[a-zA-Z]{1,40}$/.test(value)),
);

/** What was said to one of them. "I don't know" and "I'd rather not say" go to the plan as what they are. */
export const InfoSaid = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().min(1).max(400) }),
  z.strictObject({ kind: z.literal('date'), date }),
  /** Options of a screening question, by id; an empty list is "none of these". */
  z.strictObject({ kind: z.literal('chosen'), ids: z.array(z.string().max(60)).max(20) }),
  z.strictObject({ kind: z.literal('count'), count: Count }),
  z.strictObject({ kind: z.literal('notSure') }),
  z.strictObject({ kind: z.literal('declined') }),
]);
export type InfoSaid = z.infer<typeof InfoSaid>;

export const InfoAnswer = z.strictObject({ ask: InfoAsk, said: InfoSaid });
export type InfoAnswer = z.infer<typeof InfoAnswer>;

/** What the plan asked of one request, and what it has been told; the newest answer to each stands. */
export const Info = z.strictObject({ asks: z.array(InfoAsk).min(1).max(40), answers: z.array(InfoAnswer) });
export type Info = z.infer<typeof Info>;

/** What is still unanswered, in the order in which it was asked. */
export function openAsks({ asks, answers }: Info): readonly InfoAsk[] {
  return asks.filter((each) => !answers.some(({ ask }) => ask === each));
}

/** Whether the plan has been told something to all that it asked: then it waits for nobody but itself. */
export function isAnswered(info: Info | null | undefined): boolean {
  return info ? openAsks(info).length === 0 : false;
}

export function withAnswer(info: Info, answer: InfoAnswer): Info {
  return { ...info, answers: [...info.answers.filter(({ ask }) => ask !== answer.ask), answer] };
}

/** Only one plan has published how long it waits; another may wait longer, or not so long. */
export const voidCite: Citation = {
  source: 'alliance2023',
  place: 'referral outcomes: void, not enough information',
  standing: 'verified',
};
/** In working days; of these, how many before the end the member is reminded. */
const voidAfter = 5;
const remindedBefore = 2;

/** The last day on which the plan still waits for what it asked for on this day. */
export function voidDue(askedOn: IsoDate): IsoDate {
  return addWorkingDays(askedOn, voidAfter);
}

/** The day on which a member who has not answered is reminded, once. */
export function remindOn(askedOn: IsoDate): IsoDate {
  return addWorkingDays(askedOn, voidAfter - remindedBefore);
}

/** Whether today is such a day, or one of the few after it: later than the plan waits, an answer changes nothing. */
export function isToRemind(askedOn: IsoDate, today: IsoDate): boolean {
  return remindOn(askedOn) <= today && mayBeAnswered(askedOn, today);
}

export function mayBeAnswered(askedOn: IsoDate, today: IsoDate): boolean {
  return today <= voidDue(askedOn);
}
