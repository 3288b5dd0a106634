/** Finds the requests of which the member, or the plan, has heard nothing in time: each is asked about, or reminded of, once. */
import type { z } from 'zod';
import { addDays, type IsoDate } from '../../policy/calendar.ts';
import { runOut, type ClockStore, type Clocked, type RunOut } from '../../referral/clocks.ts';
import { isToRemind } from '../../referral/info-ask.ts';
import type { OutboxItem } from '../../referral/outbox-store.ts';
import { clockFrom } from '../clock.ts';
import { instant } from './bind.ts';
import { putOnce } from './outbox.ts';
import { loopOf, tellerOf } from './status.ts';
import { ReferralOnDisk, RequestOnDisk } from './rows.ts';
import { referralSql } from './sql.ts';
import type { Tools } from './vault.ts';

/** No clock is longer than 90 days, and nobody is asked later than 30 days after. */
const longAgo = 140;

const sql = {
  /**
   * All for which a clock may have run out. Received, and told to nobody but the member: a helper is asked nothing
   * before the member, or an authority, has released them.
   */
  watched: `
SELECT number, conversation, filed_on, filed_at, asks_for_fast, by_helper, confirmed_in, released_by FROM referral f
WHERE received_at IS NOT NULL AND (by_helper = 0 OR confirmed_in IS NOT NULL OR released_by IS NOT NULL)
  AND EXISTS (SELECT 1 FROM request r WHERE r.number = f.number AND r.decision NOT IN ('pendingInfo', 'void', 'withdrawn')
    AND (f.filed_on >= $1 OR r.decided_on >= $1))`,
  /** All of which the plan still waits to hear: it has asked, so it has the referral. */
  unanswered: `
SELECT f.number, f.conversation, f.by_helper, f.confirmed_in, f.released_by, r.programme, r.decided_on FROM request r JOIN referral f ON f.number = r.number
WHERE r.decision = 'pendingInfo' AND r.answered = 0 AND r.decided_on >= $1
  AND (f.by_helper = 0 OR f.confirmed_in IS NOT NULL OR f.released_by IS NOT NULL)
ORDER BY f.number, r.place`,
} as const;

const Watched = ReferralOnDisk.pick({
  number: true,
  conversation: true,
  filed_on: true,
  filed_at: true,
  asks_for_fast: true,
  by_helper: true,
  confirmed_in: true,
  released_by: true,
});
type Watched = z.infer<typeof Watched>;
const Unanswered = RequestOnDisk.pick({ number: true, programme: true, decided_on: true }).extend({
  ...ReferralOnDisk.pick({ conversation: true, by_helper: true, confirmed_in: true, released_by: true }).shape,
});

export function clockStore(tools: Tools): ClockStore {
  return {
    askWhatRanOut: (at) =>
      tools.database.write(() => {
        const now = { at: instant(at), today: clockFrom(() => new Date(at)).todayInCalifornia() };
        const watched = tools.database.all(sql.watched, [addDays(now.today, -longAgo)], Watched);
        const asked = watched.flatMap((row) => {
          if (tellerOf(tools, row) === 'helper') return [];
          const found = runOut(clocked(tools, row), row.filed_at, now);
          return found.filter((each) => putOnce(tools, question(row.number, each), row.conversation, now.at));
        });
        return asked.length + remind(tools, now);
      }),
  };
}

/** How many were reminded. What was asked of one referral on one day is one reminder; asked anew, there is another. */
function remind(tools: Tools, { at, today }: { readonly at: string; readonly today: IsoDate }): number {
  const rows = tools.database.all(sql.unanswered, [addDays(today, -longAgo)], Unanswered);
  const reminders = new Map<string, { readonly item: OutboxItem; readonly conversation: string }>();
  for (const row of rows) {
    const { number, conversation, programme, decided_on: askedOn } = row;
    if (askedOn === null || !isToRemind(askedOn, today) || tellerOf(tools, row) === 'helper') continue;
    const id = `stillMissing ${number} ${askedOn}`;
    const item = { kind: 'news', id, number, topic: { kind: 'stillMissing' } } as const;
    reminders.set(id, { item: { ...item, programme: reminders.has(id) ? null : programme }, conversation });
  }
  return [...reminders.values()].filter(({ item, conversation }) => putOnce(tools, item, conversation, at)).length;
}

/** Who calls is sealed, and no clock asks for it. */
function clocked({ database }: Tools, row: Watched): Clocked {
  return {
    filedOn: row.filed_on,
    receivedOn: row.filed_on,
    asksForFast: row.asks_for_fast,
    requests: database.all(referralSql.requests, [row.number], RequestOnDisk).map((request) => ({
      programme: request.programme,
      decision: request.decision,
      decidedOn: request.decided_on,
      noticeMailedOn: request.notice_mailed_on,
      loop: loopOf(request),
      loopOn: request.loop_on,
      provider: null,
    })),
  };
}

/** By its id it is asked once, whoever sweeps and however often; the row stays when it is done. */
function question(number: string, { clock, due, programmes }: RunOut): OutboxItem {
  const [only, ...others] = programmes;
  const programme = only !== undefined && others.length === 0 ? only : null;
  return {
    kind: 'news',
    id: `checkIn ${number} ${clock} ${due}`,
    number,
    programme,
    topic: { kind: 'checkIn', clock },
  };
}
