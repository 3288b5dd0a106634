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
  // Look-alikes and excuses only take away: where there is no sign they need not be looked for.
  if (kindsIn(words).size === 0) return [];
  const found = kindsIn(withoutExcused(blottedOut(words, lookalikes.find(words))));
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

function kindsIn(words: readonly Word[]): ReadonlySet<DangerKind> {
  return new Set(signs.find(words).map(({ meaning }) => meaning));
}
