/** What the desk sets for one request: an event that stays, the status that follows from it, and news for the member. */
import { z } from 'zod';
import type { RequestAct } from '../../bot/store.ts';
import { changed, standings } from '../../referral/changes.ts';
import { hasNotice } from '../../referral/decision.ts';
import { isAnswered } from '../../referral/info-ask.ts';
import { isNews } from '../../referral/news.ts';
import { canTakeBack } from '../../referral/take-back.ts';
import type { RequestStatus } from '../../referral/status.ts';
import type { RequestEvent } from '../desk/desk-store.ts';
import { putInOutbox } from './outbox.ts';
import { requestsOf, tellerOf } from './status.ts';
import { EventBody, EventOnDisk, OutboxBody, ReferralOnDisk, RequestOnDisk } from './rows.ts';
import { eventSql, outboxSql, referralSql } from './sql.ts';
import type { Tools } from './vault.ts';

/** Inside a write. False: no such request, or one that this can never be true of (a step of the loop before approval). */
export function recordEvent(tools: Tools, number: string, event: RequestEvent): boolean {
  const { database } = tools;
  const referral = database.one(referralSql.byNumber, [number], ReferralOnDisk);
  const before = requestsOf(tools, number).find(({ programme }) => programme === event.programme);
  if (!referral || !before) return false;
  const after = changed(before, event.what, referral.filed_on);
  if (!after) return false;

  const history = historyOf(tools, number, event.programme);
  addEvent(tools, number, event);
  setStatus(tools, number, after);
  if (event.what.kind === 'decision') owe(tools, number, event.programme, event.what);
  // A helper hears nothing before the member has confirmed them; the member is at no place that we know to be theirs.
  if (tellerOf(tools, referral) === 'member' && isNews(history, after) && !isToBeTold(tools, number, event.programme)) {
    const { programme } = event;
    const item = { kind: 'news' as const, id: tools.mint(), number, programme, topic: { kind: 'status' as const } };
    putInOutbox(tools, item, referral.conversation, event.at);
  }
  return true;
}

/** Inside a write. Whether a member can still do this with a request: what stood when they were asked may not stand now. */
export function mayBeDone(tools: Tools, { number, programme, what }: RequestAct): boolean {
  const referral = tools.database.one(referralSql.byNumber, [number], ReferralOnDisk);
  const before = requestsOf(tools, number).find((request) => request.programme === programme);
  if (!referral || !before || !changed(before, what, referral.filed_on)) return false;
  return what.kind !== 'decision' || canTakeBack(before);
}

/** Where this request has stood so far, from its filing on. */
function historyOf(tools: Tools, number: string, programme: RequestStatus['programme']): readonly RequestStatus[] {
  const nothing = { decidedOn: null, noticeMailedOn: null, loop: null, loopOn: null, provider: null };
  const changes = eventsOf(tools, number).filter((event) => event.programme === programme);
  return standings(
    { programme, decision: 'pending', ...nothing },
    changes.map(({ what }) => what),
  );
}

/** What is new is read when it is told: news that nobody has taken up yet will tell this step too. */
function isToBeTold({ database, vault }: Tools, number: string, programme: RequestStatus['programme']): boolean {
  return database.all(outboxSql.untoldNews, [number], UntoldOnDisk).some(({ id, body_sealed: sealed }) => {
    try {
      const item = vault.open(sealed, OutboxBody, 'outbox.body', id);
      return item.kind === 'news' && item.topic.kind === 'status' && item.programme === programme;
    } catch {
      // What was damaged tells nothing, and must not keep the desk from its work.
      return false;
    }
  });
}
const UntoldOnDisk = z.strictObject({ id: z.string(), body_sealed: z.string() });

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

function addEvent({ database, vault }: Tools, number: string, { at, by, programme, what }: RequestEvent): void {
  const count = database.one(eventSql.count, [number], z.strictObject({ events: z.int() }));
  const place = (count?.events ?? 0) + 1;
  const sealed = vault.seal(EventBody.parse(what), 'request_event.body', number, place);
  database.run(eventSql.add, [number, place, at, by, programme, sealed]);
}

/** A letter is owed from the denial or change until its day is known, and no taking back ends that. */
function owe(
  { database }: Tools,
  number: string,
  programme: RequestStatus['programme'],
  { decision, noticeMailedOn }: Pick<RequestStatus, 'decision' | 'noticeMailedOn'>,
): void {
  if (decision === 'withdrawn') return;
  database.run(eventSql.letter, [number, programme, hasNotice(decision) && noticeMailedOn === null]);
}

/** Requests whose letter has still to be mailed, in their order. */
export function lettersOwed({ database }: Tools, number: string): readonly RequestStatus['programme'][] {
  return database
    .all(eventSql.lettersOwed, [number], RequestOnDisk.pick({ programme: true }))
    .map(({ programme }) => programme);
}

function setStatus({ database, vault }: Tools, number: string, status: RequestStatus): void {
  const { programme, loop, provider, info } = status;
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
    info ? vault.seal(info, 'request.info', number, programme) : null,
    isAnswered(info),
  ]);
}
