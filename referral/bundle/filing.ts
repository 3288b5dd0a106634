/** A referral on its way into FHIR, and how its resources name each other. */
import type { Reference } from 'fhir/r4.js';
import type { ProgrammeId } from '../../policy/rule.ts';
import type { Consents, Referral } from '../referral.ts';
import { linkTo } from './elements.ts';
import { idIn, organizationId } from './ids.ts';

/** The plan that takes the referral. */
export type Taker = { readonly id: string; readonly name: string };

export type ConsentName = keyof Consents;

/** This service, as the guide's "Community Resource Platform". */
export const platform: Taker = { id: 'calaim-navigator', name: 'CalAIM Navigator' };

export type Filing = {
  readonly referral: Referral;
  readonly plan: Taker;
  readonly ids: Ids;
  readonly links: Links;
};

type Ids = {
  readonly patient: string;
  readonly helper: string;
  readonly plan: string;
  readonly platform: string;
  readonly agreed: string;
  readonly provenance: string;
  readonly consent: (name: ConsentName) => string;
  readonly request: (programme: ProgrammeId) => string;
  readonly task: (programme: ProgrammeId) => string;
  readonly answers: (programme: ProgrammeId) => string;
};

type Links = {
  readonly patient: Reference;
  /** Who filed: the member, or the helper. */
  readonly filer: Reference;
  readonly plan: Reference;
  readonly platform: Reference;
};

export function filingOf(referral: Referral, plan: Taker): Filing {
  const ids: Ids = {
    patient: idIn(referral, 'patient'),
    helper: idIn(referral, 'helper'),
    plan: organizationId('plan', plan.id),
    platform: organizationId('platform', platform.id),
    agreed: idIn(referral, 'agreed'),
    provenance: idIn(referral, 'provenance'),
    consent: (name) => idIn(referral, `consent ${name}`),
    request: (programme) => idIn(referral, `request ${programme}`),
    task: (programme) => idIn(referral, `task ${programme}`),
    answers: (programme) => idIn(referral, `answers ${programme}`),
  };
  const patient = linkTo({ resourceType: 'Patient', id: ids.patient });
  const links: Links = {
    patient,
    filer: referral.filer.kind === 'self' ? patient : linkTo({ resourceType: 'RelatedPerson', id: ids.helper }),
    plan: linkTo({ resourceType: 'Organization', id: ids.plan }),
    platform: linkTo({ resourceType: 'Organization', id: ids.platform }),
  };
  return { referral, plan, ids, links };
}
