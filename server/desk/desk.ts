/** The plan worker's desk: everything under `/desk`. */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Router, urlencoded, type ErrorRequestHandler } from 'express';
import type { Plan } from '../../dialogs/plan.ts';
import type { Clock } from '../clock.ts';
import { logFailure, type Log } from '../log.ts';
import { callerRoutes, type CallerPart, type CallerTalker } from './caller/routes.ts';
import { caseRoutes } from './referral/case-routes.ts';
import { callBackRoutes } from './tasks/call-back-routes.ts';
import { complaintRoutes } from './complaints/routes.ts';
import type { ComplaintStore } from './complaints/store.ts';
import type { DeskAuth } from './sign-in/desk-auth.ts';
import type { DeskStore, UndeliveredStore } from './desk-store.ts';
import { exportRoutes } from './reports/export-routes.ts';
import { formRoutes } from './referral/form-routes.ts';
import type { Words } from '../channels/web/voice.ts';
import { guards } from './guards.ts';
import { createGate } from './gate.ts';
import { memberPageRoutes } from './referral/member-page-routes.ts';
import { noticePage } from './notice-page.ts';
import type { PlanAnswerStore } from './queues/plan-answer-store.ts';
import { practiceBanner } from './practice-banner.ts';
import { queueRoutes } from './queues/queue-routes.ts';
import { referralRoutes } from './referral/referral-routes.ts';
import type { ReportStore } from './reports/report-store.ts';
import { returnFileRoutes } from './return-file/routes.ts';
import { createSealer } from './seal.ts';
import { createSessions } from './sign-in/session.ts';
import { signInRoutes } from './sign-in/sign-in.ts';
import { taskRoutes } from './tasks/task-routes.ts';
import { undeliveredRoutes } from './queues/undelivered-routes.ts';
import { weekRoutes } from './reports/week-routes.ts';
import { fill, words } from './words.ts';

export type Desk = {
  readonly store: DeskStore & UndeliveredStore & ComplaintStore & ReportStore & PlanAnswerStore & CallerPart['store'];
  readonly plan: Plan;
  /** What a member reads, for the page that is mailed or handed over. */
  readonly memberWords: { readonly words: Words; readonly draft: boolean };
  /** The bot, for those who file for callers. */
  readonly caller: CallerTalker;
  readonly auth: DeskAuth;
  readonly clock: Clock;
  readonly log: Log;
  /** Everybody here is invented, and each page says so. */
  readonly practice?: boolean;
};

/** The desk as a router to be mounted at `/desk`. Sessions end when the process does. */
export function createDesk(desk: Desk): Router {
  const { store, plan: wholePlan, memberWords, auth, clock, log, practice = false } = desk;
  const { shortName: plan, onCall } = wholePlan;
  const router = Router();
  const secret = randomBytes(32);
  const gate = createGate({ auth, sessions: createSessions(), store, clock, plan });
  const numbers = createSealer(secret, 'referral');
  const part = { store, clock, plan, gate, address: (number: string) => `/desk/referrals/${numbers.seal(number)}` };
  const failed = (error: unknown, event: string) => logFailure(log, error, event);

  if (practice) router.use(practiceBanner);
  router.use(guards(auth, plan));
  for (const file of ['desk.css', 'member-page.css', 'desk.js']) {
    const path = fileURLToPath(new URL(`../public/${file}`, import.meta.url));
    router.get(`/${file}`, (_request, response) => response.sendFile(path, { cacheControl: false }));
  }
  router.use(urlencoded({ extended: false, limit: '16kb' }));
  router.use(signInRoutes({ ...part, auth, sealer: createSealer(secret, 'pending'), failed }));
  const searches = createSealer(secret, 'search');
  router.use(queueRoutes({ ...part, sealer: searches }));
  router.use(taskRoutes({ ...part, minutesToTake: onCall.minutesToTake }));
  router.use(
    callBackRoutes({ ...part, script: { ...memberWords, wholePlan }, sealer: createSealer(secret, 'callBack') }),
  );
  router.use(complaintRoutes(part));
  const callers = { ...part, ...desk.caller, store, wholePlan, words: memberWords.words };
  router.use(callerRoutes({ ...callers, sealer: createSealer(secret, 'caller') }));
  router.use(undeliveredRoutes(part));
  router.use(returnFileRoutes(part));
  router.use(weekRoutes(part));
  const sealing = {
    numberOf: (sealed: string) => numbers.open(sealed),
    sealed: (number: string) => numbers.seal(number),
  };
  const referrals = { ...part, wholePlan, memberWords, searches, ...sealing };
  router.use(exportRoutes({ ...referrals, store }));
  router.use(formRoutes(referrals));
  router.use(memberPageRoutes({ ...referrals, ...memberWords }));
  router.use(caseRoutes(referrals));
  router.use(referralRoutes(referrals));
  router.use(
    gate.reads((_request, response, session) => {
      const { notFound: text, notFoundTitle: title } = words.refused;
      response.status(404).send(noticePage({ title, text, plan, session }));
    }),
  );
  // Express tells an error handler by its four parameters.
  const lastResort: ErrorRequestHandler = (error, _request, response, next) => {
    const id = failed(error, 'desk failed');
    if (response.headersSent) return next(error);
    const unreadable = isClientError(error);
    const text = unreadable ? words.refused.badForm : fill(words.refused.failed, { id });
    const page = { title: words.refused.failedTitle, text, plan, session: null };
    response.status(unreadable ? 400 : 500).send(noticePage(page));
  };
  router.use(lastResort);
  return router;
}

/** A body that is too long or cannot be read: the browser's doing, not ours. */
function isClientError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('status' in error)) return false;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500;
}
