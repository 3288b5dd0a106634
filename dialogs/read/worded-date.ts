import type { Tag } from '../../locales/languages.ts';
import type { DateParts } from './date.ts';
import { numbersIn } from './numbers.ts';
import { phraseAt } from './phrases.ts';
import { everyLanguages } from './words.ts';

const months = Array.from({ length: 12 }, (_, i) => everyLanguages(({ dates }) => dates.months[i] ?? []));
const fillers = everyLanguages(({ dates }) => dates.fillers);

type Piece = { readonly month: number } | { readonly number: string };

/** Dates whose month is a word: "March 7, 1964", "7 de marzo de 1964", "Lub Peb Hlis Ntuj Hnub Tim 7, 1964". */
export function wordedDates(words: readonly string[], language: Tag): DateParts[] {
  return runs(words, language).flatMap((run) => {
    const month = run.flatMap((piece) => ('month' in piece ? [piece.month] : []));
    const numbers = run.flatMap((piece) => ('number' in piece ? [piece.number] : []));
    const [only] = month;
    return only !== undefined && month.length === 1 && numbers.length === 2 ? dayAndYear(numbers, only) : [];
  });
}

/** Months and numbers that follow each other with nothing between them but "of" and "the". */
function runs(words: readonly string[], language: Tag): Piece[][] {
  const all: Piece[][] = [[]];
  for (let at = 0; at < words.length;) {
    const month = monthAt(words, at);
    const [number] = month ? [] : numbersIn(words.slice(at), language).filter((said) => said.at === 0);
    const run = all.at(-1);
    if (month) run?.push({ month: month.month });
    else if (number) run?.push({ number: asWritten(words[at] ?? '', number.value) });
    const length = month?.length ?? number?.length ?? phraseAt(fillers, words, at);
    if (length === 0) all.push([]);
    at += Math.max(length, 1);
  }
  return all;
}

function monthAt(
  words: readonly string[],
  at: number,
): { readonly month: number; readonly length: number } | undefined {
  return months
    .map((names, i) => ({ month: i + 1, length: phraseAt(names, words, at) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)[0];
}

/** "07" stays two digits, as a year of two digits is told from a day by them. */
function asWritten(word: string, value: number): string {
  return /^\d+$/.test(word) ? word : String(value);
}

function dayAndYear(numbers: readonly string[], month: number): DateParts[] {
  const [first = '', second = ''] = numbers;
  // The year is the one of four digits, or the one that is no day, or else the later one.
  const yearFirst = first.length === 4 || Number(first) > 31;
  const [year, day] = yearFirst ? [first, second] : [second, first];
  return (year.length === 4 || year.length === 2) && day.length <= 2 ? [{ year, month, day: Number(day) }] : [];
}
