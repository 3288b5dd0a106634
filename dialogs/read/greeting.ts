/** A message that is a greeting and nothing else: what our own text asks for to show what is new. */
import { isPhrase } from './phrases.ts';
import { tokens } from './plain.ts';
import { everyLanguages } from './words.ts';

const greetings = everyLanguages(({ intents }) => intents.greeting);

export function isGreeting(text: string): boolean {
  return isPhrase(greetings, tokens(text));
}
