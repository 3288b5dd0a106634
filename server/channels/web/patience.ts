/** How often one visit, and one address, may do each thing; whoever goes over is told to wait, with the seconds. */
import type { Request, Response } from 'express';
import { limit, longestWait, networkOf, type Limit } from '../../limits.ts';
import type { Visit } from './session.ts';
import { Refusal } from './trouble.ts';

export class Patience {
  // A library or a clinic shares one address, so an address may do far more than one visit.
  readonly #pageByAddress = limit(600, 60);
  readonly #begin = limit(60, 600);
  readonly #message = limit(40, 60);
  readonly #messageByAddress = limit(400, 60);
  readonly #unlock = limit(5, 900);

  page = (req: Request, res: Response): Promise<void> => refuseOver(res, [[this.#pageByAddress, addressOf(req)]]);

  begin = (req: Request, res: Response): Promise<void> => refuseOver(res, [[this.#begin, addressOf(req)]]);

  message = (req: Request, res: Response, { key }: Visit): Promise<void> =>
    refuseOver(res, [
      [this.#message, key],
      [this.#messageByAddress, addressOf(req)],
    ]);

  /** Five wrong facts in a quarter of an hour, and the page stays shut that long. */
  unlock = (res: Response, { key }: Visit): Promise<void> => refuseOver(res, [[this.#unlock, key]]);
}

/** Where a request comes from, as far as limits go by it. */
export const addressOf = (req: Request): string => networkOf(req.ip ?? '');

async function refuseOver(res: Response, limits: readonly (readonly [Limit, key: string])[]): Promise<void> {
  const seconds = await longestWait(limits);
  if (seconds === 0) return;
  res.set('Retry-After', String(seconds));
  throw new Refusal('tooMany', 429);
}
