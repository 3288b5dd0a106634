/** Files for the plan's own use: a queue, a month, one referral. Each that is taken is a line of the audit log. */
import { Router, type Response } from 'express';
import type { Plan } from '../../../dialogs/plan.ts';
import { bundleOf } from '../../../referral/bundle.ts';
import { referralJson } from '../../../referral/json.ts';
import { countQueues } from '../queues/counts.ts';
import { exportPage, exportedKinds, mayTakeMonth } from './export-page.ts';
import { queueFile } from './export-queue.ts';
import { layout } from '../layout.ts';
import { monthFile, periodOf, requestsIn } from './month-file.ts';
import { noticePage } from '../notice-page.ts';
import { isIn, referralQueues, sorted } from '../queues/queue.ts';
import type { DeskPart } from '../queues/queue-routes.ts';
import type { ReportStore } from './report-store.ts';
import { mayWrite, type Session } from '../sign-in/session.ts';
import { words } from '../words.ts';

type ExportPart = Omit<DeskPart, 'address'> & {
  readonly store: DeskPart['store'] & ReportStore;
  /** The number behind an address; null for an address that we did not make. */
  readonly numberOf: (sealed: string) => string | null;
  readonly wholePlan: Plan;
};

/** Taken by a form, so that no address of a file stands in a history, and no other page can ask for one. */
export function exportRoutes({ store, clock, plan, gate, numberOf, wholePlan }: ExportPart): Router {
  const router = Router();
  const refuse = (response: Response, status: number, text: string, session: Session): void => {
    response.status(status).send(noticePage({ title: words.refused.title, text, plan, session }));
  };

  router.get(
    '/export',
    gate.reads(async (_request, response, session) => {
      if (!mayWrite(session.role)) return refuse(response, 403, words.export.workersOnly, session);
      const counts = await countQueues(store, { by: session.by, now: clock.now() });
      const body = exportPage(session, clock.todayInCalifornia());
      response.send(
        layout({
          title: words.export.title,
          plan,
          session,
          counts,
          body,
        }).source,
      );
    }),
  );
  router.post(
    '/export/queue',
    gate.writes(async (form, _request, response, session) => {
      const queue = referralQueues.find((one) => one === form['queue']);
      if (!queue) return refuse(response, 400, words.refused.badForm, session);
      const today = clock.todayInCalifornia();
      const look = { by: session.by, now: clock.now() };
      const all = await store.referrals(session.by);
      const rows = sorted(
        all.filter((row) => isIn(queue, row, look)),
        { by: 'due', descending: false },
      );
      await store.audit(session.by, 'export.queue', `${queue} ${rows.length}`);
      response.attachment(`queue-${queue}-${today}.csv`).type(csv).send(queueFile(rows, today));
    }),
  );
  router.post(
    '/export/month',
    gate.writes(async (form, _request, response, session) => {
      if (!mayTakeMonth(session)) {
        await store.audit(session.by, 'refused', 'role');
        return refuse(response, 403, words.export.adminsOnly, session);
      }
      const month = form['month'] ?? '';
      const period = periodOf(month);
      if (!period) return refuse(response, 400, words.refused.badForm, session);
      const requests = await requestsIn(store, period, session.by);
      await store.audit(session.by, 'export.month', `${month} ${requests.length}`);
      response.attachment(`requests-${month}.csv`).type(csv).send(monthFile(requests));
    }),
  );
  router.post(
    '/referrals/:sealed/export/:kind',
    gate.writes(async (_form, { params }, response, session) => {
      const kind = exportedKinds.find((one) => one === params['kind']);
      const number = typeof params['sealed'] === 'string' ? numberOf(params['sealed']) : null;
      const file = kind && number !== null ? await store.referral(number, session.by) : null;
      if (!kind || !file) {
        const { notFoundTitle: title, notFound: text } = words.refused;
        return void response.status(404).send(noticePage({ title, text, plan, session }));
      }
      const { referral } = file;
      await store.audit(session.by, `export.${kind}`, referral.number);
      // The end of the number tells files apart: a worker's computer keeps their names.
      const name = `referral-${referral.number.slice(-4)}`;
      const content = kind === 'fhir' ? bundleOf(referral, wholePlan) : referralJson(referral, wholePlan);
      response
        .attachment(kind === 'fhir' ? `${name}.fhir.json` : `${name}.json`)
        .type(kind === 'fhir' ? 'application/fhir+json' : 'application/json')
        .send(`${JSON.stringify(content, null, 2)}\n`);
    }),
  );
  return router;
}

const csv = 'text/csv; charset=utf-8';
