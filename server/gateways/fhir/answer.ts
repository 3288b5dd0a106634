/** What the plan's FHIR server said to a referral. A 200 is not trusted: each entry must have been taken. */
import type { BundleEntry } from 'fhir/r4.js';
import { z } from 'zod';
import { answerLimit, type NotYet, type Submitted, type Trouble } from '../../../referral/plan-gateway.ts';
import type { Answer } from './ask.ts';
import { issueCodes, verdictOf, type Refusal, type Verdict } from './outcome.ts';
import { parseJson } from './parse-json.ts';
import { waitSeconds } from './retry-after.ts';

/** Reads the answer to a transaction of these entries. `unnamed`: all was taken, and nothing says that it was these. */
export function submittedBy(
  answer: Answer,
  entries: readonly BundleEntry[],
  now: Date,
): Submitted | { readonly kind: 'unnamed' } {
  const verdict = verdictOn(answer, entries);
  switch (verdict.kind) {
    case 'received':
    case 'unnamed':
      return verdict;
    case 'refused':
      return refused(verdict.reason, answer);
    case 'notYet':
      return notYet(verdict.trouble, answer, now);
  }
}

/** Not now, with what was said, for the desk. */
export function notYet(trouble: Trouble, answer: Answer, now: Date): NotYet {
  const wait = waitSeconds(answer.headers.get('retry-after'), now);
  return { kind: 'notYet', trouble, answer: wordForWord(answer), ...(wait === null ? {} : { waitSeconds: wait }) };
}

/** Never, with what was said, for the desk. */
export function refused(reason: Refusal, answer: Answer): Extract<Submitted, { readonly kind: 'refused' }> {
  return { kind: 'refused', reason, answer: wordForWord(answer) };
}

function verdictOn(
  answer: Answer,
  entries: readonly BundleEntry[],
): Verdict | { readonly kind: 'received' | 'unnamed' } {
  const told = entriesIn(answer, 'transaction-response', entries.length);
  if ('kind' in told) return told;
  const verdicts = told.map(({ response }) => entryVerdict(response));
  const wrong = verdicts.filter((verdict) => verdict !== null);
  const worst = wrong.find(({ kind }) => kind === 'refused') ?? wrong[0];
  if (worst) return worst;
  // Something between us may have mixed up whose answer this is.
  const names = told.map(nameIn);
  if (names.some((name, at) => name !== undefined && name !== entries[at]?.request?.url)) return badAnswer;
  return { kind: names.includes(undefined) ? 'unnamed' : 'received' };
}

/** Of what this speaks, as `Patient/7`; undefined where it does not say so. */
function nameIn({ response, resource }: ToldEntry): string | undefined {
  const [, located] =
    /([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]*)?$/.exec(response.location ?? '') ?? [];
  return located ?? nameOf(resource);
}

/** A resource, as `Patient/7`. What only remarks on another has no name. */
export function nameOf(resource: unknown): string | undefined {
  const { resourceType, id } = Identity.safeParse(resource).data ?? {};
  return resourceType === undefined || resourceType === 'OperationOutcome' ? undefined : `${resourceType}/${id}`;
}
const Identity = z.looseObject({ resourceType: z.string(), id: z.string() });

/** What was said to each of so many entries, in their order; or why there is no such list. */
export function entriesIn(
  { status, body }: Answer,
  type: 'transaction-response' | 'batch-response',
  entries: number,
): readonly ToldEntry[] | Verdict {
  const said = parseJson(body);
  const codes = issueCodes(said);
  // A plain "not here" that is no FHIR comes from what stands before the server, as when its address has moved.
  if (!codes && [404, 405, 410].includes(status)) return badAnswer;
  if (codes || status < 200 || status > 299) return verdictOf(status, codes ?? []);
  const bundle = ResponseBundle.safeParse(said).data;
  if (bundle?.type !== type || bundle.entry.length !== entries) return badAnswer;
  return bundle.entry;
}

export type EntryResponse = z.infer<typeof EntryResponse>;
const EntryResponse = z.looseObject({
  /** As a number, 0 where it is none: servers write `201` and `201 Created`. Nothing else passes for one. */
  status: z.string().transform((text) => Number(/^(\d{3})(?: [^\d\p{C}]*)?$/u.exec(text)?.[1] ?? 0)),
  outcome: z.unknown().optional(),
  location: z.string().optional(),
});
export type ToldEntry = z.infer<typeof ToldEntry>;
const ToldEntry = z.looseObject({ response: EntryResponse, resource: z.unknown().optional() });
const ResponseBundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.string(),
  entry: z.array(ToldEntry),
});

const badAnswer: Verdict = { kind: 'notYet', trouble: 'badAnswer' };

/** Null: it was taken, now (201) or by an earlier try (200). */
function entryVerdict({ status, outcome }: EntryResponse): Verdict | null {
  const codes = issueCodes(outcome) ?? [];
  if (status >= 400) return verdictOf(status, codes);
  // One that says both is asked again, and then whether it is there.
  return (status === 200 || status === 201) && codes.length === 0 ? null : badAnswer;
}

/** What lets us in is cut: servers write it into their errors, and the desk is not to have it. */
function wordForWord({ status, headers, body, secret }: Answer): string {
  const location = headers.get('location');
  const head = [`HTTP ${status}`, ...(location === null ? [] : [`Location: ${location}`])];
  const all = [...head, '', body].join('\n');
  return (secret ? all.replaceAll(secret, '[cut]') : all).slice(0, answerLimit);
}
