/** What is at a FHIR plan, by referral: each of its parts once, or not. */
import type { Bundle, FhirResource, Identifier, Provenance } from 'fhir/r4.js';

/** Of how many referrals there is too little, or too much. */
export type Balance = { readonly lacking: number; readonly doubled: number };

/** Compares what the plan has with the Bundle of each referral that members were told of. */
export function balance(bundles: ReadonlyMap<string, Bundle>, atThePlan: readonly FhirResource[]): Balance {
  const left = countParts(atThePlan);
  let lacking = 0;
  let doubled = 0;
  for (const { entry = [] } of bundles.values()) {
    const parts = [...countParts(entry.flatMap(({ resource }) => (resource ? [resource as FhirResource] : []))).keys()];
    const times = parts.map((part) => left.get(part) ?? 0);
    if (times.includes(0)) lacking += 1;
    if (times.some((many) => many > 1)) doubled += 1;
    // The plan and we are one part of all referrals.
    for (const part of parts) if (!part.startsWith('Organization')) left.delete(part);
  }
  const ofNobody = [...left.keys()].filter((part) => !part.startsWith('Organization'));
  return { lacking, doubled: doubled + ofNobody.length };
}

/** How often each part is there. Its name holds the number of its referral, and not the id that it happens to have. */
function countParts(resources: readonly FhirResource[]): Map<string, number> {
  const names = new Map(
    resources.map((resource) => [`${resource.resourceType}/${resource.id ?? ''}`, nameOf(resource)]),
  );
  const times = new Map<string, number>();
  for (const resource of resources) {
    const name = resource.resourceType === 'Provenance' ? `Provenance ${targetsOf(resource, names)}` : nameOf(resource);
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return times;
}

/** Sorted, since a Provenance has no name but what it speaks of. */
function targetsOf({ target }: Provenance, names: ReadonlyMap<string, string>): string {
  return target
    .map(({ reference = '' }) => names.get(reference) ?? 'nothing')
    .sort()
    .join(', ');
}

function nameOf(resource: FhirResource): string {
  const identifiers =
    'identifier' in resource ? ([resource.identifier].flat() as readonly (Identifier | undefined)[]) : [];
  return `${resource.resourceType} ${identifiers.map((identifier) => identifier?.value ?? '').join(' ')}`;
}
