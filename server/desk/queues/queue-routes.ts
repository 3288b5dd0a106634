/** The queues as pages. */
import { Router, type Request } from 'express';
import type { Clock } from '../../clock.ts';
import type { ComplaintStore } from '../complaints/store.ts';
import { countQueues, countWaiting } from './counts.ts';
import type { DeskStore, UndeliveredStore } from '../desk-store.ts';
import { readSearch } from './find-form.ts';
import type { Gate } from '../gate.ts';
import { layout, queuePath } from '../layout.ts';
import { noticePage } from '../notice-page.ts';
import { paged } from './paging.ts';
import type { PlanAnswerStore } from './plan-answer-store.ts';
import { queuePage } from './queue-page.ts';
import { isIn, referralQueues, sorted, sortings, type Order, type Sorting } from './queue.ts';
import type { Sealer } from '../seal.ts';
import { found, isSearch, noSearch } from './search.ts';
import { openSearch, sealSearch } from './search-seal.ts';
import { words } from '../words.ts';

/** What every group of routes of the desk works with. */
export type DeskPart = {
  readonly store: DeskStore & UndeliveredStore & ComplaintStore & PlanAnswerStore;
  readonly clock: Clock;
  readonly plan: string;
  readonly gate: Gate;
  /** The address of a referral; its number does not stand in it. */
  readonly address: (number: string) => string;
};

export function queueRoutes(part: DeskPart & { readonly sealer: Sealer }): Router {
  const { store, clock, plan, gate, address, sealer } = part;
  const router = Router();
  router.get(
    '/',
    gate.reads(async (_request, response) => {
      const { danger } = await countWaiting(store);
      response.redirect(303, danger > 0 ? '/desk/danger' : '/desk/new');
    }),
  );
  for (const queue of referralQueues) {
    const path = `/desk/${queuePath(queue)}`;
    router.get(
      `/${queuePath(queue)}`,
      gate.reads(async ({ query }, response, session) => {
        const look = { by: session.by, now: clock.now() };
        const inQueue = (await store.referrals(session.by)).filter((row) => isIn(queue, row, look));
        const counts = await countQueues(store, look);
        const order = readOrder(query);
        const opened = openSearch(sealer, session, query['find']);
        const search = opened ?? noSearch;
        const body = queuePage({
          queue,
          rows: paged(sorted(found(inQueue, search), order), query['page']),
          order,
          look,
          address,
          finding: {
            queue,
            path,
            session,
            search,
            sealed: opened && sealSearch(sealer, session, opened),
            seal: (rest) => sealSearch(sealer, session, rest),
            isGone: query['find'] !== undefined && opened === null,
            rows: inQueue,
          },
        });
        response.send(layout({ title: words.queues[queue], plan, session, counts, queue, body }).source);
      }),
    );
  }
  // Readers may search, too. What they search for goes on in an address that only this session can read.
  router.post(
    '/find',
    gate.acts((form, _request, response, session) => {
      const queue = referralQueues.find((each) => each === form['queue']);
      const search = readSearch(form);
      if (!queue || !search) {
        const { title, badForm: text } = words.refused;
        response.status(400).send(noticePage({ title, text, plan, session }));
        return;
      }
      const sealed = isSearch(search) ? `?find=${sealSearch(sealer, session, search)}` : '';
      response.redirect(303, `/desk/${queuePath(queue)}${sealed}`);
    }),
  );
  return router;
}

function readOrder(query: Request['query']): Order {
  const by: Sorting | undefined = sortings.find((sorting) => sorting === query['sort']);
  return by ? { by, descending: query['order'] === 'desc' } : { by: 'filed', descending: false };
}
