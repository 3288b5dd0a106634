// Ana, who asks her plan for care management at once by text message, without a screen, and asks what became of it.
import assert from 'node:assert/strict';
import { asked } from './asked.ts';
import type { FrontDoor } from './front-door.ts';

type Said = Readonly<Record<string, string>>;

export const atOnce: Said = {
  'sms.privacy': '1',
  menu: '2',
  'whom.whose': '1',
  'file.programmes': '1',
  'file.name': 'Ana Example',
  'file.birthDate': '3/7/1964',
  'file.safeWays': '1',
  'file.preview': '1',
};
export const agreesToTexts: Said = { ...atOnce, 'file.consentText': '1' };

/** Answers until a number is given; what she was not told to say, she does not know. */
export async function filesByText(door: FrontDoor, phone: string, said: Said = atOnce): Promise<string> {
  let texts = await door.text(phone, 'hi');
  for (let turn = 0; turn < 20 && numberIn(texts) === undefined; turn += 1) {
    texts = await door.text(phone, said[asked(texts, 'en') ?? ''] ?? '8');
  }
  return numberIn(texts) ?? assert.fail(texts.join('\n'));
}

export async function statusByText(door: FrontDoor, phone: string, number: string): Promise<string> {
  await door.text(phone, 'what happened with my request?');
  await door.text(phone, number);
  return (await door.text(phone, '3/7/1964')).join('\n');
}

function numberIn(texts: readonly string[]): string | undefined {
  return /\b\d{4} \d{3} \d{3} \d{4}\b/.exec(texts.join('\n'))?.[0].replaceAll(' ', '');
}
