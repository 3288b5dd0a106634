/** What did not reach the outside: seen, and sent again. */
import { Router } from 'express';
import { countQueues } from './counts.ts';
import { layout } from './layout.ts';
import { noticePage } from './notice-page.ts';
import type { DeskPart } from './queue-routes.ts';
import { undeliveredPage } from './undelivered-page.ts';
import { words } from './words.ts';

export function undeliveredRoutes({ store, plan, gate, address }: DeskPart): Router {
  const router = Router();
  router.get(
    '/not-delivered',
    gate.reads(async (_request, response, session) => {
      const items = await store.undelivered(session.by);
      const counts = await countQueues(store);
      const body = undeliveredPage({ items, address, session });
      response.send(
        layout({ title: words.queues.undelivered, plan, session, counts, queue: 'undelivered', body }).source,
      );
    }),
  );
  router.post(
    '/not-delivered/again',
    gate.writes(async (form, _request, response, session) => {
      if (await store.sendAgain(form['id'] ?? '', session.by)) return response.redirect(303, '/desk/not-delivered');
      response.status(409).send(noticePage({ ...words.refused, text: words.refused.taken, plan, session }));
    }),
  );
  return router;
}
