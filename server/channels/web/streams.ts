/** The open pages that wait to hear what is said later; so many for one visit, and so many at once. */
import type { Request, Response } from 'express';
import type { Answers } from './answers.ts';
import { gone, openStream } from './event-stream.ts';
import { News } from './news.ts';
import type { WebChatParts } from './parts.ts';
import type { Visits } from './session.ts';
import { footOf } from './show.ts';
import { Refusal } from './trouble.ts';

const perVisit = 4;
const atOnce = 2000;

export class Streams {
  readonly #parts: WebChatParts;
  readonly #visits: Visits;
  readonly #answers: Answers;
  readonly #news: News;

  constructor(parts: WebChatParts, visits: Visits, answers: Answers) {
    this.#parts = parts;
    this.#visits = visits;
    this.#answers = answers;
    this.#news = new News(parts.since, parts.settings.lookEvery);
  }

  close(): void {
    this.#news.close();
  }

  async open(req: Request, res: Response): Promise<void> {
    const visit = await this.#visits.look(req);
    if (!visit || visit.locked) return this.#end(req, res);
    if (this.#news.watchingFor(visit.key) >= perVisit || this.#news.watching >= atOnce) {
      throw new Refusal('tooMany', 429);
    }
    const language = this.#answers.languageOf(req);
    const voice = this.#answers.voice(language);
    const { key, formToken } = visit;
    openStream(req, res, {
      key,
      voice,
      foot: async () =>
        footOf(
          { outcome: await this.#parts.talker.open({ channel: 'web', key, suggestedLanguage: language }), formToken },
          voice,
        ),
      news: this.#news,
      since: this.#parts.since,
      isOpen: () => this.#visits.isOpen(visit),
      beat: this.#parts.settings.beatEvery ?? 20_000,
    });
  }

  /** The page is told to hide the talk; a browser that keeps no cookies is told nothing, or it would ask for ever. */
  #end(req: Request, res: Response): void {
    if (this.#visits.guess(req) === null) return void res.status(204).end();
    res.type('text/event-stream').send(gone);
  }
}
