/** The picture of the last seven days, or of earlier ones. For everybody who is signed in: it names nobody. */
import { Router } from 'express';
import { isIsoDate, type IsoDate } from '../../../policy/calendar.ts';
import { countQueues } from '../queues/counts.ts';
import { layout } from '../layout.ts';
import type { DeskPart } from '../queues/queue-routes.ts';
import { countWeek } from './week.ts';
import { weekPage } from './week-page.ts';
import { words } from '../words.ts';

export function weekRoutes({ store, clock, plan, gate }: DeskPart): Router {
  const router = Router();
  router.get(
    '/week',
    gate.reads(async ({ query }, response, session) => {
      const today = clock.todayInCalifornia();
      const last = endOf(query['ends'], today);
      await store.audit(session.by, 'week.viewed', last);
      const week = countWeek(await store.standings(session.by), last);
      const counts = await countQueues(store, { by: session.by, now: clock.now() });
      const body = weekPage({ week, last, today });
      response.send(
        layout({
          title: words.week.title,
          plan,
          session,
          counts,
          body,
        }).source,
      );
    }),
  );
  return router;
}

/** Weeks to come are empty, and those long gone are those of no plan. */
function endOf(asked: unknown, today: IsoDate): IsoDate {
  return typeof asked === 'string' && isIsoDate(asked) && asked > '2020-01-01' && asked < today ? asked : today;
}
