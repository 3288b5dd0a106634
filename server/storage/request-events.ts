/** What the desk sets for one request: an event that stays, the status that follows from it, and news for the member. */
import { z } from 'zod';
import { isNews } from '../../referral/news.ts';
import type { RequestStatus } from '../../referral/status.ts';
import type { RequestEvent } from '../desk/desk-store.ts';
import { putInOutbox } from './outbox.ts';
import { requestsOf, tellerOf } from './status.ts';
import { EventBody, EventOnDisk, ReferralOnDisk } from './rows.ts';
import { eventSql, referralSql } from './sql.ts';
import type { Tools } from './vault.ts';

/** Inside a write. False: no such request, or a step of the loop for one that is not approved. */
export function recordEvent(tools: Tools, number: string, event: RequestEvent): boolean {
  const { database } = tools;
  const referral = database.one(referralSql.byNumber, [number], ReferralOnDisk);
  const before = requestsOf(tools, number).find(({ programme }) => programme === event.programme);
  if (!referral || !before) return false;
  const after = statusAfter(before, event.what);
  if (!after) return false;

  addEvent(tools, number, event);
  setStatus(tools, number, after);
  // A helper hears nothing before the member has confirmed them; the member is at no place that we know to be theirs.
  if (tellerOf(referral) === 'member' && isNews(before, after)) {
    const item = { kind: 'news' as const, id: tools.mint(), number, programme: event.programme };
    putInOutbox(tools, item, referral.conversation, event.at);
  }
  return true;
}

/** Oldest first. */
export function eventsOf({ database, vault }: Tools, number: string): readonly RequestEvent[] {
  return database
    .all(eventSql.all, [number], EventOnDisk)
    .map(({ place, at, worker, programme, body_sealed: sealed }) => ({
      at,
      by: worker,
      programme,
      what: vault.open(sealed, EventBody, 'request_event.body', number, place),
    }));
}

/** The loop begins with an approval and ends with it: a request that is not approved any more has none. */
function statusAfter(before: RequestStatus, what: RequestEvent['what']): RequestStatus | null {
  if (what.kind === 'decision') {
    const { decision, decidedOn, noticeMailedOn } = what;
    const loopStays = isApproved(decision) ? {} : { loop: null, loopOn: null, provider: null };
    return { ...before, decision, decidedOn, noticeMailedOn, ...loopStays };
  }
  if (!isApproved(before.decision)) return null;
  return { ...before, loop: what.loop, loopOn: what.on, provider: what.provider };
}

function isApproved(decision: RequestStatus['decision']): boolean {
  return decision === 'approved' || decision === 'approvedModified';
}

function addEvent({ database, vault }: Tools, number: string, { at, by, programme, what }: RequestEvent): void {
  const count = database.one(eventSql.count, [number], z.strictObject({ events: z.int() }));
  const place = (count?.events ?? 0) + 1;
  const sealed = vault.seal(EventBody.parse(what), 'request_event.body', number, place);
  database.run(eventSql.add, [number, place, at, by, programme, sealed]);
}

function setStatus({ database, vault }: Tools, number: string, status: RequestStatus): void {
  const { programme, loop, provider } = status;
  database.run(eventSql.set, [
    number,
    programme,
    status.decision,
    status.decidedOn,
    status.noticeMailedOn,
    loop?.state ?? null,
    loop?.state === 'closed' ? loop.reason : null,
    status.loopOn,
    provider && vault.seal(provider, 'request.provider', number, programme),
  ]);
}
