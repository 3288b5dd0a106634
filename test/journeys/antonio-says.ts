// What Antonio's daughter says on the page, by the question that it asks.
import type { Tag } from '../../locales/languages.ts';
import type { Answer } from './chat-page.ts';

export type Words = Readonly<Record<string, string>>;

/** What his daughter types: half of her turns. The others are buttons, ticks and dates. */
export const words: Readonly<Partial<Record<Tag, Words>>> = {
  en: {
    menu: 'I want to see what help my dad can get',
    'whom.relation': 'I am his daughter',
    'screen.concerns':
      'He is in the hospital a lot, he has diabetes and high blood pressure, he is depressed, and he cannot shop or cook because of his back',
    'screen.age': 'he is 58',
    'screen.stays': 'four times',
    'screen.nursingHome': 'no',
    'screen.dailyNeeds': 'he cannot shop or cook',
    'screen.ihss': 'no, never asked',
    'screen.county': 'Merced County',
    'file.name': 'his name is Antonio Example',
    'whom.helperName': 'my name is Rosa Example',
    'file.bestTime': 'in the evening',
    'file.trusted': 'Sunrise Clinic',
    status: 'what happened with my request?',
    yes: 'yes',
  },
  es: {
    menu: 'quiero ver qué ayuda puede recibir mi papá',
    'whom.relation': 'soy su hija',
    'screen.concerns':
      'Va mucho al hospital, tiene diabetes y la presión alta, está deprimido, y no puede cocinar ni hacer las compras por su espalda',
    'screen.age': 'tiene 58 años',
    'screen.stays': 'cuatro veces',
    'screen.nursingHome': 'no',
    'screen.dailyNeeds': 'no puede hacer las compras ni cocinar',
    'screen.ihss': 'no, nunca lo pidió',
    'screen.county': 'en el condado de Merced',
    'file.name': 'se llama Antonio Ejemplo',
    'whom.helperName': 'me llamo Rosa Ejemplo',
    'file.bestTime': 'por la noche',
    'file.trusted': 'Clínica Amanecer',
    status: '¿qué pasó con mi solicitud?',
    yes: 'sí',
  },
  hmn: {
    menu: 'kuv xav saib seb muaj kev pab twg haum kuv txiv',
    'whom.relation': 'kuv yog nws tus ntxhais',
    'screen.concerns':
      'Nws pw tsev kho mob ntau zaus, nws mob ntshav qab zib thiab ntshav siab, nws nyuaj siab, nws ua noj tsis tau',
    'screen.age': 'nws muaj 58 xyoos',
    'screen.stays': 'plaub zaug',
    'screen.nursingHome': 'tsis yog',
    'screen.dailyNeeds': 'nws ua noj tsis tau',
    'screen.ihss': 'nws yeej tsis tau thov',
    'screen.county': 'nyob hauv Merced',
    'file.name': 'nws lub npe hu ua Antonio Piv Txwv',
    'whom.helperName': 'kuv lub npe hu ua Rosa Piv Txwv',
    'file.bestTime': 'yav tsaus ntuj',
    'file.trusted': 'Sunrise Clinic',
    status: 'kuv daim ntawv thov mus txog qhov twg lawm',
    yes: 'tau',
  },
};

export const herPhone = '(209) 555-0121';
export const hisPhone = '209-555-0147';
export const hisOwn = '+12095550147';
export const birthDate = ['4', '12', '1968'] as const;

/** What she presses, ticks and fills in. */
export const taps: Readonly<Record<string, Answer>> = {
  menu: { press: 'screen' },
  'whom.whose': { press: 'other' },
  'whom.relation': { press: 'child' },
  'whom.awareness': { press: 'agrees' },
  'screen.ecm': { press: 'none' },
  'screen.concerns': { tick: ['hospital', 'illness', 'dailyHelp'] },
  'screen.housing': { press: 'own' },
  'screen.health': { tick: ['longIllness', 'hardAlone'] },
  'screen.keepUp': { press: 'yes' },
  'screen.mind': { tick: ['feelings'] },
  'screen.dailyNeeds': { tick: ['household'] },
  'screen.nursingHome': { press: 'no' },
  'screen.county': { press: 'Merced' },
  'screen.ihss': { press: 'none' },
  findings: { press: 'file' },
  'whom.helperPhone': { write: herPhone },
  'file.birthDate': { date: birthDate },
  'file.card': { press: 'act:decline' },
  'file.safeWays': { tick: ['call', 'text'] },
  'file.phone': { write: hisPhone },
  'file.bestTime': { press: 'evening' },
  'file.consentText': { press: 'yes' },
  'file.consentVoicemail': { press: 'no' },
  'file.dialect': { press: 'white' },
  'file.format': { press: 'largePrint' },
  'file.trusted': { press: 'act:notSure' },
  'file.fast': { press: 'no' },
};
