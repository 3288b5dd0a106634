/** One programme asked for. */
import type { CodeableConcept, ServiceRequest } from 'fhir/r4.js';
import type { ProgrammeId } from '../../policy/rule.ts';
import type { Request } from '../referral.ts';
import { consentNames } from './consents.ts';
import { coding, concept, linkTo, some, type Made } from './elements.ts';
import type { Filing } from './filing.ts';
import { reaching } from './reaching.ts';
import { codes, numbers, profiles, theirs } from './systems.ts';
import { programmeWords } from './wording.ts';

export function serviceRequest({ referral, ids, links }: Filing, { programme }: Request): ServiceRequest & Made {
  return {
    resourceType: 'ServiceRequest',
    id: ids.request(programme),
    meta: { profile: [profiles.request] },
    identifier: [{ system: numbers.request, value: `${referral.number}.${programme}` }],
    requisition: { system: numbers.referral, value: referral.number },
    status: 'active',
    intent: 'order',
    category: [social, ...domains(programme)],
    priority: referral.asksForFast ? 'urgent' : 'routine',
    code: codeOf(programme),
    ...some('orderDetail', reaching(referral)),
    subject: links.patient,
    authoredOn: referral.filedOn,
    requester: links.filer,
    performer: [links.plan],
    supportingInfo: consentNames(referral).map((name) => linkTo({ resourceType: 'Consent', id: ids.consent(name) })),
  };
}

const socialService = coding(theirs.snomed, '410606002', 'Social service procedure');
const social: CodeableConcept = { coding: [socialService] };

/** Exactly in our own list; and in general in the one that the profile requires a code of. */
function codeOf(programme: ProgrammeId): CodeableConcept {
  const text = programmeWords(programme);
  return { coding: [coding(codes.programme, programme, text), socialService], text };
}

/**
 * What a programme is about, in the guide's list: the programme's, not the member's. Help with housing is for those with
 * no home and for those who may lose one, so both are named and neither is said of anybody.
 */
const housing = ['homelessness', 'housing-instability'] as const;
const about: Readonly<Partial<Record<ProgrammeId, readonly Domain[]>>> = {
  housingTransitionNavigation: housing,
  housingDeposits: housing,
  housingTenancySustaining: housing,
  dayHabilitation: housing,
  transitionalRent: housing,
  recuperativeCare: housing,
  shortTermPostHospitalizationHousing: housing,
  homeModifications: ['inadequate-housing'],
  asthmaRemediation: ['inadequate-housing'],
  medicallyTailoredMeals: ['food-insecurity'],
};
type Domain = keyof typeof named;
const named = {
  homelessness: 'Homelessness',
  'housing-instability': 'Housing Instability',
  'inadequate-housing': 'Inadequate Housing',
  'food-insecurity': 'Food Insecurity',
  'sdoh-category-unspecified': 'SDOH Category Unspecified',
} as const;

function domains(programme: ProgrammeId): CodeableConcept[] {
  return (about[programme] ?? ['sdoh-category-unspecified']).map((code) => concept(theirs.gravity, code, named[code]));
}
