// What a plan's server or the way to it can do to one transaction.
export type Fault =
  /** Slow: before the work, or after it and before the answer. */
  | { readonly kind: 'delay'; readonly before?: number; readonly after?: number }
  /** Answers this, and does nothing. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Does the work, and answers something else. */
  | { readonly kind: 'answerAfterWork'; readonly status: number; readonly body: string }
  /** The connection breaks: before the work, or after it, so that the answer is lost. */
  | { readonly kind: 'drop'; readonly when: 'beforeWork' | 'afterWork' }
  /** Something between us hands it over twice, at the same moment. */
  | { readonly kind: 'duplicate' }
  /** A server that is not atomic: 200, with one entry refused and the others kept. */
  | { readonly kind: 'refuseEntry'; readonly index: number; readonly status?: number };

export const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
