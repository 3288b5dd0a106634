/** Reads every message for danger, in every language at once, before anything else is done with it. */
import { DangerKind } from '../dialogs/danger-kind.ts';
import { excuses, lookalikes, present, signs, vocabulary, type Excuse } from './danger/lexicon.ts';
import type { Word } from './danger/pattern.ts';
import { wordsOf } from './danger/words.ts';

export { dangerOfChoice } from './danger/choices.ts';

/**
 * The gravest danger that a message tells of, or null. No model, no store, no language setting: people write in another
 * language than they chose, and mix them (languages.md 6.4). In doubt it is danger.
 */
export function readDanger(message: string): DangerKind | null {
  return readDangers(message)[0] ?? null;
}

/** Every kind of danger that a message tells of, the gravest first: one who is beaten may also want to die. */
export function readDangers(message: string): readonly DangerKind[] {
  const words = wordsOf(message, vocabulary);
  if (kindsIn(words).size === 0) return [];
  const found = kindsIn(withoutExcused(without(words, lookalikes.find(words))));
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
  return new Set([...signs.find(words)].map(({ meaning }) => meaning));
}

type Found = Iterable<{ readonly claims: readonly number[] }>;

/** The same words with those that were claimed blotted out, so that they can be part of nothing. */
function without(words: readonly Word[], found: Found): readonly Word[] {
  const claimed = new Set([...found].flatMap(({ claims }) => claims));
  return claimed.size === 0 ? words : words.map((word, at) => (claimed.has(at) ? { ...word, text: '' } : word));
}

/** "I tried in 2019" is history; "I tried in 2019 and it is back" is not. */
function withoutExcused(words: readonly Word[]): readonly Word[] {
  if (![...present.message.find(words)].length) {
    const now = [...present.sentence.find(words)].flatMap(({ claims }) => claims);
    return excuses.reduce((left, excuse) => without(left, excusedBy(excuse, left, now)), words);
  }
  return words;
}

function* excusedBy(
  { words: excusable, near, within }: Excuse,
  words: readonly Word[],
  now: readonly number[],
): Generator<{ claims: readonly number[] }> {
  const settings = [...near.find(words)].flatMap(({ claims }) => claims);
  const sentences = sentencesOf(words);
  const present = new Set(now.map((at) => sentences[at]));
  if (settings.length === 0) return;
  for (const { claims } of excusable.find(words)) {
    const near = claims.some((at) =>
      settings.some((setting) => sentences[at] === sentences[setting] && Math.abs(at - setting) <= within),
    );
    if (near && !claims.some((at) => present.has(sentences[at]))) yield { claims };
  }
}

/** For each word, the number of the sentence that it stands in. */
function sentencesOf(words: readonly Word[]): readonly number[] {
  let sentence = 0;
  return words.map(({ after }) => (after === 'stop' ? (sentence += 1) : sentence));
}
