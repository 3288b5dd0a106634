/** Which options a text names: by label, by another way to say it, or by a part that only one label has. */
import type { Tag } from '../../locales/languages.ts';
import { isContradicted } from './contradiction.ts';
import { denied } from './denial.ts';
import { byParts } from './label-parts.ts';
import { hasPhrase, isPhrase, phrasesIn, trimmed, type Phrases, type Span } from './phrases.ts';
import { clauses, plain, tokens } from './plain.ts';
import { aloneWays, anywhereWays, type Labelled } from './ways.ts';
import { everyLanguages } from './words.ts';

export type { Labelled } from './ways.ts';

const and = everyLanguages((words) => words.and);
const fillers = everyLanguages((words) => words.fillers);
const refusals = everyLanguages(({ no, refusals = [] }) => [...no.words, ...refusals]);
const denials = everyLanguages((words) => words.denials.words);

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
 * Every option that the text names, in the options' order; "refused" when one is named only to be denied, was so once,
 * or with a number that is not the option's. `several`: whether parts of more than one label may be meant at once.
 */
export function named(
  all: readonly Labelled[],
  text: string,
  language: Tag,
  several = false,
): readonly string[] | 'refused' {
  const found = namedIn(all, text, language, several);
  if (found === 'refused') return 'refused';
  const options = all.filter(({ id }) => found.includes(id));
  return options.some((option) => isContradicted(option, text, language)) ? 'refused' : found;
}

function namedIn(
  all: readonly Labelled[],
  text: string,
  language: Tag,
  several: boolean,
): readonly string[] | 'refused' {
  const found = new Set<string>(
    partsOf(text).flatMap((part) => labelledAs(all, part).filter((_, i, same) => same.length === 1)),
  );
  const said = clauses(text).flatMap((words) =>
    widest(all.flatMap((option) => spans(option, words))).map((span) => ({
      id: span.id,
      words: words.slice(span.at, span.at + span.length).join(' '),
      isDenied: isDenied(words, span),
    })),
  );
  const refused = said.filter((each) => each.isDenied);
  const told = said.filter((each) => !each.isDenied);
  // "Asthma, no, I don't have asthma."
  if (refused.some(({ words }) => told.some((each) => each.words === words))) return 'refused';
  for (const { id } of told) found.add(id);
  if (found.size > 0) return all.map(({ id }) => id).filter((id) => found.has(id));
  return refused.length > 0 ? 'refused' : byParts(all, text, language, several);
}

/** "No asthma", and "asthma no". */
function isDenied(words: readonly string[], { at, length }: Span): boolean {
  return denied(words, at) || isPhrase(refusals, words.slice(at + length));
}

/** What stands between commas and "and"; but "no trouble with bathing" is one. */
function partsOf(text: string): string[][] {
  return plain(text)
    .split(/[,;\n]+/u)
    .map(tokens)
    .flatMap((part) => (hasPhrase(denials, part) ? [part] : splitAt(and, part)));
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
