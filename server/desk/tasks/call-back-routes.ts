/** Call-backs: the queue, and one of them with its script and its tries. */
import { Router, type Request, type Response } from 'express';
import { callBackOnePage, type CallBackView } from './call-back-one-page.ts';
import { readCallEntry } from './call-back-entry.ts';
import { callBackPage } from './call-back-page.ts';
import type { ScriptWords } from './call-script.ts';
import { countQueues } from '../queues/counts.ts';
import type { CallBackTask } from '../desk-store.ts';
import type { FormHandler } from '../gate.ts';
import { layout } from '../layout.ts';
import { noticePage } from '../notice-page.ts';
import type { DeskPart } from '../queues/queue-routes.ts';
import type { Sealer } from '../seal.ts';
import type { Session } from '../sign-in/session.ts';
import { mayFinish } from './task-view.ts';
import { fill, words } from '../words.ts';

export type CallBackPart = DeskPart & { readonly script: ScriptWords; readonly sealer: Sealer };

const queue = 'callBacks';

export function callBackRoutes(part: CallBackPart): Router {
  const { store, clock, plan, gate } = part;
  const router = Router();
  router.get(
    '/call-backs',
    gate.reads(async (_request, response, session) => {
      const tasks = await store.callBacks(session.by);
      const counts = await countQueues(store, { by: session.by, now: clock.now() });
      const body = callBackPage(tasks, { path: 'call-backs', session, addressOf: (id) => addressOf(part, id) });
      response.send(layout({ title: words.queues.callBacks, plan, session, counts, queue, body }).source);
    }),
  );
  router.post('/call-backs/take', gate.writes(take(part)));
  router.get(
    '/call-backs/one/:sealed',
    gate.reads(async (request, response, session) => {
      const task = await read(part, request, session);
      if (!task) return notFound(part, response, session);
      await show(part, response, { task, session, entered: null, saved: request.query['saved'] === 'yes' });
    }),
  );
  router.post('/call-backs/one/:sealed/tried', gate.writes(tried(part)));
  return router;
}

function take(part: CallBackPart): FormHandler {
  return async (form, _request, response, session) => {
    const id = form['id'] ?? '';
    if (!(await part.store.take('callBack', id, session.by))) {
      return refuse(part, response, session, 409, words.refused.taken);
    }
    response.redirect(303, addressOf(part, id));
  };
}

function tried(part: CallBackPart): FormHandler {
  const { store, clock } = part;
  return async (form, request, response, session) => {
    const task = await read(part, request, session);
    if (!task) return notFound(part, response, session);
    if (task.doneAt !== null || !mayFinish(task, session)) {
      return refuse(part, response, session, 409, words.refused.notYours);
    }
    const entry = readCallEntry(form, task, clock.todayInCalifornia());
    if (entry.kind === 'wrong') {
      response.status(422);
      return show(part, response, { task, session, entered: entry.entered, saved: false });
    }
    if (!(await store.tryCallBack(task.id, entry.attempt, session.by))) {
      return refuse(part, response, session, 409, words.refused.taken);
    }
    response.redirect(303, `${addressOf(part, task.id)}?saved=yes`);
  };
}

const addressOf = ({ sealer }: CallBackPart, id: string): string => `/desk/call-backs/one/${sealer.seal(id)}`;

async function read({ store, sealer }: CallBackPart, request: Request, { by }: Session): Promise<CallBackTask | null> {
  const id = sealer.open(String(request.params['sealed']));
  return id === null ? null : store.callBack(id, by);
}

async function show(
  part: CallBackPart,
  response: Response,
  view: Pick<CallBackView, 'task' | 'session' | 'entered' | 'saved'>,
): Promise<void> {
  const { store, clock, plan, address, script } = part;
  const { session, task, entered } = view;
  const at = addressOf(part, task.id);
  const body = callBackOnePage({ ...view, at, address, script, today: clock.todayInCalifornia() });
  const counts = await countQueues(store, { by: session.by, now: clock.now() });
  // A browser keeps titles in its history: no name stands there.
  const title = words.queues.callBacks;
  const shown = entered ? fill(words.form.errorPrefix, { title }) : title;
  response.send(layout({ title: shown, plan, session, counts, queue, body }).source);
}

function notFound({ plan }: CallBackPart, response: Response, session: Session): void {
  const { notFoundTitle: title, notFound: text } = words.refused;
  response.status(404).send(noticePage({ title, text, plan, session }));
}

function refuse({ plan }: CallBackPart, response: Response, session: Session, status: number, text: string): void {
  response.status(status).send(noticePage({ title: words.refused.title, text, plan, session }));
}
