/** Who gets past the door: every page needs a session, every change a role and the form's own token. */
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { DeskAuth } from './sign-in/desk-auth.ts';
import type { DeskStore } from './desk-store.ts';
import { noticePage } from './notice-page.ts';
import type { Form } from './referral/request-entry.ts';
import { mayWrite, sameText, sessionHours, type Session, type Sessions, type Worker } from './sign-in/session.ts';
import { words } from './words.ts';

export type Handler = (request: Request, response: Response, session: Session) => Promise<void> | void;
export type FormHandler = (form: Form, request: Request, response: Response, session: Session) => Promise<void> | void;

export type Gate = {
  /** Only for those who are signed in; others are sent to sign in and see nothing. */
  reads(handler: Handler): RequestHandler;
  /** As `reads`, and the form must be ours. */
  acts(handler: FormHandler): RequestHandler;
  /** As `acts`, and the role must be one that may change things. */
  writes(handler: FormHandler): RequestHandler;
  enter(response: Response, worker: Worker): Promise<void>;
  leave(request: Request, response: Response, session: Session): Promise<void>;
};

const FormBody = z.record(z.string(), z.string().max(2000));

export function createGate(options: {
  readonly auth: DeskAuth;
  readonly sessions: Sessions;
  readonly store: Pick<DeskStore, 'audit'>;
  readonly clock: Clock;
  readonly plan: string;
}): Gate {
  const { sessions, store, clock, plan } = options;
  const secure = options.auth.publicUrl.startsWith('https:');
  const name = secure ? '__Secure-desk' : 'desk';
  const cookie = { httpOnly: true, secure, sameSite: 'lax', path: '/desk' } as const;

  const reads =
    (handler: Handler): RequestHandler =>
    async (request, response) => {
      const session = sessions.find(readCookie(request, name), clock.now());
      if (session) await handler(request, response, session);
      else response.redirect(303, '/desk/sign-in');
    };
  const acts = (handler: FormHandler): RequestHandler =>
    reads(async (request, response, session) => {
      const form = FormBody.safeParse(request.body);
      if (!form.success) return refuse(response, 400, words.refused.badForm, session);
      if (!sameText(form.data['csrf'] ?? '', session.csrf)) return refuse(response, 403, words.refused.csrf, session);
      await handler(form.data, request, response, session);
    });
  const writes = (handler: FormHandler): RequestHandler =>
    acts(async (form, request, response, session) => {
      if (mayWrite(session.role)) return handler(form, request, response, session);
      await store.audit(session.by, 'refused', 'role');
      refuse(response, 403, words.refused.role, session);
    });
  const refuse = (response: Response, status: number, text: string, session: Session): void => {
    response.status(status).send(noticePage({ title: words.refused.title, text, plan, session }));
  };

  return {
    reads,
    acts,
    writes,
    async enter(response, worker) {
      await store.audit(worker.by, 'signedIn', worker.role);
      const token = sessions.begin(worker, clock.now());
      response.cookie(name, token, { ...cookie, maxAge: sessionHours * 3_600_000 });
    },
    async leave(request, response, session) {
      sessions.end(readCookie(request, name) ?? '');
      response.clearCookie(name, cookie);
      await store.audit(session.by, 'signedOut', session.role);
    },
  };
}

/** The value of one cookie of a request. */
export function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
