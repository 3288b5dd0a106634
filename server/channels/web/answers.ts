/** How a browser is answered: in its language, with a whole page, or with a piece for the page that it has open. */
import type { Request, Response } from 'express';
import type { Tag } from '../../../locales/languages.ts';
import type { Html } from './html.ts';
import { pageLanguage } from './page-language.ts';
import type { WebChatParts } from './parts.ts';
import { pieceOfPage, wholePage, type Shown } from './show.ts';
import { troubleNote, troublePage } from './trouble-page.ts';
import type { Trouble } from './trouble.ts';
import { Voice } from './voice.ts';

export class Answers {
  readonly #parts: WebChatParts;

  constructor(parts: WebChatParts) {
    this.#parts = parts;
  }

  /** Of a page that cannot ask the conversation: as it says itself, else as the browser asks. */
  languageOf(req: Request): Tag {
    return pageLanguage(req) ?? this.#parts.languageFromHeader(req.get('accept-language')) ?? 'en';
  }

  voice(tag: Tag): Voice {
    return new Voice(tag, this.#parts.words, this.#parts.plan);
  }

  send(res: Response, page: Html): void {
    res.type('html').send(page.source);
  }

  page(res: Response, shown: Shown): void {
    this.send(res, wholePage(shown, this.voice(shown.outcome.language), this.#parts.settings.draft));
  }

  /** Only what the open page has not got: the entries after this one, and a new foot. */
  piece(res: Response, shown: Shown, after: number): void {
    this.send(res, pieceOfPage(shown, this.voice(shown.outcome.language), after));
  }

  /** Something cannot be done: said beside the field of an open page, or on a page of its own. */
  refuse(req: Request, res: Response, trouble: Trouble, status: number, id?: string): void {
    const voice = this.voice(this.languageOf(req));
    this.send(res.status(status), isPiece(req) ? troubleNote(trouble, voice, id) : troublePage(trouble, voice, id));
  }

  /** What the open page shows may not stay: it is asked for anew. */
  reload(res: Response): void {
    res.set('HX-Refresh', 'true').status(200).end();
  }
}

/** Asked by the script of an open page, which puts the answer into it. */
export const isPiece = (req: Request): boolean => req.get('hx-request') === 'true';
