/** The languages to speak and to write in. R4 has one list for both; its extension for proficiency tells them apart. */
import type { CodeableConcept, Extension, PatientCommunication } from 'fhir/r4.js';
import { word, words } from '../forms/words.ts';
import type { Contact } from '../referral.ts';
import { coding } from './elements.ts';
import { theirs } from './systems.ts';
import { typed } from './wording.ts';

/** The spoken language first, and preferred: it is the one in which the plan will call. */
export function communication(contact: Contact): PatientCommunication[] {
  const { spokenLanguage, writtenLanguage } = contact;
  const spoken = { language: spokenIn(contact), preferred: true };
  if (spokenLanguage === writtenLanguage) return [{ ...spoken, extension: [able('ESP', 'RSP', 'RWR')] }];
  return [
    { ...spoken, extension: [able('ESP', 'RSP')] },
    { language: languageOf(writtenLanguage), extension: [able('RWR')] },
  ];
}

type Ability = keyof typeof abilities;
const abilities = { ESP: 'Expressed spoken', RSP: 'Received spoken', RWR: 'Received written' } as const;

const able = (...modes: Ability[]): Extension => ({
  url: 'http://hl7.org/fhir/StructureDefinition/patient-proficiency',
  extension: modes.map((mode) => ({ url: 'type', valueCoding: coding(theirs.ability, mode, abilities[mode]) })),
});

/** A dialect of Hmong is told beside the language: the interpreter must speak it. */
const dialects = { white: { code: 'mww', text: 'White Hmong' }, green: { code: 'hnj', text: 'Green Hmong' } } as const;

function spokenIn({ spokenLanguage, dialect }: Contact): CodeableConcept {
  const language = languageOf(spokenLanguage);
  if (spokenLanguage !== 'hmn' || dialect === null) return language;
  const { code, text } = dialects[dialect];
  return { coding: [...(language.coding ?? []), coding(theirs.language, code, text)], text };
}

/**
 * By its tag, or by a name that can only mean one language; whatever else the member wrote is told as it was written.
 * Nothing is guessed from letters that happen to be a tag: `dar` is no Dari, and `asl` no sign language.
 */
function languageOf(written: string): CodeableConcept {
  const text = typed(written);
  if (text === undefined) return { text: 'not told' };
  const tag = Object.hasOwn(words.languages, text) ? text : tagsByName[text.toLowerCase().replaceAll('-', ' ')];
  if (tag === undefined) return { text };
  const display = word(names, tag);
  return { coding: [coding(theirs.language, tag, display)], text: tag === text ? display : text };
}

/** American Sign Language is spoken with, and has a tag of its own; it is not among the languages that we write. */
const names: Readonly<Record<string, string>> = { ...words.languages, ase: 'American Sign Language' };

/** By the English names, and the names that those who speak them write. */
const tagsByName: Readonly<Partial<Record<string, string>>> = {
  ...Object.fromEntries(Object.entries(names).map(([tag, name]) => [name.toLowerCase(), tag])),
  'american sign language': 'ase',
  asl: 'ase',
  'iu mien': 'ium',
  'ium mienh': 'ium',
  khmer: 'km',
  cambodian: 'km',
  persian: 'fa',
  hmoob: 'hmn',
  español: 'es',
  espanol: 'es',
  'tiếng việt': 'vi',
  한국어: 'ko',
  русский: 'ru',
  українська: 'uk',
  العربية: 'ar',
  فارسی: 'fa',
  ខ្មែរ: 'km',
  日本語: 'ja',
  ไทย: 'th',
  ລາວ: 'lo',
  हिन्दी: 'hi',
  ਪੰਜਾਬੀ: 'pa',
  հայերեն: 'hy',
};
