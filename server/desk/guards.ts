/** What holds for every answer of the desk: nothing from elsewhere, nothing kept, nothing indexed. */
import helmet from 'helmet';
import { Router } from 'express';
import { isLoopback } from '../loopback.ts';
import type { DeskAuth } from './sign-in/desk-auth.ts';
import { noticePage } from './notice-page.ts';
import { words } from './words.ts';

/** Headers, and refusals that need no session. */
export function guards(auth: DeskAuth, plan: string): Router {
  const router = Router();
  router.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          scriptSrc: ["'self'"],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
    }),
  );
  router.use((request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow, noarchive' });
    const { title, lead } = words.onlyHere;
    // Printed links are for this machine; through a proxy or another name the desk would stand open without sign-on.
    if (auth.kind === 'link' && !isFromHere(request.headers)) {
      response.status(403).send(noticePage({ title, text: lead, plan, session: null }));
    } else if (request.method === 'POST' && isFromElsewhere(request.headers)) {
      response
        .status(403)
        .send(noticePage({ title: words.refused.title, text: words.refused.csrf, plan, session: null }));
    } else next();
  });
  return router;
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

function isFromHere(headers: Headers): boolean {
  const host = String(headers['host'] ?? '')
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '');
  return isLoopback(host) && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined;
}

/** Browsers say so themselves; who is no browser still lacks the form's token. */
function isFromElsewhere(headers: Headers): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
