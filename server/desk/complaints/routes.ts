/** Complaints and appeals: seen, taken, acknowledged, judged urgent or not, answered. */
import { Router } from 'express';
import { ComplaintKind } from '../../../referral/complaint.ts';
import { mayWorkOn } from './acts.ts';
import { complaintPage } from './page.ts';
import { complaintPath, complaintQueuePage } from './queue-page.ts';
import { complaintOutcomes, type ComplaintOutcome } from './store.ts';
import { countQueues } from '../queues/counts.ts';
import type { Form } from '../referral/request-entry.ts';
import type { FormHandler } from '../gate.ts';
import { layout } from '../layout.ts';
import { noticePage } from '../notice-page.ts';
import type { DeskPart } from '../queues/queue-routes.ts';
import { saidSection } from './said-section.ts';
import { words } from '../words.ts';

const queue = 'complaints';

export function complaintRoutes({ store, clock, plan, gate, address }: DeskPart): Router {
  const router = Router();
  router.get(
    '/complaints',
    gate.reads(async (_request, response, session) => {
      const rows = await store.complaints(session.by);
      const counts = await countQueues(store, { by: session.by, now: clock.now() });
      const said = await store.saidToJudge(session.by);
      const now = clock.now();
      const body = complaintQueuePage(rows, saidSection(said, { session, now, address }), now);
      response.send(layout({ title: words.queues.complaints, plan, session, counts, queue, body }).source);
    }),
  );
  router.get(
    '/complaints/one/:id',
    gate.reads(async (request, response, session) => {
      const file = await store.complaint(String(request.params['id']), session.by);
      if (!file) {
        const { notFound: text, notFoundTitle: title } = words.refused;
        return void response.status(404).send(noticePage({ title, text, plan, session }));
      }
      const counts = await countQueues(store, { by: session.by, now: clock.now() });
      const body = complaintPage({ file, session, now: clock.now(), address });
      response.send(layout({ title: words.complaints.kinds[file.kind], plan, session, counts, queue, body }).source);
    }),
  );

  /** What only whoever took it may do. `bad`: the form says nothing that can be done. */
  const works = (act: (id: string, form: Form, by: string) => Promise<boolean | 'bad'>): FormHandler => {
    return async (form, _request, response, session) => {
      const refuse = (status: number, text: string): void => {
        response.status(status).send(noticePage({ ...words.refused, text, plan, session }));
      };
      const file = await store.complaint(form['id'] ?? '', session.by);
      if (!file || !mayWorkOn(file, session)) return refuse(409, words.refused.notYours);
      const done = await act(file.id, form, session.by);
      if (done === 'bad') return refuse(400, words.refused.badForm);
      if (!done) return refuse(409, words.refused.taken);
      response.redirect(303, complaintPath(file.id));
    };
  };
  router.post(
    '/complaints/take',
    gate.writes(async (form, _request, response, session) => {
      const id = form['id'] ?? '';
      if (await store.takeComplaint(id, session.by)) return response.redirect(303, complaintPath(id));
      response.status(409).send(noticePage({ ...words.refused, text: words.refused.taken, plan, session }));
    }),
  );
  router.post(
    '/complaints/said',
    gate.writes(async ({ id = '', complaint }, _request, response, session) => {
      const refuse = (status: number, text: string): void =>
        void response.status(status).send(noticePage({ ...words.refused, text, plan, session }));
      if (complaint !== 'yes' && complaint !== 'no') return refuse(400, words.refused.badForm);
      if (!(await store.judgeSaid(id, complaint === 'yes', session.by))) return refuse(409, words.refused.taken);
      response.redirect(303, '/desk/complaints');
    }),
  );
  router.post('/complaints/acknowledge', gate.writes(works((id, _form, by) => store.acknowledgeComplaint(id, by))));
  router.post(
    '/complaints/judge',
    gate.writes(
      works(async (id, { urgent }, by) =>
        urgent === 'yes' || urgent === 'no' ? store.judgeComplaint(id, urgent === 'yes', by) : 'bad',
      ),
    ),
  );
  router.post(
    '/complaints/correct',
    gate.writes(
      works(async (id, { kind }, by) => {
        const known = ComplaintKind.options.find((one) => one === kind);
        return known ? store.correctComplaint(id, known, by) : 'bad';
      }),
    ),
  );
  router.post(
    '/complaints/answer',
    gate.writes(
      works(async (id, { outcome }, by) => {
        const known = outcomes.find((one) => one === outcome);
        return known ? store.answerComplaint(id, known, by) : 'bad';
      }),
    ),
  );
  return router;
}

const outcomes: readonly ComplaintOutcome[] = [...complaintOutcomes.grievance, ...complaintOutcomes.appeal];
