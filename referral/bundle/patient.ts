/** The member, as far as the plan needs it to find them and may use it to reach them. */
import type { Address, ContactPoint, HumanName, Identifier, Patient } from 'fhir/r4.js';
import type { Referral } from '../referral.ts';
import { absent, concept, maybe, some, type Made } from './elements.ts';
import type { Filing } from './filing.ts';
import { communication } from './languages.ts';
import { mayBe } from '../open-ways.ts';
import { numbers, theirs } from './systems.ts';
import { typed } from './wording.ts';

export function patient({ referral, ids }: Filing): Patient & Made {
  const trusted = typed(referral.trusted);
  return {
    resourceType: 'Patient',
    id: ids.patient,
    identifier: identifiers(referral),
    name: [nameOf(referral.person.name)],
    ...some('telecom', telecom(referral)),
    // US Core wants one; it is never asked.
    gender: 'unknown',
    birthDate: referral.person.birthDate,
    ...some('address', addresses(referral)),
    communication: communication(referral.contact),
    ...(trusted === undefined ? {} : { generalPractitioner: [{ display: trusted }] }),
  };
}

/** One person in one referral: whether that is a member whom the plan knows already is matched there, by a person. */
function identifiers({ number, person }: Referral): Identifier[] {
  const card = typed(person.cardNumber);
  const ours = { use: 'temp', system: numbers.person, value: number } as const;
  if (card === undefined) return [ours];
  return [{ type: concept(theirs.identifier, 'MA'), system: numbers.card, value: card }, ours];
}

/** As it is typed: which part is the family's name cannot be told, least of all across languages. */
export function nameOf(name: string): HumanName {
  return { use: 'official', ...maybe('text', typed(name)), extension: [absent('not-asked')] };
}

/** A way that is not allowed is not there at all: whatever dials or texts from a record will not. */
function telecom(referral: Referral): ContactPoint[] {
  const value = typed(referral.contact.phone);
  if (value === undefined) return [];
  const may = mayBe(referral);
  const systems = [may.called && 'phone', may.texted && 'sms'] as const;
  return systems.flatMap((system) => (system ? [{ system, value }] : []));
}

function addresses(referral: Referral): Address[] {
  const { contact, person } = referral;
  const text = typed(contact.mailingAddress);
  const district = typed(person.county);
  const mailing = text !== undefined && mayBe(referral).mailed ? [{ type: 'postal', text } as const] : [];
  const county = district === undefined ? [] : [{ use: 'home', district, state: 'CA', country: 'US' } as const];
  return [...mailing, ...county];
}
