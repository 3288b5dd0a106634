/** A page that was left alone shows nothing of the talk until one known fact is given. */
import type { Request, Response } from 'express';
import type { Answers } from './answers.ts';
import { readDate } from './date-fields.ts';
import { lockPage } from './lock-page.ts';
import type { WebChatParts } from './parts.ts';
import type { Patience } from './patience.ts';
import { Posted } from './posted.ts';
import { isFormOf, type Visit, type Visits } from './session.ts';

export class Lock {
  readonly #birthDates: WebChatParts['birthDates'];
  readonly #visits: Visits;
  readonly #answers: Answers;
  readonly #patience: Patience;

  constructor(birthDates: WebChatParts['birthDates'], visits: Visits, answers: Answers, patience: Patience) {
    this.#birthDates = birthDates;
    this.#visits = visits;
    this.#answers = answers;
    this.#patience = patience;
  }

  async show(req: Request, res: Response, visit: Visit, wrong = false): Promise<void> {
    const voice = this.#answers.voice(this.#answers.languageOf(req));
    const knowsBirthDate = await this.#birthDates.given(visit.key);
    const page = lockPage({ token: visit.formToken, knowsBirthDate, wrong }, voice);
    this.#answers.send(res.status(wrong ? 422 : 200), page);
  }

  async open(req: Request, res: Response): Promise<void> {
    const visit = await this.#visits.find(req);
    const posted = Posted.partial({ id: true }).safeParse(req.body);
    if (!visit || !posted.success || !isFormOf(visit, posted.data.token)) return res.redirect(303, '/');
    await this.#patience.unlock(res, visit);
    const date = readDate(posted.data);
    const known = date !== 'missing' && date !== 'wrong' && (await this.#birthDates.matches(visit.key, date));
    if (!known) return this.show(req, res, visit, true);
    await this.#visits.unlock(visit);
    res.redirect(303, '/');
  }
}
