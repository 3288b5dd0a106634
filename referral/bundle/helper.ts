/** Somebody who files for the member. */
import type { CodeableConcept, RelatedPerson } from 'fhir/r4.js';
import type { Filer } from '../referral.ts';
import { coding, some, type Made } from './elements.ts';
import type { Filing } from './filing.ts';
import { nameOf } from './patient.ts';
import { codes, theirs } from './systems.ts';
import { word, words } from '../forms/words.ts';
import { typed } from './wording.ts';

type Helper = Extract<Filer, { kind: 'helper' }>;

/** Nobody where the member filed. */
export function helper({ referral: { filer }, ids, links }: Filing): readonly (RelatedPerson & Made)[] {
  if (filer.kind === 'self') return [];
  const phone = typed(filer.phone);
  return [
    {
      resourceType: 'RelatedPerson',
      id: ids.helper,
      active: true,
      patient: links.patient,
      relationship: relationship(filer),
      ...some('name', typed(filer.name) === undefined ? [] : [nameOf(filer.name)]),
      ...some('telecom', phone === undefined ? [] : [{ system: 'phone' as const, value: phone }]),
    },
  ];
}

const roles = { parent: 'PRN', spouse: 'SPS', child: 'CHILD', relative: 'FAMMEMB', friend: 'FRND' } as const;

/** What they are to the member; for somebody at work, where and as what: R4 has no other place for it here. */
function relationship({ relation, organization, title }: Helper): CodeableConcept[] {
  const ours = coding(codes.relation, relation, word(words.relations, relation));
  const where = typed(organization);
  const what = typed(title);
  const role = relation === 'organization' ? [] : [coding(theirs.role, roles[relation])];
  return [
    { coding: [...role, ours], ...(where === undefined ? {} : { text: where }) },
    ...(what === undefined ? [] : [{ text: what }]),
  ];
}
