/** What a member says to the plan after the filing: put into the outbox with what is recorded, and read from there. */
import { z } from 'zod';
import type { RequestAct } from '../../bot/store.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import { standings } from '../../referral/changes.ts';
import { followUpName, type FollowUp, type FollowUpBy, type FollowUpKind } from '../../referral/follow-up.ts';
import { openAsks } from '../../referral/info-ask.ts';
import type { OutboxItem } from '../../referral/outbox-store.ts';
import type { RequestStatus } from '../../referral/status.ts';
import type { RequestEvent } from '../desk/desk-store.ts';
import { caseEventsOf } from './case-events.ts';
import { putOnce } from './outbox.ts';
import { filed } from './referrals.ts';
import { eventsOf } from './request-events.ts';
import { ReferralOnDisk } from './rows.ts';
import { eventSql, referralSql } from './sql.ts';
import { requestsOf } from './status.ts';
import type { Tools } from './vault.ts';

type Item = Extract<OutboxItem, { kind: 'followUp' }>;

/** Inside the write that has just recorded what a member did with a request of theirs. */
export function tellPlan(tools: Tools, { number, programme, what }: RequestAct, at: string): void {
  const kind = kindOf(what);
  const events = tools.database.one(eventSql.count, [number], z.strictObject({ events: z.int() }))?.events ?? 0;
  if (kind) put(tools, { number, programme, what: kind, event: events }, at);
}

/** Inside the write that has just recorded that the member wants the plan to be reminded. */
export function remindPlan(tools: Tools, number: string, programme: ProgrammeId | null, at: string): void {
  put(tools, { number, programme, what: 'reminder', event: caseEventsOf(tools, number).length }, at);
}

function kindOf(what: RequestAct['what']): FollowUpKind | null {
  if (what.kind === 'answered') return 'answered';
  return what.kind === 'decision' && what.decision === 'withdrawn' ? 'withdrawn' : null;
}

/** By its id it is one, whoever runs the turn again. */
function put(tools: Tools, of: Omit<Item, 'kind' | 'id'>, at: string): void {
  const row = tools.database.one(referralSql.byNumber, [of.number], ReferralOnDisk);
  const id = `followUp ${followUpName(of.number, of)}`;
  if (row) putOnce(tools, { kind: 'followUp', id, ...of }, row.conversation, at);
}

/** What one says, by what is recorded. */
export function followUpOf(tools: Tools, item: Item): FollowUp | 'overtaken' | null {
  const { number, event, what } = item;
  const row = tools.database.one(referralSql.byNumber, [number], ReferralOnDisk);
  const found = filed(tools, number);
  if (!row || !found) return null;
  // Violence may have been named after the filing.
  const contact = { ...found.contact, confidential: found.contact.confidential || row.confidential };
  const about = { referral: { ...found, contact }, event };
  return what === 'reminder' ? reminder(tools, item, about) : ofRequest(tools, item, about);
}

type About = Pick<FollowUp, 'referral' | 'event'>;

function reminder(tools: Tools, { number, programme, event }: Item, about: About): FollowUp | null {
  const said = caseEventsOf(tools, number)[event - 1];
  if (said?.what.kind !== 'memberSaid' || said.what.said !== 'remind') return null;
  const all = about.referral.requests.map((request) => request.programme);
  const [first, ...more] = programme === null ? all : [programme];
  return first
    ? { ...about, what: 'reminder', at: said.at, programmes: [first, ...more], clock: said.what.clock }
    : null;
}

function ofRequest(tools: Tools, item: Item, about: About): FollowUp | 'overtaken' | null {
  const upTo = eventsOf(tools, item.number).slice(0, item.event);
  const event = upTo.at(-1);
  if (!event || upTo.length < item.event || kindOf(event.what) !== item.what) return null;
  const { programme, what, at } = event;
  const by: FollowUpBy = event.by === 'helper' ? 'helper' : 'member';
  const said = { ...about, at, by, programmes: [programme] } as const;
  if (what.kind === 'answered') {
    const { answer } = what;
    const { info, decidedOn } = standingAfter(upTo, programme);
    return { ...said, what: 'answered', answer, askedOn: decidedOn, open: info ? openAsks(info) : [] };
  }
  const now = requestsOf(tools, item.number).find((request) => request.programme === programme);
  return now?.decision === 'withdrawn' ? { ...said, what: 'withdrawn' } : 'overtaken';
}

/** Where a request stood when so much was recorded. */
function standingAfter(events: readonly RequestEvent[], programme: ProgrammeId): RequestStatus {
  const nothing = { decidedOn: null, noticeMailedOn: null, loop: null, loopOn: null, provider: null };
  const first: RequestStatus = { programme, decision: 'pending', ...nothing };
  const own = events.filter((event) => event.programme === programme).map(({ what }) => what);
  return standings(first, own).at(-1) ?? first;
}
