/** What has become of a referral, and who may hear it. */
import type { IsoDate } from '../../policy/calendar.ts';
import { endsAtEighteen, isRightOn, type Authority } from '../../referral/case-event.ts';
import { Loop } from '../../referral/decision.ts';
import { Info } from '../../referral/info-ask.ts';
import type { Referral } from '../../referral/referral.ts';
import type { ReferralStatus, RequestStatus } from '../../referral/status.ts';
import { clockFrom } from '../clock.ts';
import { plainPhone } from './phone.ts';
import { asTalk, filed, proofOf } from './referrals.ts';
import { Provider, ReferralOnDisk, RequestOnDisk, TalkOnDisk } from './rows.ts';
import { conversationSql, referralSql } from './sql.ts';
import type { Tools } from './vault.ts';

/** Looked up by number and birth date as one value: a wrong number and a wrong date are the same query with no row. */
export function statusOf(
  tools: Tools,
  number: string,
  birthDate: IsoDate,
  provenPhone: string | null,
): ReferralStatus | null {
  const row = tools.database.one(referralSql.byProof, [proofOf(tools, number, birthDate)], ReferralOnDisk);
  if (!row) return null;
  const unreleased = tellerOf(tools, row) === 'helper';
  const ownPhone = provenPhone !== null && isMembersOwn(tools, row, provenPhone);
  const isMember = row.by_helper && ownPhone;
  return {
    number: row.number,
    filedOn: row.filed_on,
    receivedOn: dayOf(row.received_at),
    held: heldOf(tools, row),
    asksForFast: row.asks_for_fast,
    requests: requestsOf(tools, row.number),
    teller: unreleased && !isMember ? 'helper' : 'member',
    perspective: row.by_helper && !isMember ? 'other' : 'self',
    // Near violence a phone proves too little: whoever filed may hold it. Then it takes the desk, and there an admin.
    mayReleaseToHelper: unreleased && isMember && !row.confidential,
    mayAct: !row.by_helper || isMember || isRepresentative(tools, row),
    ownPhone,
    alternativeFormat: filed(tools, row.number)?.contact.alternativeFormat ?? null,
  };
}

function heldOf(
  tools: Tools,
  { number, held_at: heldAt, received_at: receivedAt }: ReferralOnDisk,
): ReferralStatus['held'] {
  if (heldAt === null || receivedAt !== null) return null;
  const contact = filed(tools, number)?.contact;
  return contact?.mayCall === true && !contact.doNotContact && contact.phone !== null ? 'weCall' : 'youCall';
}

function dayOf(instant: string | null): IsoDate | null {
  return instant === null ? null : clockFrom(() => new Date(instant)).todayInCalifornia();
}

/** A helper is told nothing back until the member says yes from a contact of their own, or the desk has seen a right. */
export function tellerOf(tools: Tools, row: Releasable): 'member' | 'helper' {
  return row.by_helper && row.confirmed_in === null && rightOf(tools, row) === null ? 'helper' : 'member';
}

/** What of a referral says who may hear of it. */
export type Releasable = Pick<ReferralOnDisk, 'number' | 'by_helper' | 'confirmed_in' | 'released_by'>;

/** By what right its helper may hear today; null: by none, or by one that has ended since. */
function rightOf(tools: Tools, { number, released_by: right }: Releasable): Authority | null {
  return right !== null && isRightNow(tools, number, right) ? right : null;
}

/** Whether this is a right on this day: some end with a birthday, which is sealed and opened only for them. */
export function isRightNow(tools: Tools, number: string, right: Authority | null): boolean {
  if (right === null || !endsAtEighteen(right)) return true;
  const today = clockFrom(() => new Date(tools.now())).todayInCalifornia();
  const referral = filed(tools, number);
  return referral !== null && isRightOn(right, referral.person.birthDate, today);
}

/** The member's own yes lets a helper hear, and not act: whom they trusted once may not speak for them today. */
function isRepresentative(tools: Tools, row: ReferralOnDisk): boolean {
  const right = rightOf(tools, row);
  return right !== null && right !== 'memberConfirmed';
}

/** The phone that the referral gives for the member, when it is not the helper's: neither by what they said, nor by use. */
function isMembersOwn(tools: Tools, row: ReferralOnDisk, provenPhone: string): boolean {
  const referral = filed(tools, row.number);
  const phone = plainPhone(provenPhone);
  if (!referral?.contact.phone || plainPhone(referral.contact.phone) !== phone) return false;
  return !helpersPhones(tools, row, referral).includes(phone);
}

/** Where the member has said yes since is the member's own. */
function helpersPhones(tools: Tools, { number }: ReferralOnDisk, { filer }: Referral): readonly string[] {
  if (filer.kind === 'self') return [];
  const filedFrom = tools.database
    .all(conversationSql.whereFiled, [number], TalkOnDisk)
    .map((row) => asTalk(tools, row))
    .filter(({ channel }) => channel === 'sms')
    .map(({ key }) => plainPhone(key));
  const said = filer.phone === null ? [] : [plainPhone(filer.phone)];
  return [...filedFrom, ...said];
}

export function requestsOf(tools: Tools, number: string): readonly RequestStatus[] {
  return tools.database.all(referralSql.requests, [number], RequestOnDisk).map((row) => asRequestStatus(tools, row));
}

export function asRequestStatus({ vault }: Pick<Tools, 'vault'>, row: RequestOnDisk): RequestStatus {
  const { number, programme, provider_sealed: provider, info_sealed: info } = row;
  return {
    programme,
    decision: row.decision,
    decidedOn: row.decided_on,
    noticeMailedOn: row.notice_mailed_on,
    loop: loopOf(row),
    loopOn: row.loop_on,
    provider: provider === null ? null : vault.open(provider, Provider, 'request.provider', number, programme),
    ...(info === null ? {} : { info: vault.open(info, Info, 'request.info', number, programme) }),
  };
}

export function loopOf({
  loop_state: state,
  loop_reason: reason,
}: Pick<RequestOnDisk, 'loop_state' | 'loop_reason'>): Loop | null {
  return state === null ? null : Loop.parse(reason === null ? { state } : { state, reason });
}
