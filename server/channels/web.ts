/** The chat on a web page: forms first, so that it works on anything; what a script makes better stands on the same forms. */
import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { logFailure } from '../log.ts';
import { assetRoutes } from './web/assets.ts';
import { chatHeaders } from './web/headers.ts';
import { Answers } from './web/answers.ts';
import { Chat } from './web/chat.ts';
import { howWeCheck } from './web/how-we-check.ts';
import { leave, startOver } from './web/leaving.ts';
import { Lock } from './web/lock.ts';
import { copyPath, ownRequests } from './web/own-requests.ts';
import type { WebChatParts } from './web/parts.ts';
import { Patience } from './web/patience.ts';
import { Visits } from './web/session.ts';
import { Streams } from './web/streams.ts';
import { Refusal } from './web/trouble.ts';

export type { WebChatParts } from './web/parts.ts';

/** The routes of the chat. `close` ends what is still open, for a shutdown. */
export function createWebChat(parts: WebChatParts): { readonly routes: Router; readonly close: () => void } {
  const visits = new Visits(parts.sessions, parts.clock, parts.settings);
  const answers = new Answers(parts);
  const patience = new Patience();
  const lock = new Lock(parts.birthDates, visits, answers, patience);
  const streams = new Streams(parts, visits, answers);
  const chat = new Chat({ ...parts, visits, answers, patience, lock });
  const routes = Router();
  routes.use(assetRoutes());
  routes.use(...chatHeaders(parts.settings.embedOrigins));
  // Room for 20,000 characters of any script: one of them takes up to nine bytes in a form.
  const form = express.urlencoded({ extended: false, limit: '256kb', parameterLimit: 200 });
  routes.get('/', (req, res) => chat.show(req, res));
  routes.post('/chat', form, (req, res) => chat.hear(req, res));
  routes.get(copyPath, ownRequests({ ...parts, visits, answers, patience, lock }));
  routes.get('/how-we-check', howWeCheck(parts));
  routes.get('/chat/events', (req, res) => streams.open(req, res));
  routes.post('/unlock', form, (req, res) => lock.open(req, res));
  routes.post('/start-over', form, (req, res) => startOver(visits, req, res));
  routes.post('/exit', (req, res) => leave(visits, parts.log, req, res));
  routes.use((_req, _res) => {
    throw new Refusal('notFound', 404);
  });
  routes.use((error: unknown, req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(error);
    if (error instanceof Refusal) return answers.refuse(req, res, error.trouble, error.status);
    if (isTooLarge(error)) return answers.refuse(req, res, 'tooLong', 413);
    if (isUnreadable(error)) return answers.refuse(req, res, 'stale', 400);
    answers.refuse(req, res, 'broken', 500, logFailure(parts.log, error, 'the web chat failed'));
  });
  return { routes, close: () => streams.close() };
}

const isTooLarge = (error: unknown): boolean => typeOf(error) === 'entity.too.large';

/** A body that is no form: cut off, wrongly encoded, too many fields. */
const isUnreadable = (error: unknown): boolean =>
  ['encoding.unsupported', 'charset.unsupported', 'request.aborted', 'parameters.too.many'].includes(typeOf(error)) ||
  (error instanceof Error && 'status' in error && error.status === 400);

function typeOf(error: unknown): string {
  return error instanceof Error && 'type' in error && typeof error.type === 'string' ? error.type : '';
}
