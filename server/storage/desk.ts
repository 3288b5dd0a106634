/** What the desk reads and writes. Each act is stored together with its line of the audit log. */
import { z } from 'zod';
import type { DeskStore, ReferralFile, ReferralRow } from '../desk/desk-store.ts';
import type { DeskInbox } from '../gateways/desk-gateway.ts';
import { caseEventsOf, recordCaseEvent, samePerson } from './case-events.ts';
import { notedIn } from './audit.ts';
import { instant } from './bind.ts';
import { filed, receive } from './referrals.ts';
import { loopOf, requestsOf, tellerOf } from './status.ts';
import { eventsOf, recordEvent } from './request-events.ts';
import { ReferralOnDisk, RequestOnDisk, SignedIn } from './rows.ts';
import { deskSql, referralSql, taskSql } from './sql.ts';
import { alertTasks, callBackTasks } from './tasks.ts';
import type { Tools } from './vault.ts';

export function desk(tools: Tools): DeskStore & DeskInbox {
  const { database } = tools;

  const noted = notedIn(tools);

  return {
    referrals: (by) => noted(by, 'referrals.listed', '', () => list(tools)),
    referral: (number, by) => noted(by, 'referral.viewed', number, () => fileOf(tools, number)),
    record: (number, event, by) =>
      noted(by, `${event.what.kind}.recorded`, number, (at) => recordEvent(tools, number, { ...event, at, by })),
    recordCase: (number, what, by) =>
      noted(by, `case.${what.kind}`, number, (at) => recordCaseEvent(tools, number, { at, by, what })),
    receive: (number, at) => database.write(() => receive(tools, number, instant(at))),

    callBacks: (by) => noted(by, 'callBacks.listed', '', () => callBackTasks(tools)),
    alerts: (by) => noted(by, 'alerts.listed', '', () => alertTasks(tools)),
    take: (kind, id, by) =>
      noted(by, `${kind}.taken`, id, (at) => database.run(taskSql.take, [kind, id, by, at]) === 1),
    finish: (kind, id, outcome, by) =>
      noted(by, `${kind}.finished`, id, (at) => database.run(taskSql.finish, [kind, id, by, at, outcome]) === 1),

    audit: (by, what, about) => noted(by, what, about, () => undefined),

    addSignInLink: (tokenHash, name, role, expiresAt) =>
      database.write(() => void database.run(deskSql.addLink, [tokenHash, name, role, instant(expiresAt)])),
    redeemSignInLink: (tokenHash, at) =>
      database.write(() => database.one(deskSql.redeemLink, [tokenHash, instant(at)], SignedIn) ?? null),
  };
}

function list({ database, vault }: Tools): readonly ReferralRow[] {
  const requests = new Map<string, RequestOnDisk[]>();
  for (const row of database.all(referralSql.allRequests, [], RequestOnDisk)) {
    requests.set(row.number, [...(requests.get(row.number) ?? []), row]);
  }
  return database.all(referralSql.all, [], ReferralOnDisk).map((row) => ({
    number: row.number,
    name: vault.open(row.name_sealed, z.string(), 'referral.name', row.number),
    filedAt: row.filed_at,
    receivedAt: row.received_at,
    language: row.language,
    asksForFast: row.asks_for_fast,
    byHelper: row.by_helper,
    confidential: row.confidential,
    doNotContact: row.do_not_contact,
    assignedTo: row.assigned_to,
    match: row.member_match,
    requests: (requests.get(row.number) ?? []).map((request) => ({
      programme: request.programme,
      decision: request.decision,
      loop: loopOf(request),
    })),
  }));
}

function fileOf(tools: Tools, number: string): ReferralFile | null {
  const row = tools.database.one(referralSql.byNumber, [number], ReferralOnDisk);
  const referral = filed(tools, number);
  if (!row || !referral) return null;
  // What the member has allowed since, from a contact of their own.
  const tellHelper = referral.consents.tellHelper || (row.by_helper && tellerOf(row) === 'member');
  return {
    referral: { ...referral, consents: { ...referral.consents, tellHelper } },
    filedAt: row.filed_at,
    receivedAt: row.received_at,
    status: requestsOf(tools, number),
    notes: caseEventsOf(tools, number),
    samePerson: samePerson(tools, number),
    events: eventsOf(tools, number),
  };
}
