/** Requests by the days on which they were filed, opened only as far as a report needs them. */
import { z } from 'zod';
import { Filer, Referral } from '../../referral/referral.ts';
import type { Period, ReportedRequest, ReportStore } from '../desk/reports/report-store.ts';
import { notedIn } from './audit.ts';
import { eventsOf } from './request-events.ts';
import { ReferralOnDisk, RequestOnDisk } from './rows.ts';
import { referralSql } from './sql.ts';
import { loopOf } from './status.ts';
import type { Tools } from './vault.ts';

/** Opened in some tens of milliseconds. */
const referralsAtOnce = 100;

export function reports(tools: Tools): ReportStore {
  const noted = notedIn(tools);
  return {
    filedIn: (period, after, by) =>
      noted(by, 'requests.reported', `${period.first} ${period.last}`, () => part(tools, period, after)),
  };
}

function part(
  tools: Tools,
  { first, last }: Period,
  after: string | null,
): Awaited<ReturnType<ReportStore['filedIn']>> {
  const { database } = tools;
  const rows = database.all(referralSql.filedIn, [first, last, after ?? '', referralsAtOnce], ReferralOnDisk);
  return {
    requests: rows.flatMap((row) => requestsOf(tools, row)),
    next: rows.length < referralsAtOnce ? null : (rows.at(-1)?.number ?? null),
  };
}

/** All that a report takes out of what is sealed. */
const Opened = z.object({
  channel: Referral.shape.channel,
  person: z.object({ county: z.string().nullable() }),
  filer: Filer,
});

function requestsOf(tools: Tools, row: ReferralOnDisk): readonly ReportedRequest[] {
  const { database, vault } = tools;
  const { number } = row;
  const { channel, person, filer } = vault.open(row.body_sealed, Opened, 'referral.body', number);
  const requests = database.all(referralSql.requests, [number], RequestOnDisk);
  const isDecided = requests.some(({ decision }) => decision !== 'pending');
  const events = isDecided ? eventsOf(tools, number) : [];
  return requests.map((request) => ({
    number,
    programme: request.programme,
    filedOn: row.filed_on,
    filedAt: row.filed_at,
    receivedAt: row.received_at,
    channel,
    language: row.language,
    county: person.county,
    asksForFast: row.asks_for_fast,
    relation: filer.kind === 'self' ? 'self' : filer.relation,
    organization: filer.kind === 'self' ? null : filer.organization,
    decision: request.decision,
    decidedOn: request.decided_on,
    recordedAt:
      events.findLast(({ programme, what }) => programme === request.programme && what.kind === 'decision')?.at ?? null,
    noticeMailedOn: request.notice_mailed_on,
    loop: loopOf(request),
    loopOn: request.loop_on,
  }));
}
