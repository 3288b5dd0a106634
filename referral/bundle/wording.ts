/** What was typed, made fit for FHIR; and our own names in words for the plan's staff, the same as on the forms. */
import type { Criterion } from '../../policy/condition.ts';
import type { Fact } from '../../policy/facts.ts';
import { fill, word, words } from '../forms/words.ts';

const invisible = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * What somebody typed, on one line. Without control characters, which FHIR forbids, and without marks that turn the
 * direction of what follows; undefined where nothing is left, for FHIR knows no empty text.
 */
export function typed(text: string | null): string | undefined {
  const clean = (text ?? '')
    .replace(/\s+/gu, ' ')
    .replace(invisible, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
  return clean === '' ? undefined : clean;
}

/** The same inside a note, which FHIR reads as Markdown: it must not become a link, a picture or markup at the plan. */
export function quoted(text: string | null): string | undefined {
  return typed(text)?.replace(markup, '\\$&');
}

/** Marks; addresses, of which many readers make links unasked; and what would be read as a character's name. */
const markup = /[\\`*_~|[\]<>@]|:(?=\/\/)|(?<=www)\.|&(?=#?\w+;)/giu;

/** A programme by the State's name for it. */
export const programmeWords = (id: string): string => word(words.programmes, id);

/** A population of focus by the State's name for it. */
export const populationWords = (id: string): string => word(words.populations, id);

/** What only the plan can judge. */
export const judgementWords = (id: string): string => word(words.forPlan, id);

/** A state, as in `IHSS: began and did not finish`. */
export const choiceWords = (value: string): string => word(words.choices, value);

/** What a fact is about: a statement that is true or not, or the name of a number, a day or a state. */
export const factWords = (fact: Fact): string =>
  Object.hasOwn(words.factNames, fact) ? word(words.factNames, fact) : word(words.facts, fact);

/** What a criterion asks for. */
export function criterionWords(criterion: Criterion): string {
  const name = factWords(criterion.fact);
  switch (criterion.test) {
    case 'is':
      return name;
    case 'atLeast':
      return `${name}: ${fill(words.counts.orMore, { from: criterion.value })}`;
    case 'atMost':
      return `${name}: ${criterion.value} or less`;
    case 'oneOf':
      return `${name}: ${criterion.values.map(choiceWords).join(words.or)}`;
  }
}
