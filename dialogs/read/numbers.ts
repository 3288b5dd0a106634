import type { Tag } from '../../locales/languages.ts';
import { phraseAt, phrases, type Phrases } from './phrases.ts';
import { everyLanguages, kept, valuesIn } from './words.ts';

/** A whole number in a text, and which words say it. `vague`: the word also means something else, as "one" or "rau". */
export type NumberSaid = {
  readonly value: number;
  readonly at: number;
  readonly length: number;
  readonly vague: boolean;
};

const vague = everyLanguages(({ numbers }) => numbers.vague);
const joiners = everyLanguages(({ numbers }) => numbers.joiners);

type Numbers = { readonly set: Phrases; readonly values: ReadonlyMap<string, number> };
const numberWords = kept((language: Tag): Numbers => {
  const values = valuesIn(language, ({ numbers }) => numbers.values);
  return { set: phrases([...values.keys()]), values };
});

/** Every number of the text, in digits or in words ("sixty-two", "sesenta y dos", "rau caum ob"), from left to right. */
export function numbersIn(words: readonly string[], language: Tag): NumberSaid[] {
  const found: NumberSaid[] = [];
  for (let at = 0; at < words.length;) {
    const number = digitsAt(words, at) ?? composedAt(words, at, numberWords(language));
    if (number) found.push(number);
    at += number?.length ?? 1;
  }
  return found;
}

function digitsAt(words: readonly string[], at: number): NumberSaid | undefined {
  const word = words[at];
  return word !== undefined && /^\d+$/.test(word) ? { value: Number(word), at, length: 1, vague: false } : undefined;
}

function wordAt(words: readonly string[], at: number, { set, values }: Numbers): NumberSaid | undefined {
  const length = phraseAt(set, words, at);
  const value = values.get(words.slice(at, at + length).join(' '));
  return value === undefined ? undefined : { value, at, length, vague: phraseAt(vague, words, at) >= length };
}

/** Tens take units after them, a hundred takes both, with or without "and". */
function composedAt(words: readonly string[], at: number, numbers: Numbers): NumberSaid | undefined {
  const first = wordAt(words, at, numbers);
  if (!first || !(first.value === 100 || (first.value >= 20 && first.value < 100 && first.value % 10 === 0)))
    return first;
  const next = at + first.length;
  const joined = phraseAt(joiners, words, next);
  const rest = first.value === 100 ? composedAt(words, next + joined, numbers) : wordAt(words, next + joined, numbers);
  const room = first.value === 100 ? 100 : 10;
  if (!rest || rest.value === 0 || rest.value >= room) return first;
  return { value: first.value + rest.value, at, length: first.length + joined + rest.length, vague: false };
}
