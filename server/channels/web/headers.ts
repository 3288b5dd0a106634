/** What browsers are told about every page of the chat. */
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { exitSite } from './exit-site.ts';

/** No third party, nothing inline, no copy kept, no word of where somebody came from; framed only by whom we name. */
export function chatHeaders(embedOrigins: readonly string[]): readonly RequestHandler[] {
  const framed = embedOrigins.length > 0;
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          connectSrc: ["'self'"],
          // A browser holds the answer to a form to this too, and leaving is a form that is answered elsewhere.
          formAction: ["'self'", exitSite],
          frameAncestors: framed ? [...embedOrigins] : ["'none'"],
          baseUri: ["'none'"],
        },
      },
      frameguard: framed ? false : { action: 'deny' },
      referrerPolicy: { policy: 'no-referrer' },
    }),
    (_req, res, next) => {
      res.set('Cache-Control', 'no-store');
      next();
    },
  ];
}
