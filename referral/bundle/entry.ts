/** One resource of ours as an entry of a transaction, with the labels that it needs. */
import type { BundleEntry, Coding } from 'fhir/r4.js';
import type { Referral } from '../referral.ts';
import { coding, type Made } from './elements.ts';
import { base, theirs } from './systems.ts';

/** Whoever must not be found is restricted wherever they are named. Why is not in the label: labels are widely read. */
export function labelsOf({ contact }: Pick<Referral, 'contact'>): Coding[] {
  return contact.confidential || contact.doNotContact ? [coding(theirs.confidentiality, 'R', 'restricted')] : [];
}

/** By its own id: sent twice, it is there once. */
export function entryOf(made: Made, labels: Coding[]): BundleEntry {
  const resource = labelled(made, labels);
  const url = `${resource.resourceType}/${resource.id}`;
  return { fullUrl: `${base}/${url}`, resource, request: { method: 'PUT', url } };
}

/** The two organizations are everybody's: no one referral labels them. */
function labelled(resource: Made, security: Coding[]): Made {
  if (security.length === 0 || resource.resourceType === 'Organization') return resource;
  return { ...resource, meta: { ...resource.meta, security } };
}
