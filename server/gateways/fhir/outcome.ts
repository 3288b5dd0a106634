/** What a FHIR server means when it does not take a referral: never, or not now. */
import { z } from 'zod';
import type { Trouble } from '../../../referral/plan-gateway.ts';

/** Why the plan's system will never take it as it is; each has words at the desk (`undelivered.reasons`). */
export const refusals = ['invalid', 'tooLarge', 'conflict', 'notFound', 'forbidden', 'notSupported'] as const;
export type Refusal = (typeof refusals)[number];

export type Verdict =
  { readonly kind: 'refused'; readonly reason: Refusal } | { readonly kind: 'notYet'; readonly trouble: Trouble };

/**
 * Sorts a status and the codes of the OperationOutcome beside it. The code is the server's own word and is believed
 * before the status, except of who we are: a key or a right is mended here or there, and then the referral goes.
 */
export function verdictOf(status: number, codes: readonly string[]): Verdict {
  if (status === 401 || status === 403) {
    return codes.includes('business-rule') ? refused('forbidden') : notYet('unauthorized');
  }
  return first(codes, (code) => never.get(code)) ?? first(codes, (code) => later.get(code)) ?? byStatus(status);
}

/** The codes of what went wrong; null when this is no OperationOutcome. Warnings and remarks are left out. */
export function issueCodes(body: unknown): readonly string[] | null {
  const outcome = OperationOutcome.safeParse(body).data;
  if (!outcome) return null;
  return outcome.issue.filter(({ severity }) => !harmless.has(severity ?? '')).flatMap(({ code }) => code ?? []);
}

const OperationOutcome = z.looseObject({
  resourceType: z.literal('OperationOutcome'),
  issue: z.array(z.looseObject({ severity: z.string().optional(), code: z.string().optional() })),
});

const harmless: ReadonlySet<string> = new Set(['warning', 'information']);

const refused = (reason: Refusal): Verdict => ({ kind: 'refused', reason });
const notYet = (trouble: Trouble): Verdict => ({ kind: 'notYet', trouble });

/**
 * http://hl7.org/fhir/R4/valueset-issue-type.html. `processing` is left out: servers put everything under it, what
 * passes too, so that the status tells more.
 */
const never: ReadonlyMap<string, Verdict> = new Map([
  ['invalid', refused('invalid')],
  ['structure', refused('invalid')],
  ['required', refused('invalid')],
  ['value', refused('invalid')],
  ['invariant', refused('invalid')],
  ['code-invalid', refused('invalid')],
  ['too-long', refused('tooLarge')],
  ['too-costly', refused('tooLarge')],
  ['business-rule', refused('forbidden')],
  ['forbidden', refused('forbidden')],
  ['suppressed', refused('forbidden')],
  ['duplicate', refused('conflict')],
  ['multiple-matches', refused('conflict')],
  ['conflict', refused('conflict')],
  ['not-found', refused('notFound')],
  ['deleted', refused('notFound')],
  ['not-supported', refused('notSupported')],
  ['extension', refused('notSupported')],
]);

const later: ReadonlyMap<string, Verdict> = new Map([
  ['transient', notYet('busy')],
  ['lock-error', notYet('busy')],
  ['throttled', notYet('busy')],
  ['no-store', notYet('planFailed')],
  ['exception', notYet('planFailed')],
  ['incomplete', notYet('planFailed')],
  ['timeout', notYet('timeout')],
  ['security', notYet('unauthorized')],
  ['login', notYet('unauthorized')],
  ['unknown', notYet('unauthorized')],
  ['expired', notYet('unauthorized')],
]);

function byStatus(status: number): Verdict {
  const known = statuses.get(status);
  if (known) return known;
  if (status >= 500) return notYet('planFailed');
  return status === 400 || status === 422 ? refused('invalid') : notYet('badAnswer');
}

const statuses: ReadonlyMap<number, Verdict> = new Map([
  [404, refused('notFound')],
  [405, refused('notSupported')],
  [406, refused('notSupported')],
  [407, notYet('unauthorized')],
  [408, notYet('timeout')],
  // Two at a time, as a rule: a server that has another by this number says so with a code.
  [409, notYet('busy')],
  [410, refused('notFound')],
  [412, refused('conflict')],
  [413, refused('tooLarge')],
  [415, refused('notSupported')],
  [421, notYet('busy')],
  [423, notYet('busy')],
  [425, notYet('busy')],
  [429, notYet('busy')],
  [502, notYet('unreachable')],
  [503, notYet('busy')],
  [504, notYet('timeout')],
]);

function first<From, To>(list: readonly From[], find: (one: From) => To | undefined): To | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
