/** The small parts that every resource is made of. */
import type { CodeableConcept, Coding, Extension, FhirResource, Reference } from 'fhir/r4.js';

export const coding = (system: string, code: string, display?: string): Coding => ({
  system,
  code,
  ...(display === undefined ? {} : { display }),
});

export const concept = (system: string, code: string, display?: string): CodeableConcept => ({
  coding: [coding(system, code, display)],
});

/** A list, or nothing at all: FHIR knows no empty list. */
export function some<K extends string, T>(name: K, list: readonly T[]): Partial<Record<K, T[]>> {
  return list.length > 0 ? ({ [name]: [...list] } as Partial<Record<K, T[]>>) : {};
}

/** A value, or nothing at all. */
export function maybe<K extends string, T>(name: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<K, T>>);
}

/** Why there is no value. */
export const absent = (why: 'asked-unknown' | 'asked-declined' | 'not-asked'): Extension => ({
  url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  valueCode: why,
});

/** What has an id of ours. */
export type Made = FhirResource & { readonly id: string };

/** Within the plan's own server: a transaction creates all of it or none. */
export const linkTo = ({ resourceType, id }: Pick<Made, 'resourceType' | 'id'>): Reference => ({
  reference: `${resourceType}/${id}`,
});
