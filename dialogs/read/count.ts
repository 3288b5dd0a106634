import type { Tag } from '../../locales/languages.ts';
import type { Count } from '../../policy/facts.ts';
import type { Heard } from '../heard.ts';
import { lastSaid } from './correction.ts';
import { denied } from './denial.ts';
import { qualified } from './qualifier.ts';
import { numbersIn, type NumberSaid } from './numbers.ts';
import { hasPhrase, isPhrase, phraseAt, phrasesIn, trimmed, type Phrases, type Span } from './phrases.ts';
import { tokens } from './plain.ts';
import { silenceIn } from './silence.ts';
import { everyLanguages, type Reads } from './words.ts';

const of = (pick: (counts: Reads['counts']) => readonly string[]): Phrases =>
  everyLanguages(({ counts }) => pick(counts));
const units = {
  times: of(({ times }) => times),
  years: of(({ years }) => years),
  // "3 kids" says as little of how often as "3 days" does.
  windows: of(({ windows, others = [] }) => [...windows, ...others]),
};
const rates = of((counts) => counts.rates ?? []);
const less = of((counts) => counts.less ?? []);
const within = of((counts) => counts.within);
const zero = of((counts) => counts.zero);
const several = of((counts) => counts.several);
const couple = of((counts) => counts.couple);
const between = of((counts) => counts.between);
const upTo = of((counts) => counts.upTo);
const or = everyLanguages((words) => words.or);
const and = everyLanguages((words) => words.and);
const no = everyLanguages((words) => [...words.no.alone, ...words.none]);
const framed = everyLanguages(({ fillers, subjects, yes }) => [...fillers, ...subjects, ...yes.words]);
const months = everyLanguages(({ dates }) => dates.months.flat());
const halfway = everyLanguages((words) => words.halfway);

/** What is counted, where the question says so: it tells "62 years" from "3 times" in one answer. */
export type Counted = 'times' | 'years';

/** Nobody is older, and nobody was more often in a hospital in a year. */
const most: Readonly<Record<Counted, number>> = { times: 366, years: 120 };

type Said = { readonly count: Count; readonly unit: Counted | undefined; readonly vague: boolean };

/**
 * How many: "3", "tres veces", "peb zaug", "5 or more", "3 or 4", "never". "A couple" is two or three, because people
 * say it of both; "several" is two or more. Undefined when two numbers could be meant, or none is.
 */
export function readCount(heard: Heard, language: Tag, counted?: Counted): Count | 'notSure' | 'declined' | undefined {
  if (heard.kind !== 'text') return heardAct(heard);
  const words = tokens(lastSaid(heard.text));
  // "Twice a month", "3 but one was planned": nobody can tell how many that makes.
  if (words.includes('~') || hasPhrase(rates, words)) return undefined;
  const nones = phrasesIn(zero, words);
  const elsewhere = [...nones, ...phrasesIn(months, words)];
  const numbers = numbersIn(words, language).filter((number) => !isElsewhere(number, words, elsewhere));
  if (numbers.some((number) => isDenied(number, words)) || (numbers.length > 0 && hasPhrase(less, words)))
    return undefined;
  const [only, another] = candidates(saidCounts(numbers, words), words, counted);
  // Two numbers, or "never, 3 times": one of the two is not what was meant.
  if (another ?? (only && nones.length > 0)) return undefined;
  if (only) return withinReason(only, counted);
  // "In the last 6 months" alone says how far back, and not how often.
  const saysWhen = nones.length === 0 && numbers.some(({ vague }) => !vague);
  return saysWhen ? undefined : wordless(words, counted);
}

function heardAct(heard: Heard): 'notSure' | 'declined' | undefined {
  if (heard.kind !== 'act') return undefined;
  return heard.act === 'decline' ? 'declined' : heard.act === 'notSure' ? 'notSure' : undefined;
}

/** "Not 2" says only what it is not; "no more than 2" is a number. */
function isDenied(number: NumberSaid, words: readonly string[]): boolean {
  const { from, to } = qualified(number, words, number.at + number.length);
  return from === to && denied(words, number.at);
}

const ordinalEnds = ['st', 'nd', 'rd', 'th'];

/** A calendar year, the day of a month, a "1st", or the "one" of "not one time", is no count. */
function isElsewhere({ value, at, length }: NumberSaid, words: readonly string[], spans: readonly Span[]): boolean {
  const inside = spans.some((span) => at >= span.at && at < span.at + span.length);
  const afterMonth = phrasesIn(months, words).some((month) => month.at + month.length === at);
  const isDay = (afterMonth && unitAt(words, at + length) === undefined) || phraseAt(months, words, at + length) > 0;
  const isOrdinal = ordinalEnds.includes(words[at + length] ?? '');
  return inside || isDay || isOrdinal || (value >= 1900 && value <= 2100);
}

/** Each number with its unit and qualifier; "3 or 4 times" is one. A number that measures time back is none. */
function saidCounts(numbers: readonly NumberSaid[], words: readonly string[]): Said[] {
  const said: Said[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i];
    if (!number) continue;
    const range = rangeAt(number, numbers[i + 1], words);
    const end = range ? range.end : number.at + number.length;
    if (range) i++;
    const unit = unitAt(words, end);
    if (unit === 'windows' || (unit === 'years' && isWithin(words, number.at))) continue;
    const count = range?.count ?? qualified(number, words, unit ? end + phraseAt(units[unit], words, end) : end);
    said.push({ count, unit, vague: number.vague && !range && !unit });
  }
  return said;
}

function rangeAt(
  first: NumberSaid,
  second: NumberSaid | undefined,
  words: readonly string[],
): { readonly count: Count; readonly end: number } | undefined {
  if (!second || second.value <= first.value) return undefined;
  const gap = first.at + first.length;
  const joined = words[gap] === '-' ? 1 : phraseAt(or, words, gap) || phraseAt(upTo, words, gap);
  const isBetween = phraseAt(between, words, first.at - 1) > 0 && phraseAt(and, words, gap) > 0;
  if (!isBetween && joined === 0) return undefined;
  if (second.at !== gap + (joined || phraseAt(and, words, gap))) return undefined;
  return { count: { from: first.value, to: second.value }, end: second.at + second.length };
}

function unitAt(words: readonly string[], at: number): Counted | 'windows' | undefined {
  // "3 different times", "peb lub hlis": one word may stand between.
  for (const start of [at, at + 1])
    for (const unit of ['windows', 'times', 'years'] as const) if (phraseAt(units[unit], words, start) > 0) return unit;
  return undefined;
}

function isWithin(words: readonly string[], at: number): boolean {
  return [1, 2, 3].some((back) => at - back >= 0 && phraseAt(within, words, at - back) > 0);
}

/** The counts that can be meant: those of the right unit, else those of none; a vague word only by itself. */
function candidates(said: readonly Said[], words: readonly string[], counted: Counted | undefined): readonly Said[] {
  const right = said.filter(({ unit }) => unit !== undefined && (counted === undefined || unit === counted));
  // "0, 4 times in the ER": the one without a unit is the answer just as well.
  const isNone = said.some(({ unit, count: { to } }) => unit === undefined && to === 0);
  if (right.length > 0) return isNone ? said : right;
  const unitless = said.filter(
    ({ unit, vague }) => unit === undefined && (!vague || trimmed(framed, words).length === 1),
  );
  return unitless;
}

function withinReason({ count, unit }: Said, counted: Counted | undefined): Count | undefined {
  const limit = most[counted ?? unit ?? 'times'];
  return count.from <= limit && (count.to ?? 0) <= limit ? count : undefined;
}

function wordless(words: readonly string[], counted: Counted | undefined): Count | 'notSure' | 'declined' | undefined {
  const silent = silenceIn(words);
  if (silent) return silent;
  if (counted === 'years' || hasPhrase(halfway, words)) return undefined;
  if (hasPhrase(couple, words)) return { from: 2, to: 3 };
  if (hasPhrase(several, words)) return { from: 2, to: null };
  const none = hasPhrase(zero, words) || isPhrase(no, trimmed(framed, words));
  return none ? { from: 0, to: 0 } : undefined;
}
