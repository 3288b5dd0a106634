import type { Tag } from '../../locales/languages.ts';
import type { Heard } from '../heard.ts';
import { numberAlone, saysHowOften } from './choice.ts';
import { lastSaid } from './correction.ts';
import { labelled, named, type Labelled } from './labels.ts';
import { numbersIn } from './numbers.ts';
import { isPhrase, phraseAt, trimmed } from './phrases.ts';
import { tokens } from './plain.ts';
import { readSilence, silenceIn } from './silence.ts';
import { everyLanguages } from './words.ts';

const framed = everyLanguages(({ fillers, subjects }) => [...fillers, ...subjects]);
const between = everyLanguages(({ and, fillers, choiceWords }) => [...and, ...fillers, ...choiceWords]);
const noneWords = everyLanguages(({ none, no }) => [...none, ...no.alone]);
const all = everyLanguages((words) => words.all);
const both = everyLanguages((words) => words.both);

/** Whether the whole message says "both". */
export function readBoth(heard: Heard): boolean {
  return heard.kind === 'text' && isPhrase(both, trimmed(framed, tokens(heard.text)));
}

/**
 * Which of the options were chosen, in their order: "1 3", "1, 3 and 4", "13" (where it can be nothing else), words
 * for one or more. An empty list is "none of these", said so. Undefined when it is unclear.
 */
export function readChoices(
  options: readonly Labelled[],
  none: Labelled,
  heard: Heard,
  language: Tag,
): readonly string[] | 'notSure' | 'declined' | undefined {
  if (heard.kind === 'chosen') return ticked(options, none, heard.ids);
  if (heard.kind !== 'text') return readSilence(heard);
  const text = lastSaid(heard.text);
  const words = tokens(text);
  const core = trimmed(framed, words);
  const said = [words, core];
  // "Las dos" is both of two, and not the second.
  if (options.length === 2 && said.some((each) => isPhrase(both, each))) return options.map(({ id }) => id);
  const places = placesIn(words, language, options);
  // Where options are numbered, "none of these" is the one after the last.
  if (places) return inPlaces(options, places);
  const whole = labelled([...options, none], text);
  if (whole !== undefined && whole !== none.id) return [whole];
  if (whole === none.id || said.some((each) => isPhrase(noneWords, each))) return [];
  if (said.some((each) => isPhrase(all, each))) return options.map(({ id }) => id);
  const silent = silenceIn(words);
  if (silent) return silent;
  const ids = named(options, text, language, true);
  return ids === 'refused' || ids.length === 0 ? undefined : ids;
}

/** "None" beside another tick is no answer, and nothing ticked is not "none". */
function ticked(options: readonly Labelled[], none: Labelled, ids: readonly string[]): readonly string[] | undefined {
  if (ids.length === 1 && ids[0] === none.id) return [];
  const known = options.map(({ id }) => id).filter((id) => ids.includes(id));
  return known.length > 0 && known.length === new Set(ids).size ? known : undefined;
}

function inPlaces(options: readonly Labelled[], places: readonly number[]): readonly string[] | undefined {
  if (places.length === 1 && places[0] === options.length + 1) return [];
  const ids = options.filter((_, i) => places.includes(i + 1)).map(({ id }) => id);
  return ids.length === new Set(places).size ? ids : undefined;
}

/** The places that the text lists and says nothing beside; undefined when it says more. */
function placesIn(
  words: readonly string[],
  language: Tag,
  options: readonly Labelled[],
): readonly number[] | undefined {
  if (saysHowOften(words, language)) return undefined;
  const alone = numberAlone(words, language, options.length);
  // Where one of the options is a score, "13" may be the score itself.
  const isScored = options.some(({ count }) => count && count.to !== null);
  if (alone !== undefined) return (isScored ? undefined : runTogether(alone, options.length)) ?? [alone];
  const numbers = numbersIn(words, language);
  const covered = numbers.reduce((sum, { length }) => sum + length, 0);
  const rest = words.filter((_, at) => !numbers.some((number) => at >= number.at && at < number.at + number.length));
  const saysMore = rest.some((_, at) => phraseAt(between, rest, at) === 0);
  return covered === 0 || saysMore ? undefined : numbers.map(({ value }) => value);
}

/** "13" of four options is 1 and 3: it is no place, and each digit is one, once. */
function runTogether(value: number, size: number): readonly number[] | undefined {
  const digits = Array.from(String(value), Number);
  const isList = value > size + 1 && digits.every((digit) => digit >= 1 && digit <= size);
  return isList && new Set(digits).size === digits.length ? digits : undefined;
}
