/** What the plan's Tasks said: remembered as a blind index, and kept sealed where somebody must look at it. */
import { z } from 'zod';
import { ProgrammeId } from '../../policy/rule.ts';
import { answerLimit } from '../../referral/plan-gateway.ts';
import { Referral } from '../../referral/referral.ts';
import { TaskProblem } from '../../referral/task-answer.ts';
import type { PlanAnswer, PlanAnswerStore } from '../desk/queues/plan-answer-store.ts';
import type { TaskWatch, WatchedTask } from '../gateways/fhir/task-watch.ts';
import { addAudit, notedIn } from './audit.ts';
import type { Tools } from './vault.ts';

/** Of one request, and of all: a system that says something else each time must not fill the disk. The newest stay. */
const mostOfOne = 5;
const mostOfAll = 2000;

const sql = {
  /** What is open, and what is decided and whose letter has no day yet. */
  watched: `
SELECT r.number, q.programme, q.place, r.body_sealed, t.heard_index FROM request q
JOIN referral r ON r.number = q.number
LEFT JOIN plan_task t ON t.number = q.number AND t.programme = q.programme
WHERE r.received_at IS NOT NULL AND (r.number > $1 OR (r.number = $1 AND q.place > $2))
  AND (q.decision IN ('pending', 'pendingInfo')
    OR (q.decision IN ('denied', 'approvedModified') AND q.notice_mailed_on IS NULL)
    OR (q.decision IN ('approved', 'approvedModified') AND COALESCE(q.loop_state, '') <> 'closed'))
ORDER BY r.number, q.place LIMIT $3`,
  heard: `SELECT heard_index FROM plan_task WHERE number = $1 AND programme = $2`,
  hear: `
INSERT INTO plan_task (number, programme, heard_index, at) VALUES ($1, $2, $3, $4)
ON CONFLICT (number, programme) DO UPDATE SET heard_index = excluded.heard_index, at = excluded.at`,
  /** What was dealt with and is said again after something else is new. */
  keep: `
INSERT INTO plan_answer (id, number, programme, content_index, problem, at, body_sealed) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (number, programme, content_index) DO UPDATE SET at = excluded.at, done_at = NULL, done_by = NULL`,
  fewerOfOne: `
DELETE FROM plan_answer WHERE number = $1 AND programme = $2 AND id NOT IN (
  SELECT id FROM plan_answer WHERE number = $1 AND programme = $2 ORDER BY at DESC, id LIMIT $3)`,
  fewerOfAll: `
DELETE FROM plan_answer WHERE id NOT IN (
  SELECT id FROM plan_answer ORDER BY CASE WHEN done_at IS NULL THEN 0 ELSE 1 END, at DESC, id LIMIT $1)`,
  open: `
SELECT id, at, number, programme, content_index, problem, body_sealed FROM plan_answer WHERE done_at IS NULL ORDER BY at, id`,
  done: `UPDATE plan_answer SET done_at = $2, done_by = $3 WHERE id = $1 AND done_at IS NULL`,
} as const;

const text = z.string();
const WatchedOnDisk = z.strictObject({
  number: text,
  programme: ProgrammeId,
  place: z.int(),
  body_sealed: text,
  heard_index: text.nullable(),
});
const HeardOnDisk = z.strictObject({ heard_index: text });
const AnswerOnDisk = z.strictObject({
  id: text,
  at: text,
  number: text,
  programme: ProgrammeId,
  content_index: text,
  problem: TaskProblem,
  body_sealed: text,
});

export function planAnswers(tools: Tools): PlanAnswerStore & TaskWatch {
  const { database, vault, mint, now } = tools;
  const noted = notedIn(tools);
  const indexOf = ({ number, programme }: Pick<WatchedTask, 'number' | 'programme'>, content: string): string =>
    vault.index('answer', number, programme, content);
  return {
    watchedTasks: (after, most) =>
      database.read(() =>
        database
          .all(sql.watched, [after?.number ?? '', after?.place ?? -1, most], WatchedOnDisk)
          .map(({ number, programme, place, body_sealed: sealed, heard_index: heard }) => ({
            number,
            programme,
            place,
            caseId: caseOf(tools, number, sealed),
            isKnown: heard !== null,
          })),
      ),

    isHeard: (task, content) =>
      database.read(() => {
        const last = database.one(sql.heard, [task.number, task.programme], HeardOnDisk);
        return last?.heard_index === indexOf(task, content);
      }),

    hear: (task, content, kept) =>
      database.write(() => {
        const { number, programme } = task;
        const at = now();
        const index = indexOf(task, content);
        database.run(sql.hear, [number, programme, index, at]);
        if (!kept) return;
        const sealed = vault.seal(kept.answer.slice(0, answerLimit), 'plan_answer.body', number, programme, index);
        database.run(sql.keep, [mint(), number, programme, index, kept.problem, at, sealed]);
        database.run(sql.fewerOfOne, [number, programme, mostOfOne]);
        database.run(sql.fewerOfAll, [mostOfAll]);
      }),

    planAnswers: (by) =>
      noted(by, 'planAnswers.listed', '', () =>
        database.all(sql.open, [], AnswerOnDisk).map((row) => asPlanAnswer(tools, row)),
      ),
    dealWithPlanAnswer: (id, by) =>
      database.write(() => {
        const isDone = database.run(sql.done, [id, now(), by]) === 1;
        // What is no id of ours could say anything.
        addAudit(tools, { at: now(), who: by, what: 'planAnswer.dealtWith', about: isDone ? id : '' });
        return isDone;
      }),
  };
}

function caseOf({ vault }: Tools, number: string, sealed: string): string | null {
  return unlessDamaged(() => vault.open(sealed, Referral, 'referral.body', number).caseId);
}

function asPlanAnswer({ vault }: Tools, row: z.infer<typeof AnswerOnDisk>): PlanAnswer {
  const { id, at, number, programme, content_index: index, problem, body_sealed: sealed } = row;
  const answer = unlessDamaged(() => vault.open(sealed, text, 'plan_answer.body', number, programme, index));
  return { id, at, number, programme, problem, answer };
}

/** One row that was damaged must not hide the others. */
function unlessDamaged(open: () => string): string | null {
  try {
    return open();
  } catch {
    return null;
  }
}
