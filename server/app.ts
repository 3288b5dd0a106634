/** The HTTP server's routes put together; it opens no socket, so that a test can build it. */
import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import { logFailure, type Log } from './log.ts';

export type AppParts = {
  readonly log: Log;
  /** How many proxies stand before us whose word on the sender's address we take. */
  readonly trustProxy: number;
  /** Whether a turn could be stored now. */
  readonly isReady: () => Promise<boolean>;
  /** What answers below a path, in this order; a part that is off is not in the list, and its path is not found. */
  readonly mounted: readonly { readonly path: string; readonly routes: RequestHandler }[];
  /** The web chat: everything else. */
  readonly web: RequestHandler;
};

export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', parts.trustProxy);
  app.set('query parser', 'simple');
  app.use(strictest);
  app.use(logged(parts.log));
  app.get('/health', async (_req, res) => {
    const ready = await parts.isReady().catch(() => false);
    res.status(ready ? 200 : 503).json({ ready });
  });
  for (const { path, routes } of parts.mounted) app.use(path, routes);
  app.use(parts.web);
  app.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    const id = logFailure(parts.log, error, 'a request failed');
    if (res.headersSent) return next(error);
    res.status(500).type('text/plain').send(id);
  });
  return app;
}

/** For every answer, unless its part knows better: nothing is loaded, framed, kept or told to others. */
const strictest: RequestHandler = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
});

/** Method, status and time of each request. No address: it may carry an id. */
function logged(log: Log): RequestHandler {
  return (req, res, next) => {
    const begun = process.hrtime.bigint();
    res.on('finish', () => {
      const ms = Number(process.hrtime.bigint() - begun) / 1e6;
      log.debug({ method: req.method, status: res.statusCode, ms: Math.round(ms) }, 'request');
    });
    next();
  };
}
