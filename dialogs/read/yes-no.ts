import { hasPhrase, isPhrase, phraseAt, trimmed } from './phrases.ts';
import { plain, tokens } from './plain.ts';
import { everyLanguages } from './words.ts';

const fillers = everyLanguages(({ fillers: words }) => words);
const framed = everyLanguages(({ fillers: words, subjects }) => [...words, ...subjects]);
const halfway = everyLanguages((words) => words.halfway);
const yes = { alone: everyLanguages((words) => words.yes.alone), opens: everyLanguages((words) => words.yes.opens) };
const no = { alone: everyLanguages((words) => words.no.alone), opens: everyLanguages((words) => words.no.opens) };

const bareWords = { yes: everyLanguages((words) => words.yes.words), no: everyLanguages((words) => words.no.words) };

/**
 * A yes or a no in any of our languages: a word alone, the echo of a verb ("tsis muaj"), or the opening of a longer
 * answer ("No, I sleep in my car"). Undefined when it is neither, or both.
 */
export function readYesNo(text: string): 'yes' | 'no' | undefined {
  const words = tokens(text);
  if (words.length === 0 || hasPhrase(halfway, words)) return undefined;
  const whole = alone(words);
  if (whole) return whole;
  const [head = '', ...rest] = plain(text).split(/[,.;:!?\n]+\s*/u);
  const opened = alone(tokens(head)) ?? opening(words);
  // "Yes, no", "no, well, yes": the second word takes back the first.
  const takenBack = rest.map((part) => alone(tokens(part))).some((said) => said !== undefined && said !== opened);
  return takenBack || bothAtOnce(words) ? undefined : opened;
}

function alone(words: readonly string[]): 'yes' | 'no' | undefined {
  for (const core of [words, trimmed(fillers, words), trimmed(framed, words)]) {
    if (isPhrase(yes.alone, core)) return 'yes';
    if (isPhrase(no.alone, core)) return 'no';
  }
  return undefined;
}

function opening(words: readonly string[]): 'yes' | 'no' | undefined {
  if (phraseAt(yes.opens, words, 0) > 0) return 'yes';
  return phraseAt(no.opens, words, 0) > 0 ? 'no' : undefined;
}

/** "Yeah no": the one word right before the other. */
function bothAtOnce(words: readonly string[]): boolean {
  return [
    [bareWords.yes, bareWords.no],
    [bareWords.no, bareWords.yes],
  ].some(
    ([first, second]) => first && second && hasPhrase(first, words.slice(0, 1)) && hasPhrase(second, words.slice(1, 2)),
  );
}
