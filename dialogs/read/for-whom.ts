/** "It's for my mom": whom it is about was taken wrongly. */
import { isPhrase, phraseAt, trimmed } from './phrases.ts';
import { tokens } from './plain.ts';
import { everyLanguages } from './words.ts';

const led = everyLanguages(({ fillers, corrections = [], no }) => [...fillers, ...corrections, ...no.words]);
const alone = everyLanguages(({ forWhom }) => forWhom?.alone ?? []);
const frames = everyLanguages(({ forWhom }) => forWhom?.frames ?? []);
const mine = everyLanguages(({ forWhom }) => forWhom?.me ?? []);
const others = everyLanguages(({ options }) => options['other']?.anywhere ?? []);
const clients = everyLanguages(({ options }) => options['organization']?.anywhere ?? []);

/** Whom a short message says that it is for; undefined when it says something else. */
export function readForWhom(text: string): 'self' | 'other' | undefined {
  const words = withoutLead(tokens(text));
  if (words.length === 0 || words.length > longest) return undefined;
  if (isPhrase(alone, words)) return 'other';
  const frame = phraseAt(frames, words, 0);
  if (frame === 0) return undefined;
  if ([others, clients].some((set) => phraseAt(set, words, frame) > 0)) return 'other';
  return isPhrase(mine, trimmed(led, words.slice(frame))) ? 'self' : undefined;
}

/** In words; a longer message tells more than whom it is for. */
const longest = 9;

function withoutLead(words: readonly string[]): readonly string[] {
  const lead = phraseAt(led, words, 0);
  return lead > 0 && !isPhrase(alone, words) ? withoutLead(words.slice(lead)) : words;
}
