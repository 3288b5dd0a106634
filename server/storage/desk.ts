/** What the desk reads and writes. Each act is stored together with its line of the audit log. */
import { z } from 'zod';
import type { DeskStore, ReferralFile, ReferralRow, ReferralStanding, TaskKind } from '../desk/desk-store.ts';
import type { DeskInbox } from '../gateways/desk-gateway.ts';
import { caseEventsOf, isAsSeen, recordCaseEvent, samePerson } from './case-events.ts';
import { addAudit, notedIn } from './audit.ts';
import { instant } from './bind.ts';
import { listedOf } from './listed.ts';
import { filed, receive } from './referrals.ts';
import { loopOf, requestsOf, tellerOf } from './status.ts';
import { eventsOf, lettersOwed, recordEvent } from './request-events.ts';
import { ListedOnDisk, ReferralOnDisk, RequestStandingOnDisk, SignedIn, StandingOnDisk } from './rows.ts';
import { deskSql, referralSql, taskSql } from './sql.ts';
import { alertTasks, callBackTask, callBackTasks, finish, privacyTasks, tryCallBack } from './tasks.ts';
import { textsStopped } from './texting.ts';
import type { Tools } from './vault.ts';

export function desk(tools: Tools): DeskStore & DeskInbox {
  const { database } = tools;

  const noted = notedIn(tools);
  const counted = standingsOnce(tools);

  return {
    referrals: (by) => noted(by, 'referrals.listed', '', () => list(tools)),
    standings: (by) => noted(by, 'referrals.counted', '', counted),
    referral: (number, by) =>
      noted(by, 'referral.viewed', number, (at) => seenBy(tools, by, at, fileOf(tools, number))),
    record: (number, event, by, seen) =>
      noted(
        by,
        `${event.what.kind}.recorded`,
        number,
        (at) => isAsSeen(tools, number, seen) && recordEvent(tools, number, { ...event, at, by }),
      ),
    recordCase: (number, what, by, seen) =>
      noted(
        by,
        `case.${what.kind}`,
        number,
        (at) => isAsSeen(tools, number, seen) && recordCaseEvent(tools, number, { at, by, what }),
      ),
    workers: () => database.read(() => database.all(deskSql.workers, [], Named).map(({ who }) => who)),
    receive: (number, at) => database.write(() => receive(tools, number, instant(at))),

    callBacks: (by) => noted(by, 'callBacks.listed', '', () => callBackTasks(tools)),
    callBack: (id, by) => noted(by, 'callBack.viewed', id, () => callBackTask(tools, id)),
    alerts: (by) => noted(by, 'alerts.listed', '', () => alertTasks(tools)),
    privacy: (by) => noted(by, 'privacy.listed', '', () => privacyTasks(tools)),
    waiting: (by) => noted(by, 'tasks.counted', '', () => waiting(tools)),
    take: (kind, id, by) =>
      noted(by, `${kind}.taken`, id, (at) => database.run(taskSql.take, [kind, id, by, at]) === 1),
    tryCallBack: (id, attempt, by) =>
      noted(by, `callBack.tried: ${attempt.outcome}`, id, (at) => tryCallBack(tools, id, { at, by, attempt })),
    finish: (kind, id, outcome, by) =>
      noted(by, `${kind}.finished`, id, (at) => finish(tools, kind, id, { at, by, outcome })),

    audit: (by, what, about) => noted(by, what, about, () => undefined),

    addSignInLink: (tokenHash, name, role, expiresAt) =>
      database.write(() => void database.run(deskSql.addLink, [tokenHash, name, role, instant(expiresAt)])),
    redeemSignInLink: (tokenHash, at) =>
      database.write(() => database.one(deskSql.redeemLink, [tokenHash, instant(at)], SignedIn) ?? null),
  };
}

const Named = z.strictObject({ who: z.string() });

/** Who looks at one of two for the same person sees the safe contact of the other, too. */
function seenBy(tools: Tools, who: string, at: string, file: ReferralFile | null): ReferralFile | null {
  for (const { number } of file?.samePerson ?? []) {
    addAudit(tools, { at, who, what: 'safeContact.viewed', about: number });
  }
  return file;
}

function list(tools: Tools): readonly ReferralRow[] {
  const sealed = new Map(tools.database.all(referralSql.listed, [], ListedOnDisk).map((row) => [row.number, row]));
  return standingRows(tools).map(({ number, standing }) => {
    const row = sealed.get(number);
    if (!row) throw new Error('a referral lies in no list');
    return { number, ...standing, ...listedOf(tools, number, row.listed_sealed) };
  });
}

/** Every page of the desk counts: what has not changed since is not read again, for some seconds. */
function standingsOnce(tools: Tools): () => readonly ReferralStanding[] {
  let last:
    | { readonly revision: string | null; readonly at: number; readonly standings: readonly ReferralStanding[] }
    | undefined;
  return () => {
    const revision = tools.database.one(referralSql.standingsRevision, [], Revision)?.revision ?? null;
    const at = performance.now();
    if (revision === null || last?.revision !== revision || at - last.at > 10_000) {
      last = { revision, at, standings: standingRows(tools).map(({ standing }) => standing) };
    }
    return last.standings;
  };
}
const Revision = z.strictObject({ revision: z.string().nullable() });

function waiting({ database }: Tools): Readonly<Record<TaskKind, number>> {
  const rows = database.all(taskSql.waiting, [], Waiting);
  const count = (kind: TaskKind): number => rows.find((row) => row.kind === kind)?.waiting ?? 0;
  return { alert: count('alert'), callBack: count('callBack'), privacy: count('privacy') };
}
const Waiting = z.strictObject({ kind: z.string(), waiting: z.int() });

function standingRows({ database }: Tools): readonly { number: string; standing: ReferralStanding }[] {
  const requests = new Map<string, RequestStandingOnDisk[]>();
  for (const row of database.all(referralSql.requestStandings, [], RequestStandingOnDisk)) {
    const known = requests.get(row.number);
    if (known) known.push(row);
    else requests.set(row.number, [row]);
  }
  return database.all(referralSql.standings, [], StandingOnDisk).map((row) => ({
    number: row.number,
    standing: {
      filedOn: row.filed_on,
      filedAt: row.filed_at,
      receivedAt: row.received_at,
      language: row.language,
      asksForFast: row.asks_for_fast,
      byHelper: row.by_helper,
      confidential: row.confidential,
      doNotContact: row.do_not_contact,
      assignedTo: row.assigned_to,
      match: row.member_match,
      textsStopped: row.texts_stopped,
      wrongNumber: row.wrong_number,
      requests: (requests.get(row.number) ?? []).map((request) => ({
        programme: request.programme,
        decision: request.decision,
        decidedOn: request.decided_on,
        answered: request.answered,
        loop: loopOf(request),
        providerNamed: request.provider_named,
        letterOwed: request.letter_owed,
      })),
    },
  }));
}

function fileOf(tools: Tools, number: string): ReferralFile | null {
  const row = tools.database.one(referralSql.byNumber, [number], ReferralOnDisk);
  const referral = filed(tools, number);
  if (!row || !referral) return null;
  // What the member has allowed since, from a contact of their own.
  const tellHelper = referral.consents.tellHelper || (row.by_helper && tellerOf(tools, row) === 'member');
  const contact = { ...referral.contact, confidential: row.confidential };
  const later = referral.contact.confidential ? 'filing' : 'later';
  return {
    referral: { ...referral, contact, consents: { ...referral.consents, tellHelper } },
    confidentialSince: row.confidential ? later : null,
    textsStopped: contact.phone !== null && textsStopped(tools, contact.phone),
    wrongNumber: row.wrong_number,
    filedAt: row.filed_at,
    receivedAt: row.received_at,
    status: requestsOf(tools, number),
    notes: caseEventsOf(tools, number),
    samePerson: samePerson(tools, number),
    lettersOwed: lettersOwed(tools, number),
    events: eventsOf(tools, number),
  };
}
