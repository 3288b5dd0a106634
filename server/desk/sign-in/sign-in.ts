/** The pages on which one signs in and out. */
import { Router, type Request, type Response } from 'express';
import { html, type Fragment } from '../../channels/web/html.ts';
import type { Clock } from '../../clock.ts';
import { limit } from '../../limits.ts';
import type { DeskAuth } from './desk-auth.ts';
import type { DeskStore } from '../desk-store.ts';
import { readCookie, type Gate } from '../gate.ts';
import { layout } from '../layout.ts';
import { Pending, type Oidc } from './oidc.ts';
import type { Sealer } from '../seal.ts';
import { redeemSignInLink } from './sign-in-link.ts';
import { fill, words } from '../words.ts';

export type SignIn = {
  readonly auth: DeskAuth;
  readonly store: DeskStore;
  readonly clock: Clock;
  readonly plan: string;
  readonly gate: Gate;
  /** Seals what is kept in a cookie while the browser is at the identity provider. */
  readonly sealer: Sealer;
  /** Writes a failure down. */
  readonly failed: (error: unknown, event: string) => void;
};

const w = words.signIn;

/** The routes under `/desk` that need no session. */
export function signInRoutes(part: SignIn): Router {
  const { auth, gate } = part;
  const router = Router();
  const tries = limit(30, 60);
  router.use('/sign-in', async (request, response, next) => {
    if ((await tries.wait(request.ip ?? '')) > 0) show(response, part, w.title, html`<p>${w.tooMany}</p>`, 429);
    else next();
  });

  router.get('/sign-in', (_request, response) => show(response, part, w.title, invitation(part)));
  if (auth.kind === 'oidc') ssoRoutes(router, part, auth.oidc);
  else linkRoutes(router, part);

  router.post(
    '/sign-out',
    gate.acts(async (_form, request, response, session) => {
      await gate.leave(request, response, session);
      show(response, part, words.signOut, html`<p>${auth.kind === 'oidc' ? w.signedOutSso : w.signedOut}</p>`);
    }),
  );
  return router;
}

function show(response: Response, { plan }: SignIn, title: string, body: Fragment, status = 200): void {
  const page = layout({
    title,
    plan,
    session: null,
    body: html`<h1>${title}</h1>
      ${body}`,
  });
  response.status(status).send(page.source);
}

function invitation({ auth, plan }: SignIn): Fragment {
  const lead = html`<p>${fill(w.lead, { plan })}</p>`;
  if (auth.kind === 'oidc') return [lead, html`<p><a class="button" href="/desk/sign-in/start">${w.sso}</a></p>`];
  return [lead, html`<p>${w.byLink}</p>`, html`<p><code>${w.command}</code></p>`];
}

/** Opening a link changes nothing, so that a preview or a virus scanner cannot use it up; its button does. */
function linkRoutes(router: Router, part: SignIn): void {
  const { store, clock, gate } = part;
  router.get('/sign-in/link/:token', (request, response) => {
    const form = html`<p>${w.linkLead}</p>
      <form method="post" action="/desk/sign-in/link">
        <input type="hidden" name="token" value="${request.params.token}" />
        <button>${w.linkButton}</button>
      </form>`;
    show(response, part, w.linkTitle, form);
  });
  router.post('/sign-in/link', async (request, response) => {
    const worker = await redeemSignInLink(store, tokenOf(request), clock.now());
    if (!worker) return show(response, part, w.linkTitle, html`<p>${w.linkRefused}</p>`, 403);
    await gate.enter(response, worker);
    response.redirect(303, '/desk');
  });
}

function tokenOf({ body }: Request): string {
  const form: unknown = body;
  if (typeof form !== 'object' || form === null || !('token' in form)) return '';
  return typeof form.token === 'string' ? form.token : '';
}

function ssoRoutes(router: Router, part: SignIn, oidc: Oidc): void {
  const { auth, store, clock, gate, sealer } = part;
  const secure = auth.publicUrl.startsWith('https:');
  const name = secure ? '__Secure-desk-pending' : 'desk-pending';
  const cookie = { httpOnly: true, secure, sameSite: 'lax', path: '/desk/sign-in' } as const;
  const failed = (response: Response) =>
    show(response, part, w.title, [html`<p>${w.ssoFailed}</p>`, invitation(part)], 403);

  router.get('/sign-in/start', async (_request, response) => {
    try {
      const { url, pending } = await oidc.begin(clock.now());
      response.cookie(name, sealer.seal(JSON.stringify(pending)), cookie).redirect(303, url);
    } catch (error) {
      part.failed(error, 'desk sign-in could not begin');
      failed(response);
    }
  });
  router.get('/sign-in/callback', async (request, response) => {
    const pending = readPending(sealer.open(readCookie(request, name) ?? ''), clock.now());
    response.clearCookie(name, cookie);
    if (!pending) return failed(response);
    try {
      const { role, ...who } = await oidc.finish(new URL(request.originalUrl, auth.publicUrl), pending);
      if (role === null) {
        await store.audit(who.by, 'refused', 'noRole');
        return show(response, part, w.title, html`<p>${w.noRole}</p>`, 403);
      }
      await gate.enter(response, { ...who, role });
      response.redirect(303, '/desk');
    } catch (error) {
      part.failed(error, 'desk sign-in refused');
      failed(response);
    }
  });
}

function readPending(opened: string | null, now: Date): Pending | null {
  if (opened === null) return null;
  const pending = Pending.parse(JSON.parse(opened));
  return pending.until > now.getTime() ? pending : null;
}
