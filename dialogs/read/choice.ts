import type { Tag } from '../../locales/languages.ts';
import type { Heard } from '../heard.ts';
import { lastSaid } from './correction.ts';
import { labelled, named, type Labelled } from './labels.ts';
import { numbersIn } from './numbers.ts';
import { hasPhrase, isPhrase, phrases, trimmed } from './phrases.ts';
import { tokens } from './plain.ts';
import { readSilence, silenceIn } from './silence.ts';
import { everyLanguages, kept, readsOf, valuesIn } from './words.ts';
import { readYesNo } from './yes-no.ts';

const framed = everyLanguages(({ fillers, choiceWords }) => [...fillers, ...choiceWords]);
const halfway = everyLanguages((words) => words.halfway);
const both = everyLanguages((words) => words.both);
const ordinals = kept((language: Tag) => valuesIn(language, (words) => words.ordinals));

/**
 * Which one of the options was chosen: by button, number, label, a part of a label that no other has, or yes and no
 * where an option is one: by its id, or because its label opens with the word. `notSure` and `declined` are answers
 * too. Undefined when it is unclear: it is never guessed.
 */
export function readChoice(options: readonly Labelled[], heard: Heard, language: Tag): string | undefined {
  if (heard.kind === 'chosen') {
    const [id] = heard.ids;
    return heard.ids.length === 1 && options.some((option) => option.id === id) ? id : undefined;
  }
  if (heard.kind !== 'text') return readSilence(heard);
  const said = lastSaid(heard.text);
  // "Los dos" is both, and not the second.
  if (isPhrase(both, tokens(said))) return labelled(options, said);
  return byNumber(options, said, language) ?? byWords(options, said, language);
}

function byWords(options: readonly Labelled[], text: string, language: Tag): string | undefined {
  const whole = labelled(options, text);
  if (whole !== undefined) return whole;
  const silent = silenceIn(tokens(text));
  if (silent) return silent;
  const ids = named(options, text, language);
  const yesNo = yesNoOption(options, text);
  if (yesNo !== undefined) return ids === 'refused' || ids.every((id) => id === yesNo) ? yesNo : undefined;
  if (ids === 'refused' || ids.length !== 1 || isHalfYesNo(options, ids, text)) return undefined;
  // "1, my mother", where 1 is somebody else: both cannot be meant.
  const [first] = numbersIn(tokens(text), language);
  const leading = first?.at === 0 && !first.vague ? options[first.value - 1]?.id : undefined;
  return leading === undefined || leading === ids[0] ? ids[0] : undefined;
}

/** The one option that is the yes, or the no, that was said. */
function yesNoOption(options: readonly Labelled[], text: string): string | undefined {
  const said = readYesNo(text);
  if (said === undefined) return undefined;
  const same = options.filter((option) => yesNoOf(option) === said);
  // Of "Yes" and "Yes, and ...", a plain yes is the first.
  return same.length === 1 ? same[0]?.id : same.find(({ id }) => id === said)?.id;
}

/** "Yes, sometimes" is not the yes. */
function isHalfYesNo(options: readonly Labelled[], ids: readonly string[], text: string): boolean {
  return hasPhrase(halfway, tokens(text)) && options.some((option) => ids.includes(option.id) && yesNoOf(option));
}

function yesNoOf({ id, labels }: Labelled): string | undefined {
  return id === 'yes' || id === 'no' ? id : labels.map(opensWith).find((said) => said !== 'neither');
}

/** "Yes, they agree" is a yes. */
const opensWith = kept(
  (label: string): 'yes' | 'no' | 'neither' => readYesNo(label.split(/[,.;:]/u)[0] ?? '') ?? 'neither',
);

function byNumber(options: readonly Labelled[], text: string, language: Tag): string | undefined {
  return options[(numberAlone(tokens(text), language, options.length) ?? 0) - 1]?.id;
}

/** "Twice" is how often, and no second place. */
const often = kept((language: Tag) => phrases(readsOf[language].numbers.often ?? []));
export const saysHowOften = (words: readonly string[], language: Tag): boolean => hasPhrase(often(language), words);

/** The place in the list that the whole text says: "2", "number 2", "the second one", "ob", "the last". */
export function numberAlone(words: readonly string[], language: Tag, size: number): number | undefined {
  if (saysHowOften(words, language)) return undefined;
  for (const core of [words, trimmed(framed, words)]) {
    const [number] = numbersIn(core, language);
    if (number?.length === core.length) return number.value;
    const ordinal = ordinals(language).get(core.join(' '));
    if (ordinal !== undefined) return ordinal < 0 ? size : ordinal;
  }
  return undefined;
}
