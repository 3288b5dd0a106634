/** The queues as pages. */
import { Router, type Request } from 'express';
import type { Clock } from '../clock.ts';
import type { ComplaintStore } from './complaint-store.ts';
import { countQueues, countWaiting } from './counts.ts';
import type { DeskStore, UndeliveredStore } from './desk-store.ts';
import type { Gate } from './gate.ts';
import { layout } from './layout.ts';
import { queuePage } from './queue-page.ts';
import { isIn, sorted, sortings, type Order, type Sorting } from './queue.ts';
import { words } from './words.ts';

/** What every group of routes of the desk works with. */
export type DeskPart = {
  readonly store: DeskStore & UndeliveredStore & ComplaintStore;
  readonly clock: Clock;
  readonly plan: string;
  readonly gate: Gate;
  /** The address of a referral; its number does not stand in it. */
  readonly address: (number: string) => string;
};

export function queueRoutes({ store, clock, plan, gate, address }: DeskPart): Router {
  const router = Router();
  router.get(
    '/',
    gate.reads(async (_request, response) => {
      const { danger } = await countWaiting(store);
      response.redirect(303, danger > 0 ? '/desk/danger' : '/desk/new');
    }),
  );
  for (const queue of ['new', 'fast', 'all'] as const) {
    router.get(
      `/${queue}`,
      gate.reads(async (request, response, session) => {
        const all = await store.referrals(session.by);
        const counts = await countQueues(store);
        const order = readOrder(request);
        const rows = sorted(
          all.filter((row) => isIn(queue, row)),
          order,
        );
        const body = queuePage({ queue, rows, order, today: clock.todayInCalifornia(), address });
        response.send(layout({ title: words.queues[queue], plan, session, counts, queue, body }).source);
      }),
    );
  }
  return router;
}

function readOrder({ query }: Request): Order {
  const by: Sorting | undefined = sortings.find((sorting) => sorting === query['sort']);
  return by ? { by, descending: query['order'] === 'desc' } : { by: 'filed', descending: false };
}
