/** Which options a text names by words that no other label has. */
import type { Tag } from '../../locales/languages.ts';
import { denied, isSpared } from './denial.ts';
import { hasPhrase, phraseAt, phrases } from './phrases.ts';
import { clauses, tokens } from './plain.ts';
import { filled, type Labelled } from './ways.ts';
import { everyLanguages, kept, readsOf } from './words.ts';

/** Of the language that is spoken and English: "son" is Spanish for "are". */
const common = kept((language: Tag) => phrases([...readsOf[language].common, ...readsOf.en.common]));
const fillersOf = kept((language: Tag) => phrases([...readsOf[language].fillers, ...readsOf.en.fillers]));
const negations = everyLanguages((words) => words.negations);
const troubles = everyLanguages((words) => words.troubles);

/** So many words of a label say whether it is a trouble: "Se me hace difícil". */
const opening = 4;

/**
 * The options that alone have words which the text has, when these are more than half of what the text says: a long
 * story that happens to hold one word of a label names nothing.
 */
export function byParts(
  all: readonly Labelled[],
  text: string,
  language: Tag,
  several: boolean,
): readonly string[] | 'refused' {
  const words = tokens(text);
  const content = contentIn(language);
  const said = content(words);
  const parts = all.map(({ id, labels }) => ({ id, labels, words: labels.flatMap((label) => tokens(filled(label))) }));
  const contents = parts.map((part) => ({ ...part, content: content(part.words) }));
  const isTroubled = saysTrouble(words);
  const hit = contents
    .filter(({ labels }) => isTroubled || !labels.some((label) => opensWithTrouble(filled(label))))
    .map((part) => ({
      ...part,
      hits: [...said].filter(
        (word) => contents.filter((other) => other.content.has(word)).length === 1 && part.content.has(word),
      ),
    }))
    .filter(({ hits }) => hits.length > 0);
  const hits = hit.reduce((sum, part) => sum + part.hits.length, 0);
  if (hit.length === 0 || (hit.length > 1 && !several) || hits * 2 <= said.size) return [];
  const isNegated = hasNegation(words) && !hit.some((part) => hasNegation(part.words));
  const isOneDenied = words.some((word, at) => hit.some((part) => part.hits.includes(stem(word))) && denied(words, at));
  return isNegated || isOneDenied ? 'refused' : hit.map(({ id }) => id);
}

/** "It is hard to get enough food", "I cannot work": whoever says "we have food" does not say that. */
function opensWithTrouble(label: string): boolean {
  return saysTrouble((clauses(label)[0] ?? []).slice(0, opening));
}

function saysTrouble(words: readonly string[]): boolean {
  return hasNegation(words) || hasPhrase(troubles, words);
}

function hasNegation(words: readonly string[]): boolean {
  return words.some((_, at) => phraseAt(negations, words, at) > 0 && !isSpared(words, at));
}

const contentIn =
  (language: Tag) =>
  (words: readonly string[]): Set<string> => {
    const told = words.filter((_, at) =>
      [common(language), fillersOf(language)].every((set) => phraseAt(set, words, at) === 0),
    );
    return new Set(told.map(stem));
  };

/** "Friends" and "friend" are one; short words keep their s, which in Hmong is a tone. */
function stem(word: string): string {
  return word.length > 5 ? word.replace(/(?:es|s)$/, '') : word.length > 4 ? word.replace(/s$/, '') : word;
}
