/** Who a referral is about, who made it, and what they ask beside the programme: the parts that every form has. */
import type { Referral } from '../referral.ts';
import { field, fieldUnder } from './fields.ts';
import type { Block, Field, Section } from './form.ts';
import type { Filling } from './values.ts';
import { words } from './words.ts';

/** The member, as policy.md 3.3 lists the fields; sex, race and ethnicity are never asked. */
export function memberSection(title: string, filling: Filling): Section {
  const fields: Field[] = [
    field('plan', filling, 'wide'),
    field('name', filling, 'wide'),
    field('cardNumber', filling),
    field('birthDate', filling),
    field('mailingAddress', filling, 'wide'),
    field('county', filling),
    field('phone', filling),
    leftEmpty('email'),
    field('bestTime', filling),
    field('contactWays', filling),
    field('alternativeFormat', filling),
    field('spokenLanguage', filling),
    field('writtenLanguage', filling),
    field('supportPerson', filling, 'wide'),
    field('supportRelation', filling),
    field('supportPhone', filling),
  ];
  return { title, blocks: [{ kind: 'fields', fields }] };
}

/** Who filed, and in what standing. What is not asked of an organization has its field, which stays empty. */
export function sourceSection(title: string, filling: Filling): Section {
  const { filer, consents } = filling.referral;
  const isEcm = filling.programme === 'ecm';
  const organization: Field[] =
    filer.kind === 'helper' && filer.organization !== null
      ? [
          field('organization', filling),
          leftEmpty('npi'),
          leftEmpty('referrerAddress'),
          ...(isEcm ? [leftEmpty('ecmProvider')] : []),
        ]
      : [field('organization', filling)];
  const fields: Field[] = [
    field('referralDate', filling),
    field('relationship', filling),
    field('referrer', filling, 'wide'),
    field('referrerTitle', filling),
    field('referrerPhone', filling),
    ...organization,
    ...(filer.kind === 'self' ? [] : [leftEmpty('email')]),
    field('aware', filling),
    fieldUnder(isEcm ? words.fields.preferred : words.fields.trusted, 'trusted', filling, 'wide'),
  ];
  const standing = filer.kind === 'self' ? [] : ([consents.tellHelper ? 'released' : 'helper'] as const);
  return {
    title,
    blocks: [
      { kind: 'fields', fields },
      ...standing.map((which): Block => ({ kind: 'note', lines: [words.filerStanding[which]] })),
    ],
  };
}

/** A field of the State's form that members and helpers are not asked for: the plan may know it. */
function leftEmpty(id: 'email' | 'npi' | 'referrerAddress' | 'ecmProvider'): Field {
  return { label: words.fields[id], value: words.leftEmpty };
}

/** Whether the member asks for a fast decision, and what they agreed to. */
export function commentsSection(title: string, filling: Filling): Section {
  const fields = [
    field('fast', filling, 'wide'),
    field('fastReason', filling, 'wide'),
    field('consents', filling, 'wide'),
    field('filedBy', filling, 'wide'),
  ];
  return { title, blocks: [{ kind: 'fields', fields }] };
}

/** Left unsigned. Only somebody who files for an organization is given lines to sign on. */
export function attestationSection(title: string, { filer }: Referral): Section {
  const organization = filer.kind === 'helper' && filer.relation === 'organization';
  return {
    title,
    blocks: [
      { kind: 'note', lines: [words.attestation[organization ? 'organization' : 'member']] },
      { kind: 'signature', labels: [words.fields.signature, words.fields.signedOn] },
    ],
  };
}
