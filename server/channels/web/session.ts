/** One visit of one browser: a random token in a cookie, known here only by its hash. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import { mintToken } from '../../ids.ts';
import type { Clock } from '../../clock.ts';
import type { WebSessions } from '../../storage/web-sessions.ts';

export type SessionSettings = {
  readonly idleLockMinutes: number;
  readonly publicUrl: string | null;
  readonly embedOrigins: readonly string[];
};

/** A visit as a request shows it. */
export type Visit = {
  /** Whose conversation; made from the token, and not to be turned back into it. */
  readonly key: string;
  readonly tokenHash: string;
  /** What each form of this visit carries; nobody else's page can know it. */
  readonly formToken: string;
  /** The pause was too long: nothing is shown until one known fact is given. */
  readonly locked: boolean;
};

export class Visits {
  readonly #sessions: WebSessions;
  readonly #clock: Clock;
  readonly #settings: SessionSettings;

  constructor(sessions: WebSessions, clock: Clock, settings: SessionSettings) {
    this.#sessions = sessions;
    this.#clock = clock;
    this.#settings = settings;
  }

  /** The visit that this browser's cookie stands for; null for none, unknown or revoked. */
  async find(req: Request): Promise<Visit | null> {
    const visit = await this.look(req);
    if (visit && !visit.locked) await this.#keepOpen(visit.tokenHash);
    return visit;
  }

  /** The same for what a page does by itself, such as listening: it is no sign that anybody is there. */
  async look(req: Request): Promise<Visit | null> {
    const token = readCookie(req, this.#cookieName);
    if (token === null) return null;
    const found = await this.#sessions.findSession(hashOf(token));
    if (found === null) return null;
    const locked = Date.parse(found.idleUntil) <= this.#clock.now().getTime();
    return visitOf(token, found.conversationKey, locked);
  }

  /** The same, as far as it can be told without storage: for words that must go out whatever storage does. */
  guess(req: Request): Visit | null {
    const token = readCookie(req, this.#cookieName);
    return token === null ? null : visitOf(token, keyOf(token), true);
  }

  /** Whether a page that is open may still show the talk; moves nothing. */
  async isOpen(visit: Visit): Promise<boolean> {
    const found = await this.#sessions.findSession(visit.tokenHash);
    return found !== null && Date.parse(found.idleUntil) > this.#clock.now().getTime();
  }

  async begin(req: Request, res: Response): Promise<Visit> {
    const token = mintToken();
    const now = this.#clock.now().toISOString();
    await this.#sessions.createSession(hashOf(token), keyOf(token), now, this.#idleUntil());
    res.cookie(this.#cookieName, token, this.#cookieOptions(req));
    return visitOf(token, keyOf(token), false);
  }

  async unlock(visit: Visit): Promise<void> {
    await this.#sessions.touchSession(visit.tokenHash, this.#idleUntil());
  }

  /** Nothing on this device leads back to the talk any more. */
  async end(req: Request, res: Response): Promise<void> {
    const token = readCookie(req, this.#cookieName);
    res.clearCookie(this.#cookieName, this.#cookieOptions(req));
    if (token !== null) await this.#sessions.revokeSession(hashOf(token));
  }

  /** Written at most once a minute, so that reading a page does not cost a write. */
  async #keepOpen(tokenHash: string): Promise<void> {
    const found = await this.#sessions.findSession(tokenHash);
    const later = this.#idleUntil();
    if (found && Date.parse(later) - Date.parse(found.idleUntil) >= 60_000)
      await this.#sessions.touchSession(tokenHash, later);
  }

  #idleUntil(): string {
    return new Date(this.#clock.now().getTime() + this.#settings.idleLockMinutes * 60_000).toISOString();
  }

  get #secure(): boolean {
    return this.#settings.publicUrl?.startsWith('https:') ?? false;
  }

  get #cookieName(): string {
    return this.#secure ? '__Host-visit' : 'visit';
  }

  #cookieOptions(req: Request): CookieOptions {
    // In somebody else's frame a Lax cookie is never sent back; a partitioned one is kept for that site alone.
    const framed = this.#secure && this.#settings.embedOrigins.length > 0 && req.get('sec-fetch-dest') === 'iframe';
    const where = framed ? ({ sameSite: 'none', partitioned: true } as const) : ({ sameSite: 'lax' } as const);
    return { httpOnly: true, secure: this.#secure, path: '/', ...where };
  }
}

/** Whether a form was made for this visit. */
export function isFormOf(visit: Visit, token: string): boolean {
  const [given, right] = [Buffer.from(token), Buffer.from(visit.formToken)];
  return given.length === right.length && timingSafeEqual(given, right);
}

function visitOf(token: string, key: string, locked: boolean): Visit {
  const formToken = createHmac('sha256', token).update('form').digest('base64url');
  return { key, tokenHash: hashOf(token), formToken, locked };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const keyOf = (token: string): string => createHmac('sha256', token).update('conversation').digest('base64url');

function readCookie(req: Request, name: string): string | null {
  const value = cookieOf(req, name);
  return value !== null && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
}

/** One cookie of a request, as it stands. */
export function cookieOf(req: Request, name: string): string | null {
  const pairs = (req.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1] ?? null;
}
