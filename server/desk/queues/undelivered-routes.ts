/** What did not reach the outside, or us: seen, sent again, dealt with. */
import { Router } from 'express';
import { countQueues } from './counts.ts';
import { layout } from '../layout.ts';
import { noticePage } from '../notice-page.ts';
import type { DeskPart } from './queue-routes.ts';
import { undeliveredPage } from './undelivered-page.ts';
import { words } from '../words.ts';

export function undeliveredRoutes({ store, clock, plan, gate, address }: DeskPart): Router {
  const router = Router();
  router.get(
    '/not-delivered',
    gate.reads(async ({ query }, response, session) => {
      const items = await store.undelivered(session.by);
      const answers = await store.planAnswers(session.by);
      const counts = await countQueues(store, { by: session.by, now: clock.now() });
      const body = undeliveredPage({ items, answers, address, session, saved: query['saved'] });
      response.send(
        layout({ title: words.queues.undelivered, plan, session, counts, queue: 'undelivered', body }).source,
      );
    }),
  );
  router.post(
    '/not-delivered/again',
    gate.writes(async (form, _request, response, session) => {
      if (await store.sendAgain(form['id'] ?? '', session.by))
        return response.redirect(303, '/desk/not-delivered?saved=again');
      response.status(409).send(noticePage({ ...words.refused, text: words.refused.taken, plan, session }));
    }),
  );
  router.post(
    '/not-delivered/dealt-with',
    gate.writes(async (form, _request, response, session) => {
      const isDone = await store.dealWithPlanAnswer(form['id'] ?? '', session.by);
      if (isDone) return response.redirect(303, '/desk/not-delivered?saved=dealtWith');
      response.status(409).send(noticePage({ ...words.refused, text: words.refused.taken, plan, session }));
    }),
  );
  return router;
}
