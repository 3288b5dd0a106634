/** Says on every page of a practice desk that it is one, whichever part of the desk has made the page. */
import type { RequestHandler, Response } from 'express';
import { html } from '../channels/web/html.ts';
import { words } from './words.ts';

const banner = html`<aside class="practice" aria-label="${words.practice.label}">${words.practice.banner}</aside>`
  .source;

export const practiceBanner: RequestHandler = (_request, response, next) => {
  const send = response.send.bind(response);
  response.send = (body: unknown) =>
    // A file may hold anything that somebody has typed.
    send(typeof body === 'string' && isPage(response) ? body.replace(/<body[^>]*>/, (tag) => tag + banner) : body);
  next();
};

/** What is sent as text without a type is a page. */
const isPage = (response: Response): boolean => (response.get('Content-Type') ?? 'text/html').startsWith('text/html');
