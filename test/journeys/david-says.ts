// What David writes, by the question that is asked.
import type { Tag } from '../../locales/languages.ts';

export type Words = Readonly<Record<string, string>>;

/** What David writes: half of it in his own words, half in digits. */
export const words: Readonly<Partial<Record<Tag, Words>>> = {
  en: {
    first: 'hi I want to see what help there is',
    concerns: 'I live in a tent, I am in the hospital a lot with my diabetes, and I cannot cook or clean any more',
    age: "I'm 62",
    housing: 'in a tent',
    stays: 'three times since June',
    keepUp: 'yes',
    leaving: 'no',
    heal: 'no',
    ihss: 'I started but did not finish',
    'file.name': 'my name is David Example',
    'file.birthDate': 'March 7, 1964',
    back: 'I am leaving the hospital tomorrow, I was there four days. I need help',
    yes: 'yes',
  },
  es: {
    first: 'hola, quiero ver que ayuda hay',
    concerns: 'Vivo en una carpa, caigo mucho en el hospital, tengo diabetes y ya no puedo cocinar ni limpiar',
    age: 'tengo 62 años',
    housing: 'en una carpa',
    stays: 'tres veces desde junio',
    keepUp: 'sí',
    leaving: 'no',
    heal: 'no',
    ihss: 'empecé pero no terminé',
    'file.name': 'me llamo David Ejemplo',
    'file.birthDate': '7 de marzo de 1964',
    back: 'Mañana salgo del hospital, estuve cuatro días. Necesito ayuda',
    yes: 'sí',
  },
  hmn: {
    first: 'nyob zoo, kuv xav paub seb muaj kev pab dab tsi',
    concerns: 'Kuv tsis muaj tsev nyob, kuv pw tsev kho mob ntau zaus, kuv mob ntshav qab zib, kuv ua noj tsis tau',
    age: 'kuv muaj 62 xyoos',
    housing: '1',
    stays: 'peb zaug',
    keepUp: '1',
    leaving: '2',
    heal: '2',
    ihss: '4',
    'file.name': 'kuv lub npe hu ua David Piv Txwv',
    'file.birthDate': '3/7/1964',
    back: 'Tag kis kuv tawm hauv tsev kho mob los. Kuv nyob plaub hnub. Kuv xav tau kev pab',
    yes: '1',
  },
};

/** The rest of it. */
export const digits: Words = {
  menu: '1',
  'whom.whose': '1',
  'sms.privacy': '1',
  ecm: '3',
  housingRisk: '4',
  health: '1 4',
  dailyNeeds: '1 2',
  skilledNursing: '2',
  nursingHome: '2',
  family: '2',
  otherHelp: '8',
  aroundYou: '8',
  emergency: '8',
  findings: '1',
  'file.safeWays': '1',
  'file.preview': '1',
};
