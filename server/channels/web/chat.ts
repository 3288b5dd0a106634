/** Each thing that a browser can ask of the chat. */
import type { Request, Response } from 'express';
import type { Outcome } from '../../../bot/inbound.ts';
import type { Tag } from '../../../locales/languages.ts';
import { limit, longestWait, networkOf } from '../../limits.ts';
import { readDate } from './date-fields.ts';
import { gone, openStream } from './event-stream.ts';
import { exitSite } from './exit-site.ts';
import type { Html } from './html.ts';
import { lockPage } from './lock-page.ts';
import { News } from './news.ts';
import { forgetLanguage, keepLanguage, pageLanguage } from './page-language.ts';
import type { WebChatParts } from './parts.ts';
import { Posted, saidBy, type SaidByForm } from './posted.ts';
import { isFormOf, Visits, type Visit } from './session.ts';
import { newestPlace, pieceOfPage, wholePage, type Shown } from './show.ts';
import { strangerKeys } from './stranger.ts';
import { troubleNote, troublePage } from './trouble-page.ts';
import { Refusal, type Trouble } from './trouble.ts';
import { Voice } from './voice.ts';

const streamsPerVisit = 4;
const streamsAtOnce = 2000;

export class WebChat {
  readonly #parts: WebChatParts;
  readonly #visits: Visits;
  readonly #news: News;
  readonly #strangerKey = strangerKeys();
  // A library or a clinic shares one address, so an address may do far more than one visit.
  readonly #limits = {
    begin: limit(60, 600),
    message: limit(40, 60),
    messageByAddress: limit(400, 60),
    pageByAddress: limit(600, 60),
    unlock: limit(5, 900),
  };

  constructor(parts: WebChatParts) {
    this.#parts = parts;
    this.#visits = new Visits(parts.sessions, parts.clock, parts.settings);
    this.#news = new News(parts.since, parts.settings.lookEvery);
  }

  close(): void {
    this.#news.close();
  }

  /** The talk so far; begins one for a browser that has none. */
  async show(req: Request, res: Response): Promise<void> {
    await this.#patience(res, [[this.#limits.pageByAddress, addressOf(req)]]);
    const visit = await this.#visits.find(req);
    if (visit?.locked) return this.#showLock(req, res, visit, false);
    if (!visit) await this.#patience(res, [[this.#limits.begin, addressOf(req)]]);
    const { key, formToken } = visit ?? (await this.#visits.begin(req, res));
    const outcome = await this.#open(req, key);
    keepLanguage(req, res, outcome.language);
    this.#send(res, wholePage({ outcome, formToken }, this.#voice(outcome.language), this.#parts.settings.draft));
  }

  /** A message. Danger is answered whoever sends it, and whatever does not work. */
  async hear(req: Request, res: Response): Promise<void> {
    const posted = Posted.safeParse(req.body);
    if (!posted.success) throw new Refusal('stale', 400);
    const isDanger = this.#parts.tellsOfDanger(posted.data.text);
    const visit = await this.#visits.find(req).catch((failed: unknown) => {
      if (isDanger) return this.#visits.guess(req);
      throw failed;
    });
    if (!visit || visit.locked || !isFormOf(visit, posted.data.token)) {
      return isDanger ? this.#answerStranger(req, res, posted.data) : this.#turnAway(req, res, visit);
    }
    if (!isDanger) {
      const { message, messageByAddress } = this.#limits;
      await this.#patience(res, [
        [message, visit.key],
        [messageByAddress, addressOf(req)],
      ]);
    }
    const said = isDanger ? { text: posted.data.text, choices: [] } : saidBy(posted.data);
    if (typeof said === 'string') return this.#askAgain(req, res, { visit, posted: posted.data, trouble: said });
    await this.#answer(req, res, { visit, posted: posted.data, said });
  }

  /** Later words, as they come. */
  async stream(req: Request, res: Response): Promise<void> {
    const visit = await this.#visits.look(req);
    if (!visit || visit.locked) return this.#endStream(req, res);
    if (this.#news.watchingFor(visit.key) >= streamsPerVisit || this.#news.watching >= streamsAtOnce) {
      throw new Refusal('tooMany', 429);
    }
    openStream(req, res, {
      key: visit.key,
      voice: this.#voice(this.#languageOf(req)),
      news: this.#news,
      since: this.#parts.since,
      isOpen: () => this.#visits.isOpen(visit),
      beat: this.#parts.settings.beatEvery ?? 20_000,
    });
  }

  /** The page is told to hide the talk; a browser that keeps no cookies is told nothing, or it would ask for ever. */
  #endStream(req: Request, res: Response): void {
    if (this.#visits.guess(req) === null) return void res.status(204).end();
    res.type('text/event-stream').send(gone);
  }

  /** One known fact opens the page again; five wrong ones in a quarter of an hour, and it stays shut that long. */
  async unlock(req: Request, res: Response): Promise<void> {
    const visit = await this.#visits.find(req);
    const posted = Posted.partial({ id: true }).safeParse(req.body);
    if (!visit || !posted.success || !isFormOf(visit, posted.data.token)) return res.redirect(303, '/');
    await this.#patience(res, [[this.#limits.unlock, visit.key]]);
    const date = readDate(posted.data);
    const known = date !== 'missing' && date !== 'wrong' && (await this.#parts.birthDates.matches(visit.key, date));
    if (!known) return this.#showLock(req, res, visit, true);
    await this.#visits.unlock(visit);
    res.redirect(303, '/');
  }

  async startOver(req: Request, res: Response): Promise<void> {
    await this.#visits.end(req, res);
    res.redirect(303, '/');
  }

  /** Away at once, also when storage does not answer: the cookie goes whatever happens. */
  async leave(req: Request, res: Response): Promise<void> {
    res.set('Clear-Site-Data', '"cache"');
    forgetLanguage(res);
    await this.#visits.end(req, res).catch((failed: unknown) => {
      this.#parts.log.error({ err: failed }, 'a visit could not be revoked');
    });
    // A page that has left already, by its script, only lets us know.
    if ('quiet' in req.query) return void res.status(204).end();
    res.redirect(303, exitSite);
  }

  /** Something cannot be done: said beside the field of an open page, or on a page of its own. */
  refuse(req: Request, res: Response, trouble: Trouble, status: number, id?: string): void {
    const voice = this.#voice(this.#languageOf(req));
    this.#send(res.status(status), isPiece(req) ? troubleNote(trouble, voice, id) : troublePage(trouble, voice, id));
  }

  async #answer(req: Request, res: Response, heard: Heard): Promise<void> {
    const outcome = await this.#receive(req, heard.visit.key, heard.posted, heard.said);
    // What could not be stored is only here: it is shown now, for it will not be there on the next page.
    const whole = outcome.messages.some(isUnstored) ? null : await this.#open(req, heard.visit.key).catch(() => null);
    const shown: Shown = { outcome: whole ?? outcome, formToken: heard.visit.formToken };
    const voice = this.#voice(outcome.language);
    if (isPiece(req)) {
      // Another language, or a talk that was begun again: what the page still shows must go.
      const begunAgain = (whole?.messages[0]?.seq ?? 0) > Math.max(1, heard.posted.after);
      if (whole && (begunAgain || outcome.language !== heard.posted.lang)) return this.#reload(res);
      return this.#send(res, pieceOfPage(shown, voice, whole ? heard.posted.after : -1));
    }
    if (whole) return res.redirect(303, `/${newestPlace(whole)}`);
    this.#send(res, wholePage(shown, voice, this.#parts.settings.draft));
  }

  /** Danger, from a page that may not go on with its talk: answered by itself, and nothing else is shown. */
  async #answerStranger(req: Request, res: Response, posted: Posted): Promise<void> {
    const key = this.#strangerKey(addressOf(req), this.#languageOf(req));
    const outcome = await this.#receive(req, key, posted, { text: posted.text, choices: [] });
    const voice = this.#voice(outcome.language);
    const shown: Shown = { outcome, formToken: '' };
    this.#send(res, isPiece(req) ? pieceOfPage(shown, voice, -1) : wholePage(shown, voice, this.#parts.settings.draft));
  }

  #turnAway(req: Request, res: Response, visit: Visit | null): void {
    if (!visit?.locked) throw new Refusal('stale', 403);
    if (isPiece(req)) return this.#reload(res);
    res.redirect(303, '/');
  }

  async #askAgain(req: Request, res: Response, { visit, posted, trouble }: Wanting): Promise<void> {
    const status = trouble === 'tooLong' ? 413 : 422;
    if (isPiece(req)) return this.refuse(req, res, trouble, status);
    const outcome = await this.#open(req, visit.key);
    const shown: Shown = { outcome, formToken: visit.formToken, trouble, typed: posted };
    this.#send(res.status(status), wholePage(shown, this.#voice(outcome.language), this.#parts.settings.draft));
  }

  async #showLock(req: Request, res: Response, visit: Visit, wrong: boolean): Promise<void> {
    const voice = this.#voice(this.#languageOf(req));
    const knowsBirthDate = await this.#parts.birthDates.given(visit.key);
    this.#send(res.status(wrong ? 422 : 200), lockPage({ token: visit.formToken, knowsBirthDate, wrong }, voice));
  }

  #open(req: Request, key: string): Promise<Outcome> {
    return this.#parts.talker.open({ channel: 'web', key, suggestedLanguage: this.#languageOf(req) });
  }

  #receive(req: Request, key: string, { id, question }: Posted, said: SaidByForm): Promise<Outcome> {
    return this.#parts.talker.receive({
      channel: 'web',
      key,
      id,
      text: said.text,
      choices: said.choices,
      question: question === '' ? null : question,
      attachments: 0,
      suggestedLanguage: this.#languageOf(req),
      address: addressOf(req),
    });
  }

  #languageOf(req: Request): Tag {
    return pageLanguage(req) ?? this.#parts.languageFromHeader(req.get('accept-language')) ?? 'en';
  }

  #voice(tag: Tag): Voice {
    return new Voice(tag, this.#parts.words, this.#parts.plan);
  }

  async #patience(res: Response, limits: Parameters<typeof longestWait>[0]): Promise<void> {
    const seconds = await longestWait(limits);
    if (seconds === 0) return;
    res.set('Retry-After', String(seconds));
    throw new Refusal('tooMany', 429);
  }

  #reload(res: Response): void {
    res.set('HX-Refresh', 'true').status(200).end();
  }

  #send(res: Response, page: Html): void {
    res.type('html').send(page.source);
  }
}

type Heard = { readonly visit: Visit; readonly posted: Posted; readonly said: SaidByForm };
type Wanting = { readonly visit: Visit; readonly posted: Posted; readonly trouble: Trouble };

/** The first number of a stored conversation is 1; what is numbered 0 was never stored. */
const isUnstored = ({ seq }: { readonly seq: number }): boolean => seq === 0;

/** Asked by the script of an open page, which puts the answer into it. */
const isPiece = (req: Request): boolean => req.get('hx-request') === 'true';

const addressOf = (req: Request): string => networkOf(req.ip ?? '');
