/** "I don't have one", "I lost my card": there is nothing to write down. */
import type { Heard } from '../heard.ts';
import { isPhrase, trimmed } from './phrases.ts';
import { tokens } from './plain.ts';
import { everyLanguages } from './words.ts';

const lack = everyLanguages(({ lacking = [], none, no }) => [...lacking, ...none, ...no.words]);
const framed = everyLanguages(({ fillers, subjects, no }) => [...fillers, ...subjects, ...no.words]);

/** Whether the whole message says that there is none, or none at hand. */
export function lacks(heard: Heard): boolean {
  if (heard.kind !== 'text') return false;
  const words = tokens(heard.text);
  return [words, trimmed(framed, words)].some((said) => isPhrase(lack, said));
}
