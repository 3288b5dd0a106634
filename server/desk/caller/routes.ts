/** Filing for a caller: a call begun or taken over, gone on with, closed. For those who may change things only. */
import { Router, type RequestHandler } from 'express';
import { LanguageTag } from '../../../dialogs/state.ts';
import type { Tag } from '../../../locales/languages.ts';
import { mintId } from '../../ids.ts';
import { hear, ticksInOne } from './hear.ts';
import { callerListPage } from './list-page.ts';
import { callerAddress, callersPath, idIn, page, refused, show, type CallerPart } from './show.ts';
import type { CallerTask } from './store.ts';
import type { Handler } from '../gate.ts';
import { mayWrite } from '../sign-in/session.ts';
import { words } from '../words.ts';

export type { CallerPart, CallerTalker } from './show.ts';

const Id = /^[0-9a-f-]{36}$/;

export function callerRoutes(part: CallerPart): Router {
  const { gate, store } = part;
  const router = Router();
  const reads = (handler: Handler): RequestHandler =>
    gate.reads(async (request, response, session) => {
      if (mayWrite(session.role)) return handler(request, response, session);
      await store.audit(session.by, 'refused', 'role');
      refused(part, response, session, 403, words.caller.noRole);
    });
  const address = (id: string): string => callerAddress(part, id);

  router.get(
    '/caller',
    reads(async (_request, response, session) => {
      const hasWords = (tag: Tag): boolean => part.words.shown(tag, 'welcome.menu.ask') !== undefined;
      const talks = await store.callerTalks(session.by);
      const body = callerListPage({ talks, session, address, hasWords, next: mintId() });
      await page(part, response, session, { title: words.caller.title, body });
    }),
  );
  router.post(
    '/caller/begin',
    gate.writes(async ({ id = '', language }, _request, response, session) => {
      const tag = LanguageTag.safeParse(language);
      if (!Id.test(id) || !tag.success) return refused(part, response, session, 400, words.refused.badForm);
      await store.beginCallerTalk(id, tag.data, session.by);
      response.redirect(303, address(id));
    }),
  );
  router.post(
    '/caller/take',
    gate.writes(async ({ task = '', kind }, _request, response, session) => {
      if (!isKind(kind)) return refused(part, response, session, 400, words.refused.badForm);
      const id = await store.takeOverTalk(mintId(), { kind, id: task }, session.by);
      if (id === null) return refused(part, response, session, 409, words.refused.notYours);
      response.redirect(303, address(id));
    }),
  );
  router.get(
    '/caller/:sealed',
    reads(async (request, response, session) => {
      const id = idIn(part, request);
      const file = id === null ? null : await store.callerTalk(id, session.by);
      if (!file) return refused(part, response, session, 404, words.caller.notOpen);
      await show(part, response, session, { file, address: address(file.id) });
    }),
  );
  router.post('/caller/:sealed', ticksInOne, gate.writes(hear(part)));
  router.post(
    '/caller/:sealed/close',
    gate.writes(async (_form, request, response, session) => {
      const id = idIn(part, request);
      const closed = id !== null && (await store.closeCallerTalk(id, session.by));
      if (!closed) return refused(part, response, session, 409, words.caller.notOpen);
      response.redirect(303, callersPath);
    }),
  );
  return router;
}

const isKind = (kind: string | undefined): kind is CallerTask['kind'] => kind === 'callBack' || kind === 'alert';
