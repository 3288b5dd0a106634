import { denied } from './denial.ts';
import { hasPhrase, phrasesIn, type Span } from './phrases.ts';
import { clauses } from './plain.ts';
import { everyLanguages } from './words.ts';

const states = everyLanguages(({ intoxicated }) => intoxicated.states);
const being = everyLanguages(({ intoxicated }) => intoxicated.being);
const now = everyLanguages(({ intoxicated }) => intoxicated.now);
const wishes = everyLanguages(({ intoxicated }) => intoxicated.wishes);
const unless = everyLanguages(({ intoxicated }) => intoxicated.unless);

/**
 * Whether somebody is drunk or high at this moment: "i am so drunk", "ando bien borracho", "kuv qaug cawv". Not the
 * habit ("he is drunk every day"), not the past, not what is denied.
 */
export function isIntoxicatedNow(text: string): boolean {
  return clauses(text).some((words) => {
    const found = phrasesIn(states, words).filter(({ at }) => !denied(words, at));
    if (found.some((state) => isNow(words, state))) return true;
    if (hasPhrase(unless, words)) return false;
    return hasPhrase(wishes, words) || found.some((state) => isBeing(words, state));
  });
}

/** "drunk right now", "now I am drunk": the moment itself is named. */
function isNow(words: readonly string[], { at, length }: Span): boolean {
  return (
    hasPhrase(now, words.slice(at + length, at + length + 4)) || hasPhrase(now, words.slice(Math.max(at - 4, 0), at))
  );
}

/** "am really drunk": the state is somebody's, with a small word or two between. */
function isBeing(words: readonly string[], { at }: Span): boolean {
  return hasPhrase(being, words.slice(Math.max(at - 3, 0), at));
}
