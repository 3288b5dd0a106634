/** Danger alerts and call-backs: seen, taken, done. */
import { Router } from 'express';
import { alertPage } from './alert-page.ts';
import { callBackPage } from './call-back-page.ts';
import { countQueues, countWaiting, shared } from './counts.ts';
import type { FormHandler } from './gate.ts';
import { layout } from './layout.ts';
import { outcomes } from './names.ts';
import { noticePage } from './notice-page.ts';
import type { DeskPart } from './queue-routes.ts';
import { mayFinish, type AnyTask } from './task-view.ts';
import { words } from './words.ts';

type Kind = 'alert' | 'callBack';
const paths = { alert: 'danger', callBack: 'call-backs' } as const;

export function taskRoutes(part: DeskPart & { readonly minutesToTake: number }): Router {
  const { store, clock, plan, gate, minutesToTake } = part;
  const router = Router();
  const waiting = shared(() => countWaiting(store));

  router.get(
    '/danger',
    gate.reads(async (_request, response, session) => {
      const tasks = await store.alerts(session.by);
      const counts = await countQueues(store);
      const body = alertPage({ tasks, now: clock.now(), minutesToTake }, { path: 'danger', session });
      response.send(layout({ title: words.queues.danger, plan, session, counts, queue: 'danger', body }).source);
    }),
  );
  router.get(
    '/call-backs',
    gate.reads(async (_request, response, session) => {
      const tasks = await store.callBacks(session.by);
      const counts = await countQueues(store);
      const body = callBackPage(tasks, { path: 'call-backs', session });
      response.send(layout({ title: words.queues.callBacks, plan, session, counts, queue: 'callBacks', body }).source);
    }),
  );
  // What the page asks for every half minute, so that nobody misses an alert: two counts, nothing of anybody.
  router.get(
    '/waiting',
    gate.reads(async (_request, response) => {
      response.json(await waiting());
    }),
  );
  for (const kind of ['alert', 'callBack'] as const) {
    router.post(`/${paths[kind]}/take`, gate.writes(take(part, kind)));
    router.post(`/${paths[kind]}/done`, gate.writes(finish(part, kind)));
  }
  return router;
}

function take({ store, plan }: DeskPart, kind: Kind): FormHandler {
  return async (form, _request, response, session) => {
    if (await store.take(kind, form['id'] ?? '', session.by)) return response.redirect(303, `/desk/${paths[kind]}`);
    response.status(409).send(noticePage({ ...words.refused, text: words.refused.taken, plan, session }));
  };
}

function finish({ store, plan }: DeskPart, kind: Kind): FormHandler {
  return async (form, _request, response, session) => {
    const refuse = (status: number, text: string) => {
      response.status(status).send(noticePage({ ...words.refused, text, plan, session }));
    };
    const outcome = outcomes.find((one) => one === form['outcome']);
    if (!outcome) return refuse(400, words.refused.badForm);
    const tasks: readonly AnyTask[] = await (kind === 'alert' ? store.alerts(session.by) : store.callBacks(session.by));
    const task = tasks.find(({ id }) => id === form['id']);
    if (!task || !mayFinish(task, session)) return refuse(409, words.refused.notYours);
    if (!(await store.finish(kind, task.id, outcome, session.by))) return refuse(409, words.refused.taken);
    response.redirect(303, `/desk/${paths[kind]}`);
  };
}
