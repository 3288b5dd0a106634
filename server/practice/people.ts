/** People whom nobody can take for real ones: the names say so, and the phones are kept free for stories (555-01xx). */
import type { IsoDate } from '../../policy/calendar.ts';
import type { Consents, Contact, Filer, Referral } from '../../referral/referral.ts';
import { isReferralNumber } from '../ids.ts';
import type { Draws } from './draws.ts';

const first = [
  ...['Ana', 'Rosa', 'Lupe', 'Mateo', 'Xiomara', 'Iker', 'Teresa', 'Julián', 'Socorro', 'Ramón'],
  ...['Mai', 'Pa Houa', 'Kao', 'Tou', 'Bao', 'Yer', 'Chue', 'Nou', 'Xeng', 'Der'],
  ...['David', 'Dolores', 'Earl', 'Gladys', 'Tyrone', 'Shanice', 'Walter', 'Bree', 'Otis', 'June'],
  ...['Linh', 'Anh', 'Ligaya', 'Benigno', 'Nairi', 'Hasan', 'Parisa', 'Oksana', 'Soo-jin', 'Wei'],
];
const last = ['Example', 'Sample', 'Practice', 'Invented', 'Pretend', 'Madeup', 'Storybook', 'Testcase'];
const organizations = ['Example Clinic', 'Pretend Street Outreach', 'Sample Family Center', '=Invented Shelter'];
const areas = ['951', '909', '760', '831', '209'];

/** Always the same one for the same place in line; after 500 people phones begin again. */
export function phoneOf(place: number): string {
  return `${areas[Math.floor(place / 100) % areas.length]}-555-01${String(place % 100).padStart(2, '0')}`;
}

/** Another name for each of the first 320. */
export function nameOf(place: number): string {
  const round = Math.floor(place / first.length);
  return `${first[place % first.length]} ${last[(place + round) % last.length]}`;
}

/** Fourteen digits that end in their check digit. */
export function numberOf(draw: Draws): string {
  const digits = `7${Array.from({ length: 12 }, () => draw.between(0, 9)).join('')}`;
  const whole = Array.from({ length: 10 }, (_, check) => `${digits}${check}`).find(isReferralNumber);
  if (whole === undefined) throw new Error('no digit checks it');
  return whole;
}

/** Three in four speak one of the languages that we write; the others have their tag, or their own word for it. */
export function languageOf(draw: Draws): string {
  return draw.weighed([
    ['en', 42],
    ['es', 32],
    ['hmn', 10],
    ['vi', 4],
    ['zh-Hant', 3],
    ['tl', 3],
    ['ar', 2],
    ['hy', 1],
    ['ru', 1],
    ['Mixteco', 2],
  ]);
}

export type Whose = Pick<
  Referral,
  'person' | 'contact' | 'filer' | 'consents' | 'trusted' | 'asksForFast' | 'fastReason'
>;

/** One person: how they may be reached, who asks for them, and what they have allowed. */
export function personOf(
  draw: Draws,
  place: number,
  about: { readonly birthDate: IsoDate; readonly county: string; readonly language: string },
): Whose {
  const { birthDate, county, language } = about;
  const doNotContact = draw.chance(0.03);
  const confidential = doNotContact || draw.chance(0.06);
  const filer = filerOf(draw, place, Number(birthDate.slice(0, 4)));
  const mayText = !confidential && draw.chance(0.7);
  const contact: Contact = {
    phone: draw.chance(0.95) ? phoneOf(place) : null,
    mayCall: !doNotContact && draw.chance(0.9),
    mayText,
    mayLeaveVoicemail: !confidential && draw.chance(0.5),
    mayMail: !doNotContact && draw.chance(0.7),
    doNotContact,
    mailingAddress: draw.chance(0.4) ? `${draw.between(1, 99)} Example Street, ${county}` : null,
    bestTime: draw.pick(['morning', 'afternoon', 'evening', 'anytime', null]),
    confidential,
    spokenLanguage: language,
    writtenLanguage: draw.chance(0.8) ? language : 'en',
    dialect: language === 'hmn' ? draw.pick(['white', 'green']) : null,
    alternativeFormat: draw.chance(0.05) ? draw.pick(['largePrint', 'braille', 'audio']) : null,
  };
  const consents: Consents = {
    sendToPlan: true,
    textMe: mayText,
    voicemail: contact.mayLeaveVoicemail,
    tellHelper: false,
  };
  const asksForFast = draw.chance(0.12);
  return {
    person: {
      name: nameOf(place),
      birthDate,
      cardNumber: draw.chance(0.6) ? `9${String(place).padStart(7, '0')}A` : null,
      county,
    },
    contact,
    filer,
    consents,
    trusted: draw.chance(0.3) ? draw.pick(['Example Clinic', 'Dr. Sample', 'Clínica Ejemplo']) : null,
    asksForFast,
    fastReason: asksForFast && draw.chance(0.7) ? draw.pick(fastReasons) : null,
  };
}

const fastReasons = ['I sleep in my car with my baby', 'Salgo del hospital mañana', 'My oxygen needs power'];

function filerOf(draw: Draws, place: number, bornIn: number): Filer {
  const isChild = bornIn > 2012;
  if (!isChild && draw.chance(0.72)) return { kind: 'self' };
  const relation = isChild ? 'parent' : draw.pick(['spouse', 'child', 'relative', 'friend', 'organization'] as const);
  const works = relation === 'organization';
  return {
    kind: 'helper',
    relation,
    awareness: draw.weighed([
      ['agrees', 7],
      ['doesNotKnow', 2],
      ['cannotAgree', 1],
    ]),
    name: nameOf(place + 17),
    phone: draw.chance(0.7) ? phoneOf(place + 53) : null,
    organization: works ? draw.pick(organizations) : null,
    title: works ? 'Community health worker' : null,
  };
}
