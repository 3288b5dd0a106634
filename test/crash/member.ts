/** A member who texts through whole requests, one after another, from one invented phone after another. */
import { asked } from '../journeys/asked.ts';
import type { Tag } from '../../locales/languages.ts';
import type { Carrier } from './carrier.ts';
import { below, type Random } from './seeded.ts';

const greetings: readonly { readonly language: Tag; readonly words: string }[] = [
  { language: 'en', words: 'hi' },
  { language: 'es', words: 'hola' },
  { language: 'hmn', words: 'nyob zoo' },
];

const answers: Readonly<Record<string, string>> = {
  'whom.whose': '1',
  'sms.privacy': '1',
  ecm: '3',
  concerns: '1 2',
  age: '62',
  housing: '1',
  findings: '1',
  'file.programmes': '1',
  'file.name': 'Ana Example',
  'file.birthDate': '3/7/1964',
  'file.safeWays': '1',
  'file.preview': '1',
};

/** Where the menu leads: most ask the plan at once, some are screened first. */
const menu = ['2', '2', '2', '1'];
const iDoNotKnow = '8';
const requestsAPhone = 4;
const turnsAPhone = 80;

/** What a plan's number to keep looks like in a text. */
export const numbersIn = (texts: string): readonly string[] =>
  [...texts.matchAll(/\b\d{4} \d{3} \d{3} \d{4}\b/g)].map(([number]) => number.replaceAll(' ', ''));

export type TextingParts = {
  readonly carrier: Carrier;
  readonly random: Random;
  /** A phone that nobody has. */
  readonly phone: () => string;
  readonly isOver: () => boolean;
};

/** Goes on until it is over, and ends with a message that was answered. */
export async function textOn(parts: TextingParts): Promise<void> {
  while (!parts.isOver()) await textFromOnePhone(parts.phone(), parts);
}

async function textFromOnePhone(phone: string, { carrier, random, isOver }: TextingParts): Promise<void> {
  const { language, words } = greetings[below(random, greetings.length)]!;
  let texts = await carrier.deliver(phone, words);
  let filed = 0;
  for (let turn = 0; turn < turnsAPhone && filed < requestsAPhone && !isOver(); turn += 1) {
    const question = asked(texts, language) ?? '';
    const answer = question === 'menu' ? menu[below(random, menu.length)]! : (answers[question] ?? iDoNotKnow);
    texts = await carrier.deliver(phone, answer);
    filed += numbersIn(texts.join('\n')).length;
  }
}
