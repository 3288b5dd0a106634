/** Which options a text names: by label, by another way to say it, or by a part that only one label has. */
import { denied, isSpared } from './denial.ts';
import { isPhrase, phraseAt, phrasesIn, trimmed, type Phrases, type Span } from './phrases.ts';
import { clauses, plain, tokens } from './plain.ts';
import { aloneWays, anywhereWays, filled, type Labelled } from './ways.ts';
import { everyLanguages } from './words.ts';

export type { Labelled } from './ways.ts';

const and = everyLanguages((words) => words.and);
const common = everyLanguages((words) => words.common);
const fillers = everyLanguages((words) => words.fillers);
const negations = everyLanguages((words) => words.negations);

/** The option whose label, or a way to say it alone, the whole text is. */
export function labelled(all: readonly Labelled[], text: string): string | undefined {
  const same = labelledAs(all, tokens(text));
  return same.length === 1 ? same[0] : undefined;
}

function labelledAs(all: readonly Labelled[], whole: readonly string[]): readonly string[] {
  const said = [whole, trimmed(fillers, whole)];
  return all
    .filter((option) => aloneWays(option).some((set) => said.some((words) => isPhrase(set, words))))
    .map(({ id }) => id);
}

/**
 * Every option that the text names, in the options' order; "refused" when one is named only to be denied. `several`:
 * whether parts of more than one label may be meant at once.
 */
export function named(all: readonly Labelled[], text: string, several = false): readonly string[] | 'refused' {
  const found = new Set<string>(
    partsOf(text).flatMap((part) => labelledAs(all, part).filter((_, i, same) => same.length === 1)),
  );
  let refused = false;
  for (const words of clauses(text)) {
    for (const { id, at } of widest(all.flatMap((option) => spans(option, words)))) {
      if (denied(words, at)) refused = true;
      else found.add(id);
    }
  }
  if (found.size > 0) return all.map(({ id }) => id).filter((id) => found.has(id));
  return refused ? 'refused' : byParts(all, text, several);
}

/** What stands between commas and "and". */
function partsOf(text: string): string[][] {
  return plain(text)
    .split(/[,;\n]+/u)
    .flatMap((part) => splitAt(and, tokens(part)));
}

function splitAt(set: Phrases, words: readonly string[]): string[][] {
  const [first] = phrasesIn(set, words);
  if (!first) return [[...words]];
  return [words.slice(0, first.at), ...splitAt(set, words.slice(first.at + first.length))];
}

type SpanOf = Span & { readonly id: string };

function spans(option: Labelled, words: readonly string[]): SpanOf[] {
  return anywhereWays(option).flatMap((set) => phrasesIn(set, words).map((span) => ({ ...span, id: option.id })));
}

/** Of phrases that overlap, the longest, or else the last: "para mi" in "para mi mamá" is not said by itself. */
function widest(found: readonly SpanOf[]): readonly SpanOf[] {
  const end = ({ at, length }: Span): number => at + length;
  return found.filter(
    (span) =>
      !found.some(
        (other) =>
          other.id !== span.id &&
          other.at < end(span) &&
          span.at < end(other) &&
          (other.length > span.length || (other.length === span.length && end(other) > end(span))),
      ),
  );
}

/**
 * The options that alone have words which the text has, when these are more than half of what the text says: a long
 * story that happens to hold one word of a label names nothing.
 */
function byParts(all: readonly Labelled[], text: string, several: boolean): readonly string[] | 'refused' {
  const words = tokens(text);
  const said = content(words);
  const parts = all.map(({ id, labels }) => ({ id, words: labels.flatMap((label) => tokens(filled(label))) }));
  const contents = parts.map((part) => ({ ...part, content: content(part.words) }));
  const hit = contents
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
  return isNegated ? 'refused' : hit.map(({ id }) => id);
}

function hasNegation(words: readonly string[]): boolean {
  return words.some((_, at) => phraseAt(negations, words, at) > 0 && !isSpared(words, at));
}

function content(words: readonly string[]): Set<string> {
  const kept = words.filter((_, at) => [common, fillers].every((set) => phraseAt(set, words, at) === 0));
  return new Set(kept.map(stem));
}

/** "Friends" and "friend" are one; short words keep their s, which in Hmong is a tone. */
function stem(word: string): string {
  return word.length > 5 ? word.replace(/(?:es|s)$/, '') : word.length > 4 ? word.replace(/s$/, '') : word;
}
