/** Reads every message for danger, in every language at once, before anything else is done with it. */
import type { DangerKind } from '../dialogs/danger-kind.ts';
import { blottedOut } from './danger/blot.ts';
import { withoutExcused } from './danger/excuse.ts';
import { lookalikes, signs, vocabulary } from './danger/lexicon.ts';
import type { Word } from './danger/word.ts';
import { wordsOf } from './danger/words.ts';

export { dangerOfChoice } from './danger/choices.ts';

/**
 * The gravest danger that a message tells of, or null. No model, no store, no language setting: people write in another
 * language than they chose, and mix them. In doubt it is danger.
 */
export function readDanger(message: string): DangerKind | null {
  return readDangers(message)[0] ?? null;
}

/** Every kind of danger that a message tells of, the gravest first: one who is beaten may also want to die. */
export function readDangers(message: string): readonly DangerKind[] {
  const words = wordsOf(message, vocabulary);
  const told = kindsIn(words);
  // Look-alikes and excuses only take away: where there is no sign they need not be looked for.
  if (told.size === 0) return [];
  const left = withoutExcused(blottedOut(words, lookalikes.find(words)));
  const found = left === words ? told : kindsIn(left);
  return gravestFirst.filter((kind) => found.has(kind));
}

/** What needs help within minutes stands before what needs it within hours; a life before a wound. */
const gravestFirst: readonly DangerKind[] = [
  'overdose',
  'suicide',
  'medical',
  'childInDanger',
  'harmToOthers',
  'abuse',
  'selfHarm',
];

/** A part of a danger tells of it only when the other parts of the same idea were found too. */
function kindsIn(words: readonly Word[]): ReadonlySet<DangerKind> {
  const kinds = new Set<DangerKind>();
  const heard = new Map<object, number>();
  for (const { meaning } of signs.find(words)) {
    const { kind, part } = meaning;
    const bits = part ? (heard.get(part.idea) ?? 0) | part.bit : 0;
    if (part) heard.set(part.idea, bits);
    if (bits === (part?.all ?? 0)) kinds.add(kind);
  }
  return kinds;
}
