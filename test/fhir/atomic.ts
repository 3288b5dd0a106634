// What the engine lacks of a transaction: it keeps the good entries of a bad Bundle. So all are judged before any is done.
import { createHash } from 'node:crypto';
import type { FhirRepository } from '@medplum/fhir-router';
import type { Bundle, BundleEntry, OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import { bindingFaults, structureFaults, type Judged } from './validators.ts';

/** What is wrong with one resource; nothing, for whoever does not look. */
export type Judge = (resource: Judged) => readonly string[];

/** The same bytes are judged once: what is sent again was found right before. */
export function bothJudges(): Judge {
  const right = new Set<string>();
  return (resource) => {
    const seen = createHash('sha1').update(JSON.stringify(resource)).digest('base64');
    if (right.has(seen)) return [];
    const faults = [...structureFaults(resource), ...bindingFaults(resource)];
    if (faults.length === 0) right.add(seen);
    return faults;
  };
}

/** Why no entry of it can be done; undefined: nothing is wrong. */
export async function refusal(
  bundle: Bundle,
  repository: FhirRepository,
  judge: Judge,
): Promise<OperationOutcome | undefined> {
  const entries = bundle.entry ?? [];
  const issue = entries.flatMap((entry, index) => entryFaults(entry, index, judge));
  const whole = issue.length > 0 ? issue : await openEnds(entries, repository);
  return whole.length > 0 ? { resourceType: 'OperationOutcome', issue: whole } : undefined;
}

function entryFaults({ request, resource }: BundleEntry, index: number, judge: Judge): OperationOutcomeIssue[] {
  const at = `Bundle.entry[${index}]`;
  if (!request?.url || !resource) return [issueAt('required', at, 'request and resource are needed')];
  if (request.method === 'PUT' && request.url !== `${resource.resourceType}/${resource.id ?? ''}`)
    return [issueAt('invalid', `${at}.request.url`, 'is not that of the resource')];
  return judge(resource).map((fault) => issueAt('invariant', `${at}.resource`, fault));
}

/** References to nothing: as most plans' servers, this one keeps its references whole. */
async function openEnds(entries: readonly BundleEntry[], repository: FhirRepository): Promise<OperationOutcomeIssue[]> {
  const here = new Set(entries.flatMap(({ fullUrl, request }) => [fullUrl, request?.url]));
  const found = await Promise.all(
    entries.flatMap(({ resource }, index) =>
      referencesIn(resource).map(async (reference) => {
        if (here.has(reference)) return [];
        const there = await repository.readReference({ reference }).then(
          () => true,
          () => false,
        );
        return there ? [] : [issueAt('not-found', `Bundle.entry[${index}].resource`, `nothing at ${reference}`)];
      }),
    ),
  );
  return found.flat();
}

/** Every literal reference in a resource. */
export function referencesIn(resource: Judged | undefined): readonly string[] {
  const found: string[] = [];
  JSON.stringify(resource, (key, value: unknown) => {
    // What begins with # is inside the same resource.
    if (key === 'reference' && typeof value === 'string' && !value.startsWith('#')) found.push(value);
    return value;
  });
  return found;
}

const issueAt = (code: OperationOutcomeIssue['code'], expression: string, text: string): OperationOutcomeIssue => ({
  severity: 'error',
  code,
  expression: [expression],
  details: { text },
});
