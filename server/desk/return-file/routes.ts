/** A plan's return file: chosen, checked row by row, confirmed. For workers and admins. */
import { createHash } from 'node:crypto';
import { Router, type RequestHandler, type Response } from 'express';
import { readReturnFile, type CheckedRow } from '../../../referral/return-file.ts';
import type { Html } from '../../channels/web/html.ts';
import { countQueues } from '../queues/counts.ts';
import type { Handler } from '../gate.ts';
import { layout } from '../layout.ts';
import { noticePage } from '../notice-page.ts';
import type { DeskPart } from '../queues/queue-routes.ts';
import { createKeptFiles } from './kept.ts';
import { checkedPage, choosePage, returnFilePath, type UploadProblem } from './page.ts';
import { upload, uploadedWith } from './upload.ts';
import { check, programmeNames, record } from './work.ts';
import { mayWrite, type Session } from '../sign-in/session.ts';
import { words } from '../words.ts';

const w = words.returnFile;

export function returnFileRoutes({ store, clock, plan, gate, address }: DeskPart): Router {
  const router = Router();
  const kept = createKeptFiles();
  const inTurn = oneAfterTheOther();

  const show = async (response: Response, session: Session, title: string, body: Html): Promise<void> => {
    response.send(
      layout({ title, plan, session, counts: await countQueues(store, { by: session.by, now: clock.now() }), body })
        .source,
    );
  };
  const choose = (response: Response, session: Session, problem: UploadProblem | null): Promise<void> => {
    if (problem) response.status(problem.code === 'tooLarge' ? 413 : 422);
    return show(response, session, w.title, choosePage(session, problem));
  };
  const gone = (response: Response, session: Session): void => {
    response.status(409).send(noticePage({ ...words.refused, text: w.gone, plan, session }));
  };
  const readsAsWorker = (handler: Handler): RequestHandler =>
    gate.reads((request, response, session) => {
      if (mayWrite(session.role)) return handler(request, response, session);
      response.status(403).send(noticePage({ ...words.refused, text: words.refused.role, plan, session }));
    });

  // Nobody's file is read who may not send one.
  const signedIn: RequestHandler = (request, response, next) => readsAsWorker(() => next())(request, response, next);
  // Its fields were not read either, so there is no token to look at; nothing is changed.
  const tooLarge: RequestHandler = (request, response, next) =>
    uploadedWith(request).kind === 'tooLarge'
      ? readsAsWorker((_request, _response, session) => choose(response, session, { code: 'tooLarge' }))(
          request,
          response,
          next,
        )
      : next();

  router.get(
    '/return-file',
    readsAsWorker((_request, response, session) => choose(response, session, null)),
  );
  router.post(
    '/return-file',
    signedIn,
    ...upload,
    tooLarge,
    gate.writes(async (_form, request, response, session) => {
      const uploaded = uploadedWith(request);
      if (uploaded.kind !== 'file') return choose(response, session, { code: 'noFile' });
      const file = await readReturnFile(uploaded.bytes, programmeNames);
      const fingerprint = createHash('sha256').update(uploaded.bytes).digest('hex').slice(0, 16);
      if (file.kind === 'unreadable') {
        await store.audit(session.by, 'returnFile.refused', `${fingerprint} ${file.problem.code}`);
        return choose(response, session, file.problem);
      }
      const rows = await check(file.rows, store, session.by, clock.todayInCalifornia());
      await store.audit(session.by, 'returnFile.checked', `${fingerprint} ${counted(rows)}`);
      const preview = { state: 'preview', rows, ignored: file.ignored, fingerprint } as const;
      response.redirect(303, `${returnFilePath}/${kept.keep(preview, session, clock.now())}`);
    }),
  );
  router.get(
    '/return-file/:id',
    readsAsWorker((request, response, session) => {
      const id = idOf(request.params['id']);
      const file = kept.find(id, session, clock.now());
      if (!file) return gone(response, session);
      const title = file.state === 'preview' ? w.preview : w.result;
      const path = `${returnFilePath}/${id}`;
      return show(response, session, title, checkedPage({ kept: file, path, address, session }));
    }),
  );
  router.post(
    '/return-file/:id/record',
    gate.writes(async (_form, request, response, session) => {
      const id = idOf(request.params['id']);
      const preview = kept.take(id, session, clock.now());
      if (!preview) return gone(response, session);
      const rows = await inTurn(() => record(preview.rows, store, session.by, clock.todayInCalifornia()));
      await store.audit(session.by, 'returnFile.recorded', `${preview.fingerprint} ${counted(rows)}`);
      kept.put(id, { ...preview, state: 'result', rows }, session, clock.now());
      response.redirect(303, `${returnFilePath}/${id}`);
    }),
  );
  return router;
}

const idOf = (id: string | readonly string[] | undefined): string => (typeof id === 'string' ? id : '');

/** For the audit log: how many rows of each kind. */
function counted(rows: readonly CheckedRow[]): string {
  const count = (kind: CheckedRow['kind']): number => rows.filter((row) => row.kind === kind).length;
  return `record ${count('record')} already ${count('already')} wrong ${count('wrong')}`;
}

/** Two files with the same rows, confirmed at the same moment: the second finds what the first has recorded. */
function oneAfterTheOther(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const done = last.then(job);
    last = done.catch(() => undefined);
    return done;
  };
}
