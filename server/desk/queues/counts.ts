/** How many wait in each queue. Read in the desk's own name: whoever sees a number has seen nobody's referral. */
import { isLate, saidDue } from '../complaints/due.ts';
import type { ComplaintStore } from '../complaints/store.ts';
import type { DeskStore, ReferralStanding, UndeliveredStore } from '../desk-store.ts';
import type { Counts } from '../layout.ts';
import type { PlanAnswerStore } from './plan-answer-store.ts';
import { isIn, referralQueues, type Look } from './queue.ts';

const desk = 'desk';

/** The counts of all queues, as somebody sees them now. */
export async function countQueues(
  store: DeskStore & UndeliveredStore & ComplaintStore & PlanAnswerStore,
  look: Look,
): Promise<Counts> {
  const [tasks, rows, stuck, complaints, said] = await Promise.all([
    store.waiting(desk),
    store.standings(desk),
    store.undelivered(desk),
    store.complaints(desk),
    store.saidToJudge(desk),
  ]);
  const answers = (await store.planAnswers(desk)).length;
  const open = complaints.filter(({ answeredAt }) => answeredAt === null).length;
  const lateComplaints =
    complaints.some((row) => isLate(row, look.now)) || said.some((row) => saidDue(row, look.now).isOverdue);
  return {
    ...urgentOf(tasks),
    ...countReferrals(rows, look),
    undelivered: stuck.length + answers,
    complaints: open + said.length,
    lateComplaints,
    privacy: tasks.privacy,
  };
}

/** Alerts and call-backs that are not done. */
export async function countWaiting(store: DeskStore): Promise<Required<Pick<Counts, 'danger' | 'callBacks'>>> {
  return urgentOf(await store.waiting(desk));
}

const urgentOf = ({ alert, callBack }: Awaited<ReturnType<DeskStore['waiting']>>) => ({
  danger: alert,
  callBacks: callBack,
});

function countReferrals(rows: readonly ReferralStanding[], look: Look): Counts {
  return Object.fromEntries(
    referralQueues.map((queue) => [queue, rows.filter((row) => isIn(queue, row, look)).length]),
  );
}

/** Reads at most every ten seconds, however many pages ask. */
export function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly value: Promise<T> } | undefined;
  return () => {
    if (!last || performance.now() - last.at > 10_000) {
      last = { at: performance.now(), value: read() };
      last.value.catch(() => (last = undefined));
    }
    return last.value;
  };
}
