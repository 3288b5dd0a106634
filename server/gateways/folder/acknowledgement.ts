/** What the plan's side says to a set: `acks/<name>.ack` when it has it, `acks/<name>.nack` when it will not. */
import path from 'node:path';
import { z } from 'zod';
import { answerLimit, type Submitted } from '../../../referral/plan-gateway.ts';
import { syncFolder, writeWhole } from './disk.ts';
import type { Places } from './places.ts';
import { statOf, textOf } from './reading.ts';
import { codeOf } from './trouble.ts';

/** What else the plan writes into it is kept there, and not read. */
const Ack = z.object({ number: z.string() });
const Nack = Ack.extend({ reason: z.string().regex(/^[A-Za-z][\w-]{0,39}$/) });

/**
 * Undefined while there is none. What cannot be read, or speaks of another number, is left where it is.
 * `answered`: the refusal, as `refusalThere` tells it, that was answered already and no longer counts.
 */
export async function wordOn(places: Places, number: string, answered: string | null): Promise<Submitted | undefined> {
  const ack = await textOf(path.join(places.acks, `${places.name}.ack`));
  if (ack !== undefined) return read(ack, Ack, number, () => ({ kind: 'received' }));
  if (answered !== null && (await refusalThere(places)) === answered) return undefined;
  const nack = await textOf(refusalIn(places));
  if (nack === undefined) return undefined;
  return read(nack, Nack, number, ({ reason }) => ({ kind: 'refused', reason, ...saying(nack) }));
}

const refusalIn = ({ acks, name }: Places): string => path.join(acks, `${name}.nack`);

/** The refusal that lies there, as one file and no other: one that is dropped later differs, though it says the same. */
export async function refusalThere(places: Places): Promise<string | null> {
  const there = await statOf(refusalIn(places));
  return there === undefined ? null : [there.mtimeMs, there.size, there.ino].join(' ');
}

const receivedName = 'received';

/** Remembers that it was received, for the plan's side may take its file away. Where that fails, the file is there still. */
export async function keepReceived({ mine }: Places): Promise<void> {
  try {
    await writeWhole(path.join(mine, receivedName), Buffer.alloc(0));
    await syncFolder(mine);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  }
}

export async function wasReceived({ mine, before }: Places): Promise<boolean> {
  const marks = await Promise.all([...before, mine].map((folder) => statOf(path.join(folder, receivedName))));
  return marks.some((mark) => mark !== undefined);
}

function read<T extends { number: string }>(
  text: string | null,
  shape: z.ZodType<T>,
  number: string,
  said: (word: T) => Submitted,
): Submitted {
  const word = shape.safeParse(parseJson(text ?? ''));
  return word.success && word.data.number === number
    ? said(word.data)
    : { kind: 'notYet', trouble: 'badAnswer', ...saying(text) };
}

const saying = (text: string | null): { readonly answer?: string } =>
  text === null || text === '' ? {} : { answer: text.slice(0, answerLimit) };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
