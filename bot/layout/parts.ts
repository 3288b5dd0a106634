/** Packs lines into as few text messages as hold them. */
import type { Tag } from '../../locales/languages.ts';
import { text } from '../../locales/index.ts';
import type { Block, TextLine } from './blocks.ts';
import { cut } from './cut.ts';
import { segments } from './segments.ts';

/** A message has at most this many choices. */
export const mostChoices = 5;

/** The longest message, in segments: about 400 characters, in whichever alphabet. */
export const mostSegments = { 'GSM-7': 3, 'UCS-2': 6 } as const;

/** Whether the carrier takes this as one message of a length that people read. */
export function fitsOneText(message: string): boolean {
  if (message.length <= alwaysFits) return true;
  const { count, encoding } = segments(message);
  return count <= mostSegments[encoding];
}

/** Characters that take three segments at most in any alphabet: no need to count. */
const alwaysFits = 200;

/** The messages in order; when there are several each says which it is, since they may arrive in any order. */
export function packed(blocks: readonly Block[], language: Tag): readonly string[] {
  const whole = blocks.flat();
  if (fits(whole, '')) return whole.length > 0 ? [joined(whole)] : [];
  const messages = blocks.reduce<readonly Block[]>((sofar, block) => withBlock(sofar, block, language), []);
  return messages.map((lines, at) => `${mark(language, at + 1, messages.length)} ${joined(lines)}`);
}

/** One text in as many messages as it takes, for what stands alone. */
export function packedText(whole: string, language: Tag): readonly string[] {
  return packed([[{ text: whole, isChoice: false }]], language);
}

const joined = (lines: Block): string => lines.map((line) => line.text).join('\n');

/** What is kept free for the mark of a part. */
const roomForMark = '(99/99) ';

function fits(lines: Block, room: string): boolean {
  return lines.filter((line) => line.isChoice).length <= mostChoices && fitsOneText(room + joined(lines));
}

/** A block goes with the one before it when there is room, else into a message of its own, else it is cut. */
function withBlock(messages: readonly Block[], block: Block, language: Tag): readonly Block[] {
  const together = [...(messages.at(-1) ?? []), ...block];
  if (fits(together, roomForMark)) return [...messages.slice(0, -1), together];
  if (fits(block, roomForMark)) return [...messages, block];
  return block
    .flatMap((line) => cutLine(line, language))
    .reduce<readonly Block[]>((sofar, line, at) => withLine(sofar, line, at === 0), messages);
}

function withLine(messages: readonly Block[], line: TextLine, first: boolean): readonly Block[] {
  const together = [...(messages.at(-1) ?? []), line];
  return !first && fits(together, roomForMark) ? [...messages.slice(0, -1), together] : [...messages, [line]];
}

function cutLine(line: TextLine, language: Tag): readonly TextLine[] {
  const pieces = cut(line.text, language, (piece) => fitsOneText(roomForMark + piece));
  return pieces.map((piece) => ({ ...line, text: piece }));
}

function mark(language: Tag, part: number, of: number): string {
  return text(language, 'sms.part', { part: String(part), of: String(of) }) ?? `(${String(part)}/${String(of)})`;
}
