/** What of a referral the plan has already: it may have worked on it since, and that must not be set back. */
import type { Bundle, BundleEntry } from 'fhir/r4.js';
import type { NotYet } from '../../../referral/plan-gateway.ts';
import { entriesIn, nameOf, notYet, type EntryResponse } from './answer.ts';
import type { Answer } from './ask.ts';
import { issueCodes, verdictOf } from './outcome.ts';

/** Reads, in one request, each resource that the transaction would write. */
export function lookFor({ entry = [] }: Bundle): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'batch',
    entry: entry.flatMap(({ request }) => (request ? [{ request: { method: 'GET', url: request.url } }] : [])),
  };
}

/** The entries that are not there yet, by the answer to the look; or why it could not be told. */
export function missing({ entry = [] }: Bundle, answer: Answer, now: Date): readonly BundleEntry[] | NotYet {
  const told = entriesIn(answer, 'batch-response', entry.length);
  // A server that takes transactions and no batches: then everything goes, rather than nothing.
  if ('kind' in told) return told.kind === 'refused' ? entry : notYet(told.trouble, answer, now);
  const trouble = told.map(({ response }) => troubleIn(response)).find((found) => found !== null);
  if (trouble) return notYet(trouble, answer, now);
  const shown = told.filter(({ response }) => response.status === 200).map(({ resource }) => nameOf(resource));
  const wanted = new Set(entry.map(({ request }) => request?.url));
  // Only what is shown is believed to be there: what is wrongly held for sent is lost.
  if (new Set(shown).size < shown.length || !shown.every((url) => wanted.has(url)))
    return notYet('badAnswer', answer, now);
  // What the plan has deleted (410) it has had, too.
  return entry.filter(({ request }, at) => !shown.includes(request?.url) && told[at]?.response.status !== 410);
}

/** Whether the plan itself says that a part is not there, by the answer to a look; one that may not be read may be. */
export function isLacking({ entry = [] }: Bundle, answer: Answer): boolean {
  const told = entriesIn(answer, 'batch-response', entry.length);
  return !('kind' in told) && told.some(({ response }) => response.status === 404);
}

function troubleIn({ status, outcome }: EntryResponse): NotYet['trouble'] | null {
  // What we may not read, we may still be allowed to write.
  if (status < 400 || status === 401 || status === 403) return null;
  const verdict = verdictOf(status, issueCodes(outcome) ?? []);
  return verdict.kind === 'notYet' ? verdict.trouble : null;
}
