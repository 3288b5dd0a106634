/**
 * A referral as a FHIR R4 transaction, after the roles of *Self-Referral* in Gravity SDOH Clinical Care 3.0.0, claiming
 * the profiles of 2.3.0 (docs/decisions/0014, docs/fhir.md).
 */
import type { Bundle } from 'fhir/r4.js';
import { answers } from './bundle/answers.ts';
import { agreed, consents } from './bundle/consents.ts';
import type { Made } from './bundle/elements.ts';
import { entryOf, labelsOf } from './bundle/entry.ts';
import { filingOf, type Filing, type Taker } from './bundle/filing.ts';
import { helper } from './bundle/helper.ts';
import { organizations } from './bundle/organizations.ts';
import { patient } from './bundle/patient.ts';
import { provenance } from './bundle/provenance.ts';
import { serviceRequest } from './bundle/service-request.ts';
import { numbers } from './bundle/systems.ts';
import { task } from './bundle/task.ts';
import type { Referral, Request } from './referral.ts';

/**
 * As many as servers take in one transaction: Medplum takes 50, others more. A referral of more goes with the answers
 * inside its Tasks, for a referral in two parts could arrive by half.
 */
export const mostEntries = 50;

/**
 * The same referral is always the same Bundle, and each of its resources has an id of its own: sent twice, nothing is
 * doubled. It would set back what the plan has changed since, so who sends it again asks first whether it is there.
 */
export function bundleOf(referral: Referral, plan: Taker): Bundle {
  const filing = filingOf(referral, plan);
  const labels = labelsOf(referral);
  const apart = resources(filing, asked);
  const made = apart.length > mostEntries ? resources(filing, askedInOne) : apart;
  return {
    resourceType: 'Bundle',
    ...(labels.length > 0 ? { meta: { security: labels } } : {}),
    type: 'transaction',
    identifier: { system: numbers.referral, value: referral.number },
    entry: made.map((resource) => entryOf(resource, labels)),
  };
}

type Asked = (filing: Filing, request: Request) => readonly Made[];

/** One programme asked for: its answers are a resource, where there are any. */
const asked: Asked = (filing, request) => [
  ...answers(filing, request),
  serviceRequest(filing, request),
  task(filing, request),
];

/** The same with the answers inside the Task, which is all that leads to them anyway. */
const askedInOne: Asked = (filing, request) => [
  serviceRequest(filing, request),
  task(filing, request, answers(filing, request)[0]),
];

function resources(filing: Filing, each: Asked): readonly Made[] {
  const filed = [
    patient(filing),
    ...helper(filing),
    agreed(filing),
    ...consents(filing),
    ...filing.referral.requests.flatMap((request) => each(filing, request)),
  ];
  return [...organizations(filing), ...filed, provenance(filing, filed)];
}
