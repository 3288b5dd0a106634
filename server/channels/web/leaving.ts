/** The ends of a visit: begun anew on this device, or left for a site that says nothing. */
import type { Request, Response } from 'express';
import type { Log } from '../../log.ts';
import { exitSite } from './exit-site.ts';
import { forgetLanguage } from './page-language.ts';
import type { Visits } from './session.ts';

export async function startOver(visits: Visits, req: Request, res: Response): Promise<void> {
  await visits.end(req, res);
  res.redirect(303, '/');
}

/** Away at once, also when storage does not answer: the cookie goes whatever happens. */
export async function leave(visits: Visits, log: Log, req: Request, res: Response): Promise<void> {
  res.set('Clear-Site-Data', '"cache"');
  forgetLanguage(res);
  await visits.end(req, res).catch((failed: unknown) => {
    log.error({ err: failed }, 'a visit could not be revoked');
  });
  // A page that has left already, by its script, only lets us know.
  if ('quiet' in req.query) return void res.status(204).end();
  res.redirect(303, exitSite);
}
