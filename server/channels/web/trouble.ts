/** What may go wrong between a member and the page; each has its words under `page.trouble`. */
export type Trouble =
  'dateMissing' | 'dateWrong' | 'empty' | 'tooLong' | 'tooMany' | 'stale' | 'notFound' | 'broken' | 'offline';

/** Refused before it reached the assistant: told in words, with this HTTP status. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly trouble: Trouble;
  readonly status: number;
  constructor(trouble: Trouble, status: number) {
    super(trouble);
    this.trouble = trouble;
    this.status = status;
  }
}
