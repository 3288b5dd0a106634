import type { Heard } from '../heard.ts';
import { hasPhrase, isPhrase, trimmed } from './phrases.ts';
import { tokens } from './plain.ts';
import { everyLanguages } from './words.ts';

const fillers = everyLanguages((words) => words.fillers);
const confused = everyLanguages((words) => words.confused);
const silences = {
  declined: {
    alone: everyLanguages(({ declined }) => [...declined.alone, ...declined.anywhere]),
    anywhere: everyLanguages(({ declined }) => declined.anywhere),
  },
  notSure: {
    alone: everyLanguages(({ notSure }) => [...notSure.alone, ...notSure.anywhere]),
    anywhere: everyLanguages(({ notSure }) => notSure.anywhere),
  },
} as const;

/** "I'd rather not say" or "I don't know", in any of our languages. "I don't know what you mean" is neither. */
export function readSilence(heard: Heard): 'notSure' | 'declined' | undefined {
  if (heard.kind === 'act')
    return heard.act === 'decline' ? 'declined' : heard.act === 'notSure' ? 'notSure' : undefined;
  return heard.kind === 'text' ? silenceIn(tokens(heard.text)) : undefined;
}

/** As `readSilence`, of the words of a text. */
export function silenceIn(words: readonly string[]): 'notSure' | 'declined' | undefined {
  if (hasPhrase(confused, words)) return undefined;
  return (['declined', 'notSure'] as const).find(
    (which) =>
      [words, trimmed(fillers, words)].some((core) => isPhrase(silences[which].alone, core)) ||
      hasPhrase(silences[which].anywhere, words),
  );
}
