/** Changes what the plan has, on the version that was just read and on no other: what its staff did meanwhile stays. */
import type { Bundle, BundleEntry } from 'fhir/r4.js';
import { z } from 'zod';
import type { Amendment, Had } from '../../../referral/bundle/follow-up.ts';
import type { NotYet, Submitted } from '../../../referral/plan-gateway.ts';
import { entriesIn, nameOf, notYet, refused, submittedBy } from './answer.ts';
import type { Answer } from './ask.ts';
import { issueCodes, verdictOf } from './outcome.ts';
import type { Post } from './signed-in.ts';

/** So often in one try, where somebody there writes at the same moment. */
const mostReads = 3;

export async function amend({ urls, changed }: Amendment, post: Post, now: () => Date): Promise<Submitted> {
  for (let read = 0; read < mostReads; read += 1) {
    const looked = await post(lookAt(urls));
    if (looked.kind === 'notYet') return looked;
    const found = foundIn(looked, urls, now());
    if ('kind' in found) return found;
    const entry = changed(found).map(onItsVersion);
    if (entry.length === 0) return { kind: 'received' };
    // Without versions nobody can tell whether it is still what was read.
    if (!entry.every(isSafe)) return refused('notSupported', looked);
    const answer = await post({ resourceType: 'Bundle', type: 'transaction', entry: [...entry] });
    if (answer.kind === 'notYet') return answer;
    const written = submittedBy(answer, entry, now());
    if (written.kind === 'received' || written.kind === 'notYet') return written;
    // It is not what was read any more, or the answer does not say of what it speaks: looked at once more.
    if (written.kind === 'refused' && written.reason !== 'conflict') return written;
  }
  return { kind: 'notYet', trouble: 'busy' };
}

const lookAt = (urls: readonly string[]): Bundle => ({
  resourceType: 'Bundle',
  type: 'batch',
  entry: urls.map((url) => ({ request: { method: 'GET', url } })),
});

/** What is there, by url; or why it cannot be told, or never will be. */
function foundIn(answer: Answer, urls: readonly string[], now: Date): ReadonlyMap<string, Had> | NotYet | Refused {
  const told = entriesIn(answer, 'batch-response', urls.length);
  if ('kind' in told) return told.kind === 'refused' ? refused(told.reason, answer) : notYet(told.trouble, answer, now);
  const found = new Map<string, Had>();
  for (const [at, { response, resource }] of told.entries()) {
    const { status, outcome } = response;
    // What the plan has deleted it has done with.
    if (status === 410) continue;
    if (status >= 400) {
      const verdict = verdictOf(status, issueCodes(outcome) ?? []);
      return verdict.kind === 'refused' ? refused(verdict.reason, answer) : notYet(verdict.trouble, answer, now);
    }
    const had = HadShape.safeParse(resource).data;
    if (status !== 200 || !had || nameOf(resource) !== urls[at]) return notYet('badAnswer', answer, now);
    found.set(`${had.resourceType}/${had.id}`, had);
  }
  return found;
}
type Refused = Extract<Submitted, { readonly kind: 'refused' }>;

const HadShape = z.looseObject({ resourceType: z.string(), id: z.string() });
const Versioned = z.looseObject({ meta: z.looseObject({ versionId: z.string().min(1) }) });

function onItsVersion(had: Had): BundleEntry {
  const url = `${had.resourceType}/${had.id}`;
  const version = Versioned.safeParse(had).data?.meta.versionId;
  const ifMatch = version === undefined ? {} : { ifMatch: `W/"${version}"` };
  // It goes back as it came: whatever else the plan keeps in it.
  return { resource: had, request: { method: 'PUT', url, ...ifMatch } };
}

const isSafe = ({ request }: BundleEntry): boolean => request?.ifMatch !== undefined;
