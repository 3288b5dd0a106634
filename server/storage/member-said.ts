/** What a member said when a clock had run out: kept with the referral, where the desk reads it. */
import type { Unit } from '../../bot/store.ts';
import { caseEventsOf, recordCaseEvent } from './case-events.ts';
import { remindPlan } from './follow-ups.ts';
import { ReferralOnDisk } from './rows.ts';
import { putSaid } from './said-to-judge.ts';
import { referralSql } from './sql.ts';
import { tellerOf } from './status.ts';
import type { Tools } from './vault.ts';

/**
 * Inside a write. A reminder that was asked for twice is one reminder. A helper whose leave to hear was taken back since
 * they were asked says nothing of the person any more.
 */
export function recordMemberSaid(
  tools: Tools,
  { number, what }: NonNullable<Unit['memberSaid']>,
  { conversation, at }: Pick<Unit, 'conversation' | 'at'>,
): void {
  const referral = tools.database.one(referralSql.byNumber, [number], ReferralOnDisk);
  const by = referral?.by_helper === true && referral.conversation === conversation ? 'helper' : 'member';
  if (!referral || (by === 'helper' && tellerOf(tools, referral) === 'helper')) return;
  const isKnown = caseEventsOf(tools, number).some(
    ({ what: before }) =>
      before.kind === 'memberSaid' &&
      before.programme === what.programme &&
      before.clock === what.clock &&
      before.said === what.said,
  );
  if (isKnown) return;
  const isRecorded = recordCaseEvent(tools, number, { at, by, what });
  if (isRecorded) putSaid(tools, number, what, at);
  if (isRecorded && what.said === 'remind') remindPlan(tools, number, what.programme, at);
}
