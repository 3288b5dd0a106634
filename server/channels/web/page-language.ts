/** The language of a page that cannot ask the conversation: locked, refused, not yet begun. */
import type { Request, Response } from 'express';
import type { Tag } from '../../../locales/languages.ts';
import { cookieOf } from './session.ts';
import { tagFrom } from './voice.ts';

const name = 'language';
const options = { httpOnly: true, sameSite: 'lax', path: '/' } as const;

/** As the open page says, as the address asks (`?lang=es`), as this browser last had it; else null. */
export function pageLanguage(req: Request): Tag | null {
  const body: unknown = req.body;
  const ofPage = typeof body === 'object' && body !== null && 'lang' in body ? tagFrom(body.lang) : null;
  return ofPage ?? tagFrom(req.query['lang']) ?? tagFrom(cookieOf(req, name));
}

export function keepLanguage(req: Request, res: Response, tag: Tag): void {
  if (cookieOf(req, name) !== tag) res.cookie(name, tag, options);
}

export function forgetLanguage(res: Response): void {
  res.clearCookie(name, options);
}
