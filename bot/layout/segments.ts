/** How many parts a text message takes on the carrier's network, and in which alphabet. */
import { SegmentedMessage } from 'sms-segments-calculator';

/** `GSM-7` holds 160 characters (153 a part when there are several); any other letter makes it `UCS-2`: 70 (67). */
export type Segments = { readonly count: number; readonly encoding: 'GSM-7' | 'UCS-2' };

/** What the carrier will count, by Twilio's own calculator. Remembered: counting takes longer than a whole turn. */
export function segments(text: string): Segments {
  const known = counted.get(text);
  if (known) return known;
  const message = new SegmentedMessage(text);
  const result: Segments = { count: message.segmentsCount, encoding: message.encodingName };
  if (counted.size >= most) counted.delete(counted.keys().next().value ?? text);
  counted.set(text, result);
  return result;
}

const counted = new Map<string, Segments>();
const most = 2000;

const plainMarks: readonly (readonly [RegExp, string])[] = [
  [/[‘’ʼ]/gu, "'"],
  [/[“”]/gu, '"'],
  [/[–—‑]/gu, '-'],
  [/…/gu, '...'],
  [/[\u00a0\u202f\u2009]/gu, ' '],
];

/** The text with typewriter marks where those alone would make it cost twice as much; letters are never touched. */
export function withPlainMarks(text: string): string {
  const plain = plainMarks.reduce((so, [marks, mark]) => so.replace(marks, mark), text);
  return plain !== text && segments(plain).encoding === 'GSM-7' ? plain : text;
}
