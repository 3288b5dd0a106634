/** What a form can say of a referral, each under a name: our forms and the plans' field maps choose from these. */
import { z } from 'zod';
import { fullYears, type IsoDate } from '../../policy/calendar.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import { mayBe } from '../open-ways.ts';
import type { Referral } from '../referral.ts';
import { closeHelper, consentsOf, contactWays, filedBy, relationOf, spoken, toldWords } from './said.ts';
import { fill, word, words } from './words.ts';

/** Of the member and of who filed: what every form carries, in the order of the Referral Standards' sections. */
export const carried = [
  'name',
  'birthDate',
  'cardNumber',
  'county',
  'phone',
  'mailingAddress',
  'spokenLanguage',
  'writtenLanguage',
  'alternativeFormat',
  'contactWays',
  'bestTime',
  'supportPerson',
  'supportRelation',
  'supportPhone',
  'referralDate',
  'referrer',
  'relationship',
  'organization',
  'referrerTitle',
  'referrerPhone',
  'aware',
  'trusted',
] as const;

/** A name for a value of a referral. */
export const ValueId = z.enum([
  'plan',
  ...carried,
  'fast',
  'fastReason',
  'consents',
  'filedBy',
  'number',
  'requested',
  'also',
  'told',
]);
export type ValueId = z.infer<typeof ValueId>;

/** What is filled in: the referral, the plan by its name, and the programme that this form asks for. */
export type Filling = { readonly referral: Referral; readonly planName: string; readonly programme: ProgrammeId };

/** The value as it stands on a form; null where nothing was given. */
export function valueOf(id: ValueId, { referral, planName, programme }: Filling): string | null {
  const { person, contact, filer, filedOn } = referral;
  switch (id) {
    case 'plan':
      return planName;
    case 'name':
      return person.name;
    case 'cardNumber':
      return person.cardNumber;
    case 'birthDate':
      return fill(words.ageNote, { day: usDate(person.birthDate), years: fullYears(person.birthDate, filedOn) });
    case 'county':
      return person.county;
    case 'mailingAddress':
      return (mayBe(referral).mailed ? contact.mailingAddress : null) ?? words.addressNone;
    case 'phone':
      return contact.phone === null || mayBe(referral).called || mayBe(referral).texted
        ? asWritten(contact.phone)
        : words.phoneNotForUse;
    case 'spokenLanguage':
      return spoken(referral);
    case 'writtenLanguage':
      return word(words.languages, contact.writtenLanguage);
    case 'alternativeFormat':
      return contact.alternativeFormat === null ? words.formatNone : words.formats[contact.alternativeFormat];
    case 'contactWays':
      return contactWays(referral);
    case 'bestTime':
      return contact.bestTime === null ? words.timeNotSaid : words.times[contact.bestTime];
    case 'supportPerson':
      return closeHelper(filer)?.name ?? null;
    case 'supportRelation':
      return relationOf(closeHelper(filer));
    case 'supportPhone':
      return asWritten(closeHelper(filer)?.phone ?? null);
    case 'referralDate':
      return usDate(filedOn);
    case 'referrer':
      return filer.kind === 'self' ? person.name : filer.name || null;
    case 'referrerTitle':
      return filer.kind === 'self' ? null : filer.title;
    case 'organization':
      return filer.kind === 'self' ? null : filer.organization;
    case 'referrerPhone':
      return filer.kind === 'self' ? valueOf('phone', { referral, planName, programme }) : asWritten(filer.phone);
    case 'relationship':
      return filer.kind === 'self' ? words.relations.self : words.relations[filer.relation];
    case 'aware':
      return words.awarenesses[filer.kind === 'self' ? 'self' : filer.awareness];
    case 'trusted':
      return referral.trusted;
    case 'fast':
      return referral.asksForFast ? words.fast.asks : words.fast.not;
    case 'fastReason':
      return referral.fastReason ?? (referral.asksForFast ? words.fast.noReason : null);
    case 'consents':
      return consentsOf(referral);
    case 'filedBy':
      return filedBy(referral);
    case 'number':
      return referral.number;
    case 'requested':
      return words.programmes[programme];
    case 'also': {
      const others = referral.requests.filter((request) => request.programme !== programme);
      return others.map((request) => words.programmes[request.programme]).join('; ') || null;
    }
    case 'told':
      return toldWords(referral, programme);
  }
}

/** A number that a carrier gave, as people write it; what somebody typed stays as it was typed. */
function asWritten<T extends string | null>(phone: T): T | string {
  return phone?.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3') ?? phone;
}

/** MM/DD/YYYY, as American forms have it. */
export function usDate(date: IsoDate): string {
  const [year, month, day] = date.split('-');
  return `${month ?? ''}/${day ?? ''}/${year ?? ''}`;
}
