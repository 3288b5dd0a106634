/** The talk of one browser: shown as it stands, and gone on with by what its forms send. */
import type { Request, Response } from 'express';
import type { Outcome } from '../../../bot/inbound.ts';
import { isPiece, type Answers } from './answers.ts';
import type { Lock } from './lock.ts';
import { keepLanguage } from './page-language.ts';
import type { WebChatParts } from './parts.ts';
import { addressOf, type Patience } from './patience.ts';
import { Posted, saidBy, type SaidByForm } from './posted.ts';
import { isFormOf, type Visit, type Visits } from './session.ts';
import { newestPlace, type Shown } from './show.ts';
import { strangerKeys } from './stranger.ts';
import { Refusal, type Trouble } from './trouble.ts';

export type ChatParts = Pick<WebChatParts, 'talker' | 'tellsOfDanger'> & {
  readonly visits: Visits;
  readonly answers: Answers;
  readonly patience: Patience;
  readonly lock: Lock;
};

export class Chat {
  readonly #parts: ChatParts;
  readonly #strangerKey = strangerKeys();

  constructor(parts: ChatParts) {
    this.#parts = parts;
  }

  /** The talk so far; begins one for a browser that has none. */
  async show(req: Request, res: Response): Promise<void> {
    const { visits, patience, lock, answers } = this.#parts;
    await patience.page(req, res);
    const visit = await visits.find(req);
    if (visit?.locked) return lock.show(req, res, visit);
    if (!visit) await patience.begin(req, res);
    const { key, formToken } = visit ?? (await visits.begin(req, res));
    const outcome = await this.#open(req, key);
    keepLanguage(req, res, outcome.language);
    answers.page(res, { outcome, formToken });
  }

  /** A message. Danger is answered whoever sends it, and whatever does not work. */
  async hear(req: Request, res: Response): Promise<void> {
    const { visits, patience, tellsOfDanger } = this.#parts;
    const posted = Posted.safeParse(req.body);
    if (!posted.success) throw new Refusal('stale', 400);
    const isDanger = tellsOfDanger(posted.data.text);
    const visit = await visits.find(req).catch((failed: unknown) => {
      if (isDanger) return visits.guess(req);
      throw failed;
    });
    if (!visit || visit.locked || !isFormOf(visit, posted.data.token)) {
      return isDanger ? this.#answerStranger(req, res, posted.data) : this.#turnAway(req, res, visit);
    }
    if (!isDanger) await patience.message(req, res, visit);
    const said = isDanger ? { text: posted.data.text, choices: [] } : saidBy(posted.data);
    if (typeof said === 'string') return this.#askAgain(req, res, { visit, posted: posted.data, trouble: said });
    await this.#answer(req, res, { visit, posted: posted.data, said });
  }

  async #answer(req: Request, res: Response, heard: Heard): Promise<void> {
    const outcome = await this.#receive(req, heard.visit.key, heard.posted, heard.said);
    // What could not be stored is only here: it is shown now, for it will not be there on the next page.
    const whole = outcome.messages.some(isUnstored) ? null : await this.#open(req, heard.visit.key).catch(() => null);
    const shown: Shown = { outcome: whole ?? outcome, formToken: heard.visit.formToken };
    const { answers } = this.#parts;
    if (isPiece(req)) {
      // Another language, or a talk that was begun again: what the page still shows must go.
      const begunAgain = (whole?.messages[0]?.seq ?? 0) > Math.max(1, heard.posted.after);
      if (whole && (begunAgain || outcome.language !== heard.posted.lang)) return answers.reload(res);
      return answers.piece(res, shown, whole ? heard.posted.after : -1);
    }
    if (whole) return res.redirect(303, `/${newestPlace(whole)}`);
    answers.page(res, shown);
  }

  /** Danger, from a page that may not go on with its talk: answered by itself, and nothing else is shown. */
  async #answerStranger(req: Request, res: Response, posted: Posted): Promise<void> {
    const { answers } = this.#parts;
    const key = this.#strangerKey(addressOf(req), answers.languageOf(req));
    const outcome = await this.#receive(req, key, posted, { text: posted.text, choices: [] });
    const shown: Shown = { outcome, formToken: '' };
    return isPiece(req) ? answers.piece(res, shown, -1) : answers.page(res, shown);
  }

  #turnAway(req: Request, res: Response, visit: Visit | null): void {
    if (!visit?.locked) throw new Refusal('stale', 403);
    if (isPiece(req)) return this.#parts.answers.reload(res);
    res.redirect(303, '/');
  }

  async #askAgain(req: Request, res: Response, { visit, posted, trouble }: Wanting): Promise<void> {
    const status = trouble === 'tooLong' ? 413 : 422;
    const { answers } = this.#parts;
    if (isPiece(req)) return answers.refuse(req, res, trouble, status);
    const outcome = await this.#open(req, visit.key);
    answers.page(res.status(status), { outcome, formToken: visit.formToken, trouble, typed: posted });
  }

  #open(req: Request, key: string): Promise<Outcome> {
    return this.#parts.talker.open({ channel: 'web', key, suggestedLanguage: this.#parts.answers.languageOf(req) });
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
      suggestedLanguage: this.#parts.answers.languageOf(req),
      address: addressOf(req),
    });
  }
}

type Heard = { readonly visit: Visit; readonly posted: Posted; readonly said: SaidByForm };
type Wanting = { readonly visit: Visit; readonly posted: Posted; readonly trouble: Trouble };

/** The first number of a stored conversation is 1; what is numbered 0 was never stored. */
const isUnstored = ({ seq }: { readonly seq: number }): boolean => seq === 0;
