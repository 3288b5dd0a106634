/** Each consent by itself, given or withheld, and the answers in which it was. */
import type { Consent, QuestionnaireResponse } from 'fhir/r4.js';
import { Consents, type Referral } from '../referral.ts';
import { coding, concept, linkTo, some, type Made } from './elements.ts';
import type { ConsentName, Filing } from './filing.ts';
import { codes, numbers, profiles, questionnaires, theirs } from './systems.ts';

/** A helper can be told only where there is one: a consent that nobody was asked for is none. */
export const consentNames = ({ filer }: Referral): readonly ConsentName[] =>
  Consents.keyof().options.filter((name) => name !== 'tellHelper' || filer.kind === 'helper');

const said: Readonly<Record<ConsentName, string>> = {
  sendToPlan: 'This request may be sent to the plan',
  textMe: 'The member may be sent text messages',
  voicemail: 'A voice message may be left for the member',
  tellHelper: 'A helper who filed may be told what becomes of this request',
};

/** What the consents rest on: what was answered when each was asked for. */
export function agreed({ referral, ids, links }: Filing): QuestionnaireResponse & Made {
  return {
    resourceType: 'QuestionnaireResponse',
    id: ids.agreed,
    identifier: { system: numbers.referral, value: referral.number },
    questionnaire: questionnaires.agreed,
    status: 'completed',
    subject: links.patient,
    authored: referral.filedOn,
    author: links.platform,
    source: links.filer,
    item: consentNames(referral).map((name) => ({
      linkId: name,
      text: `Agreed: ${said[name]}`,
      answer: [{ valueBoolean: referral.consents[name] }],
    })),
  };
}

export const consents = (filing: Filing): readonly (Consent & Made)[] =>
  consentNames(filing.referral).map((name) => consent(filing, name));

/** "Do not contact" takes back what was agreed to of texts and messages: a plan has numbers of its own, too. */
const inForce = ({ consents: agreedTo, contact }: Referral, name: ConsentName): boolean =>
  agreedTo[name] && !(contact.doNotContact && (name === 'textMe' || name === 'voicemail'));

/**
 * What is withheld is a decision as well, and in force: `active`, and it denies. (`rejected` would say that this record
 * is not in force, and a denial that is not in force denies nothing.) What somebody else agreed to for the member is not
 * verified with the member.
 */
function consent({ referral, ids, links }: Filing, name: ConsentName): Consent & Made {
  const given = inForce(referral, name);
  const byHelper = referral.filer.kind === 'helper';
  return {
    resourceType: 'Consent',
    id: ids.consent(name),
    meta: { profile: [profiles.consent] },
    identifier: [{ system: numbers.referral, value: `${referral.number}.${name}` }],
    status: 'active',
    scope: concept(theirs.consentScope, 'patient-privacy', 'Privacy Consent'),
    category: [
      concept(theirs.act, 'IDSCL', 'information disclosure'),
      { coding: [coding(codes.consent, name, said[name])], text: `${given ? 'Agreed' : 'NOT agreed'}: ${said[name]}` },
    ],
    patient: links.patient,
    dateTime: referral.filedOn,
    performer: [links.filer],
    organization: [links.plan],
    sourceReference: linkTo({ resourceType: 'QuestionnaireResponse', id: ids.agreed }),
    policyRule: given ? concept(theirs.act, 'OPTIN', 'opt-in') : { ...concept(theirs.act, 'OPTOUT'), text: 'opt-out' },
    ...some('verification', byHelper ? [{ verified: false }] : []),
    provision: {
      type: given ? 'permit' : 'deny',
      // Nothing wider than this one thing.
      code: [concept(codes.consent, name, said[name])],
      ...some('actor', actors(name)),
    },
  };

  function actors(of: ConsentName): { role: ReturnType<typeof concept>; reference: typeof links.plan }[] {
    const told = of === 'tellHelper' ? byHelper && links.filer : links.plan;
    return told ? [{ role: concept(theirs.participation, 'IRCP', 'information recipient'), reference: told }] : [];
  }
}
