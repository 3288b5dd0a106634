/** What a worker entered of one try at a call, read and judged. */
import { addDays, isIsoDate, type IsoDate } from '../../../policy/calendar.ts';
import {
  CallOutcome,
  DayPart,
  endsCallBack,
  Interpreting,
  spokeWithMember,
  type CallAttempt,
} from '../../../referral/call-attempt.ts';
import { mayLeaveVoicemail } from './call-limits.ts';
import type { CallBackTask } from '../desk-store.ts';
import type { Form } from '../referral/request-entry.ts';
import { words } from '../words.ts';

export const callFields = ['outcome', 'interpreting', 'tryOn', 'tryAt'] as const;
export type CallField = (typeof callFields)[number];
export type CallProblem = { readonly field: CallField; readonly text: string };

/** What was typed, kept where something was wrong. */
export type CallEntered = { readonly problems: readonly CallProblem[]; readonly form: Form };

/** How far ahead a next try can be set, in days. */
export const farthestTry = 60;

export type CallEntry =
  | { readonly kind: 'attempt'; readonly attempt: CallAttempt }
  | { readonly kind: 'wrong'; readonly entered: CallEntered };

export function readCallEntry(form: Form, task: CallBackTask, today: IsoDate): CallEntry {
  const w = words.callBacks.problems;
  const outcome = CallOutcome.safeParse(form['outcome']);
  const interpreting = Interpreting.safeParse(form['interpreting']);
  const on = form['tryOn'] ?? '';
  const at = DayPart.safeParse(form['tryAt']);
  const seen = form['seen'] === String(task.attempts.length);
  const stays = outcome.success && !endsCallBack(outcome.data);
  const isDay = isIsoDate(on) && on >= today && on <= addDays(today, farthestTry);
  const problems: readonly (CallProblem | false)[] = [
    !seen && { field: 'outcome', text: w.taken },
    !outcome.success && { field: 'outcome', text: w.outcome },
    outcome.data === 'voicemail' && !mayLeaveVoicemail(task) && { field: 'outcome', text: w.voicemailNotAllowed },
    outcome.success &&
      spokeWithMember(outcome.data) &&
      !interpreting.success && { field: 'interpreting', text: w.interpreting },
    stays && !isDay && { field: 'tryOn', text: w.tryOn },
    stays && !at.success && { field: 'tryAt', text: w.tryAt },
  ];
  const found = problems.filter((problem) => problem !== false);
  if (!outcome.success || found.length > 0) return { kind: 'wrong', entered: { problems: found, form } };
  const next = stays && isIsoDate(on) && at.success ? { on, at: at.data } : null;
  const attempt = { outcome: outcome.data, interpreting: interpreting.data ?? null, next };
  return { kind: 'attempt', attempt };
}
