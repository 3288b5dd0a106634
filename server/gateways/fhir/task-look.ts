/** Reads many resources of the plan's server by their ids, in batches: one that cannot be read keeps none back. */
import type { Bundle } from 'fhir/r4.js';
import type { NotYet } from '../../../referral/plan-gateway.ts';
import { entriesIn, notYet, type ToldEntry } from './answer.ts';
import type { Answer } from './ask.ts';
import type { Post } from './signed-in.ts';

/** What was said of one of them; `garbled`: what was said of it alone is no answer at all. */
export type Looked<Wanted> =
  | { readonly kind: 'told'; readonly wanted: Wanted; readonly entry: ToldEntry }
  | { readonly kind: 'garbled'; readonly wanted: Wanted; readonly answer: string };

export type LookParts = {
  /** For one request, however long it may take. */
  readonly post: () => Post;
  readonly now: () => Date;
  readonly isStopped: () => boolean;
};

/** So many answers in a row that are none, each to one question: then it is the server, and not one of its Tasks. */
const garbledInARow = 3;

/**
 * Gives each answer to `heard`, in order. What is said of many and cannot be read is asked for in halves, down to one.
 * No link in an answer is followed. Null: all were asked for; else why the rest was not.
 */
export async function look<Wanted>(
  wanted: readonly Wanted[],
  urlOf: (one: Wanted) => string,
  { post, now, isStopped }: LookParts,
  heard: (looked: Looked<Wanted>) => Promise<void>,
): Promise<NotYet | null> {
  let garbled = 0;

  async function ask(some: readonly Wanted[]): Promise<NotYet | null> {
    if (isStopped()) return stopped;
    const answer = await post()(batchOf(some.map(urlOf)));
    if (isStopped()) return stopped;
    if (answer.kind === 'notYet') return answer;
    const told = entriesIn(answer, 'batch-response', some.length);
    if (!('kind' in told)) {
      garbled = 0;
      for (const [at, one] of some.entries()) {
        const entry = told[at];
        if (entry) await heard({ kind: 'told', wanted: one, entry });
      }
      return null;
    }
    const isTooMuch = told.kind === 'refused' && told.reason === 'tooLarge';
    if (!isTooMuch && !isGarbled(answer))
      return notYet(told.kind === 'notYet' ? told.trouble : 'badAnswer', answer, now());
    const [only] = some;
    if (some.length > 1 || only === undefined) return inHalves(some);
    garbled += 1;
    await heard({ kind: 'garbled', wanted: only, answer: notYet('badAnswer', answer, now()).answer ?? '' });
    return garbled >= garbledInARow ? notYet('badAnswer', answer, now()) : null;
  }

  async function inHalves(some: readonly Wanted[]): Promise<NotYet | null> {
    const middle = Math.ceil(some.length / 2);
    return (await ask(some.slice(0, middle))) ?? (await ask(some.slice(middle)));
  }

  return wanted.length === 0 ? null : ask(wanted);
}

const stopped: NotYet = { kind: 'notYet', trouble: 'resting' };

/** A 2xx that is no answer to what was asked. */
const isGarbled = ({ status }: Answer): boolean => status >= 200 && status <= 299;

const batchOf = (urls: readonly string[]): Bundle => ({
  resourceType: 'Bundle',
  type: 'batch',
  entry: urls.map((url) => ({ request: { method: 'GET', url } })),
});
