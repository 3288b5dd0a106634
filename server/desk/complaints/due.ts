/** What is due next for a complaint or an appeal, and whether its time has passed. */
import type { IsoDate } from '../../../policy/calendar.ts';
import { acknowledgeBy, answerBy, urgentAnswerBy } from '../../../referral/complaint.ts';
import type { ComplaintRow, SaidRow } from './store.ts';
import { californiaDay } from '../desk-time.ts';

/** A day counts to its end; an instant (ISO 8601) is 72 clock hours after receipt. */
export type Due = {
  readonly what: 'acknowledge' | 'answer';
  readonly by: { readonly day: IsoDate } | { readonly instant: string };
  readonly isOverdue: boolean;
};

/** What is still open, in the order in which it falls due; empty when it is answered. */
export function complaintDues(row: ComplaintRow, now: Date): readonly Due[] {
  if (row.answeredAt !== null) return [];
  const receivedOn = californiaDay(row.receivedAt);
  const today = californiaDay(now.toISOString());
  const onDay = (what: Due['what'], day: IsoDate): Due => ({ what, by: { day }, isOverdue: day < today });
  const instant = urgentAnswerBy(row.kind, row.receivedAt);
  const answer: Due = isFast(row)
    ? { what: 'answer', by: { instant }, isOverdue: instant < now.toISOString() }
    : onDay('answer', answerBy(row.kind, receivedOn));
  const acknowledge = row.acknowledgedAt === null ? [onDay('acknowledge', acknowledgeBy(row.kind, receivedOn))] : [];
  return [...acknowledge, answer].sort((one, other) => order(one).localeCompare(order(other)));
}

/** Whether anything that is still open is past its day or hour. */
export const isLate = (row: ComplaintRow, now: Date): boolean =>
  complaintDues(row, now).some(({ isOverdue }) => isOverdue);

/** By when what was said would have to be acknowledged, if it is a complaint. */
export function saidDue({ at }: SaidRow, now: Date): { readonly by: IsoDate; readonly isOverdue: boolean } {
  const by = acknowledgeBy('grievance', californiaDay(at));
  return { by, isOverdue: by < californiaDay(now.toISOString()) };
}

/** Who asked for fast has it until somebody at the plan has judged that waiting does no harm. */
export const isFast = ({ urgent, asksForFast }: ComplaintRow): boolean => urgent ?? asksForFast;

/** What is open, overdue first, then what falls due first; what is answered, the latest first. */
export function inOrder(
  rows: readonly ComplaintRow[],
  now: Date,
): Record<'open' | 'answered', readonly ComplaintRow[]> {
  const key = (row: ComplaintRow): string => {
    const [next] = complaintDues(row, now);
    return next ? `${next.isOverdue ? 0 : 1} ${order(next)} ${row.receivedAt}` : '';
  };
  return {
    open: rows.filter(({ answeredAt }) => answeredAt === null).sort((one, other) => key(one).localeCompare(key(other))),
    answered: rows
      .filter(({ answeredAt }) => answeredAt !== null)
      .sort((one, other) => (other.answeredAt ?? '').localeCompare(one.answeredAt ?? '')),
  };
}

/** Days and instants in one line: a day ends after every instant of it. */
const order = ({ by }: Due): string =>
  'day' in by ? `${by.day}T99` : `${californiaDay(by.instant)}T${by.instant.slice(11)}`;
