/** Danger alerts and wrong numbers: seen, taken, done. */
import { Router } from 'express';
import { alertPage } from './alert-page.ts';
import { countQueues, countWaiting, shared } from '../queues/counts.ts';
import type { PrivacyOutcome, TaskOutcome } from '../desk-store.ts';
import type { FormHandler } from '../gate.ts';
import { layout } from '../layout.ts';
import { outcomes } from '../names.ts';
import { noticePage } from '../notice-page.ts';
import { privacyPage } from '../queues/privacy-page.ts';
import type { DeskPart } from '../queues/queue-routes.ts';
import { afterAct, mayFinish, type AnyTask } from './task-view.ts';
import { words } from '../words.ts';

type Kind = 'alert' | 'privacy';
const paths = { alert: 'danger', privacy: 'wrong-numbers' } as const;
const privacyOutcomes = Object.keys(words.privacy.outcomes) as readonly PrivacyOutcome[];
const endings: Readonly<Record<Kind, readonly (TaskOutcome | PrivacyOutcome)[]>> = {
  alert: outcomes,
  privacy: privacyOutcomes,
};

export function taskRoutes(part: DeskPart & { readonly minutesToTake: number }): Router {
  const { store, clock, plan, gate, address, minutesToTake } = part;
  const router = Router();
  const waiting = shared(() => countWaiting(store));

  router.get(
    '/danger',
    gate.reads(async (request, response, session) => {
      const tasks = await store.alerts(session.by);
      const counts = await countQueues(store, { by: session.by, now: clock.now() });
      const body = alertPage(
        { tasks, now: clock.now(), minutesToTake },
        { path: 'danger', session, isAfterAct: request.query['saved'] === 'yes' },
      );
      response.send(layout({ title: words.queues.danger, plan, session, counts, queue: 'danger', body }).source);
    }),
  );
  router.get(
    '/wrong-numbers',
    gate.reads(async (request, response, session) => {
      const tasks = await store.privacy(session.by);
      const counts = await countQueues(store, { by: session.by, now: clock.now() });
      const body = privacyPage(
        tasks,
        { path: 'wrong-numbers', session, isAfterAct: request.query['saved'] === 'yes' },
        address,
      );
      response.send(layout({ title: words.queues.privacy, plan, session, counts, queue: 'privacy', body }).source);
    }),
  );
  // What the page asks for every half minute, so that nobody misses an alert: two counts, nothing of anybody.
  router.get(
    '/waiting',
    gate.reads(async (_request, response) => {
      response.json(await waiting());
    }),
  );
  for (const kind of ['alert', 'privacy'] as const) {
    router.post(`/${paths[kind]}/take`, gate.writes(take(part, kind)));
    router.post(`/${paths[kind]}/done`, gate.writes(finish(part, kind)));
  }
  return router;
}

function take({ store, plan }: DeskPart, kind: Kind): FormHandler {
  return async (form, _request, response, session) => {
    if (await store.take(kind, form['id'] ?? '', session.by)) return response.redirect(303, afterAct(paths[kind]));
    response.status(409).send(noticePage({ ...words.refused, text: words.refused.taken, plan, session }));
  };
}

function finish({ store, plan }: DeskPart, kind: Kind): FormHandler {
  return async (form, _request, response, session) => {
    const refuse = (status: number, text: string) => {
      response.status(status).send(noticePage({ ...words.refused, text, plan, session }));
    };
    const outcome = endings[kind].find((one) => one === form['outcome']);
    if (!outcome) return refuse(400, words.refused.badForm);
    const tasks: readonly AnyTask[] = await (kind === 'alert' ? store.alerts(session.by) : store.privacy(session.by));
    const task = tasks.find(({ id }) => id === form['id']);
    if (!task || !mayFinish(task, session)) return refuse(409, words.refused.notYours);
    if (!(await store.finish(kind, task.id, outcome, session.by))) return refuse(409, words.refused.taken);
    response.redirect(303, afterAct(paths[kind]));
  };
}
