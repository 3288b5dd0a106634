/** What is recorded of a referral as a whole: at the desk, or by the member. Added, and never changed or removed. */
import { z } from 'zod';
import { fullYears, isIsoDate, type IsoDate } from '../policy/calendar.ts';
import { ProgrammeId } from '../policy/rule.ts';
import { DeskMessage } from './desk-message.ts';
import { MemberMatch } from './member-match.ts';
import { LoopClock } from './news-topic.ts';

/** Who may speak for somebody else by law (design.md invariant 9). The plan has seen what shows it. */
export const Authority = z.enum([
  'parent',
  'guardian',
  'conservator',
  'powerOfAttorney',
  'authorizedRepresentative',
  /** The member said yes to the plan, by a contact of their own that the plan knows. */
  'memberConfirmed',
]);
export type Authority = z.infer<typeof Authority>;

/** A parent's right, and a guardian's, ends with the 18th birthday; whoever acts for a grown person has another. */
export function isRightOn(authority: Authority, birthDate: IsoDate, today: IsoDate): boolean {
  return !endsAtEighteen(authority) || fullYears(birthDate, today) < 18;
}

export const endsAtEighteen = (authority: Authority): boolean => authority === 'parent' || authority === 'guardian';

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));

export const CaseEvent = z.discriminatedUnion('kind', [
  /** Staff's own words, for staff alone. */
  z.strictObject({ kind: z.literal('note'), text: z.string().min(1).max(2000) }),
  /** Who works on it, by the name in the audit log; null: nobody. */
  z.strictObject({ kind: z.literal('assigned'), to: z.string().max(400).nullable() }),
  z.strictObject({ kind: z.literal('matched'), match: MemberMatch }),
  /** The same member has this other referral, too. */
  z.strictObject({ kind: z.literal('sameMember'), number: z.string().regex(/^\d{14}$/) }),
  /** The warnings on safe contact that were read and ticked, by id. */
  z.strictObject({ kind: z.literal('warningsRead'), warnings: z.array(z.string().max(40)).max(20) }),
  /** The helper who filed may hear what becomes of it; null: may not any more. `saw`: what showed it, in staff's words. */
  z.strictObject({
    kind: z.literal('helperReleased'),
    authority: Authority.nullable(),
    saw: z.string().min(1).max(400).optional(),
  }),
  /** `ownChat`: who sent it ticked that the chat is known to be the member's own. */
  z.strictObject({ kind: z.literal('messageSent'), message: DeskMessage, ownChat: z.literal(true).optional() }),
  /** The day of the letter that was still owed when its request was taken back; the request stays as it stands. */
  z.strictObject({ kind: z.literal('letterMailed'), programme: ProgrammeId, on: date }),
  /**
   * Asked when a clock had run out: somebody called, nobody did, or they want the plan to be reminded. About one
   * request; null: about all whose clock ran out with it.
   */
  z.strictObject({
    kind: z.literal('memberSaid'),
    programme: ProgrammeId.nullable(),
    clock: LoopClock,
    said: z.enum(['called', 'notCalled', 'remind']),
  }),
  /** Somebody else answers the phone that stands here: it is neither called nor texted. */
  z.strictObject({ kind: z.literal('wrongNumber') }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
export type MemberSaid = Extract<CaseEvent, { readonly kind: 'memberSaid' }>;
