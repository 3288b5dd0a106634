// Invented people whose referrals can be looked at, and what each shows.
import type { Referral } from '../../referral/referral.ts';
import { antoniosReferral, davidsReferral } from '../journeys/filed.ts';
import { largestReferral } from '../referral/largest.ts';

export type Person = { readonly about: string; readonly plan: string; readonly referral: () => Promise<Referral> };

/** One number, one case and one phone each time, so that two runs can be compared. */
async function always(number: string, filing: Promise<Referral>): Promise<Referral> {
  const filed = await filing;
  return { ...filed, number, caseId: `case of ${number}`, contact: { ...filed.contact, phone: '(951) 555-0134' } };
}

export const people: Readonly<Record<string, Person>> = {
  david: {
    about: 'David, 62, in a tent, asks for himself by text message',
    plan: 'iehp',
    referral: () => always('10000000000008', davidsReferral()),
  },
  antonio: {
    about: 'Antonio, 58: his daughter asks on the page',
    plan: 'alliance',
    referral: () => always('20000000000006', antoniosReferral('es')),
  },
  mai: {
    about: 'Mai, who must not be contacted: she will call',
    plan: 'alliance',
    referral: async () => ({ ...(await always('30000000000004', antoniosReferral('hmn'))), ...mai }),
  },
  largest: {
    about: 'all sixteen programmes with every answer, filed by somebody at work',
    plan: 'iehp',
    referral: () => Promise.resolve(largestReferral()),
  },
};

const mai: Pick<Referral, 'person' | 'contact' | 'filer' | 'asksForFast' | 'fastReason' | 'trusted'> = {
  person: { name: 'Mai Example', birthDate: '1968-04-12', cardNumber: '90000000A', county: 'Merced' },
  contact: {
    phone: '(209) 555-0147',
    mayCall: true,
    mayText: true,
    mayLeaveVoicemail: true,
    mayMail: true,
    doNotContact: true,
    mailingAddress: '1 Example Way, Merced',
    bestTime: 'morning',
    confidential: true,
    spokenLanguage: 'hmn',
    writtenLanguage: 'en',
    dialect: 'green',
    alternativeFormat: 'audio',
  },
  filer: { kind: 'self' },
  asksForFast: true,
  fastReason: 'I must be out by Friday.',
  trusted: 'Clinic of the Example Sisters',
};
