import { tokens } from './plain.ts';

/** A list of phrases made ready to be found among the words of a text: by first word, longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export type Span = { readonly at: number; readonly length: number };

export function phrases(list: readonly string[]): Phrases {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of list) {
    const words = tokens(phrase);
    const [first] = words;
    if (first === undefined) continue;
    const known = byFirst.get(first);
    if (known) known.push(words);
    else byFirst.set(first, [words]);
  }
  for (const known of byFirst.values()) known.sort((a, b) => b.length - a.length);
  return byFirst;
}

/** How many words of the text the longest phrase takes that begins at `at`; 0 when none does. */
export function phraseAt(set: Phrases, words: readonly string[], at: number): number {
  const first = words[at];
  const candidates = first === undefined ? undefined : set.get(first);
  return candidates?.find((phrase) => phrase.every((word, i) => words[at + i] === word))?.length ?? 0;
}

/** Whether the text, word for word, is one of the phrases. */
export function isPhrase(set: Phrases, words: readonly string[]): boolean {
  const [first] = words;
  if (first === undefined) return false;
  return (set.get(first) ?? []).some(
    (phrase) => phrase.length === words.length && phrase.every((word, i) => words[i] === word),
  );
}

/** Where the phrases stand in the text, from left to right, the longest first, none over another. */
export function phrasesIn(set: Phrases, words: readonly string[]): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < words.length;) {
    const length = phraseAt(set, words, at);
    if (length > 0) found.push({ at, length });
    at += Math.max(length, 1);
  }
  return found;
}

export function hasPhrase(set: Phrases, words: readonly string[]): boolean {
  return words.some((_, at) => phraseAt(set, words, at) > 0);
}

/** Takes the phrases off both ends: "please, the second one, thanks" is "the second one". */
export function trimmed(set: Phrases, words: readonly string[]): readonly string[] {
  const lead = phraseAt(set, words, 0);
  if (lead > 0 && lead < words.length) return trimmed(set, words.slice(lead));
  for (let at = 1; at < words.length; at++)
    if (at + phraseAt(set, words, at) === words.length) return trimmed(set, words.slice(0, at));
  return words;
}
