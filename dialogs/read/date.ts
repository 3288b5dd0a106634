import type { Tag } from '../../locales/languages.ts';
import { fullYears, isIsoDate, type IsoDate } from '../../policy/calendar.ts';
import type { Heard } from '../heard.ts';
import { lastSaid } from './correction.ts';
import { plain, tokens } from './plain.ts';
import { wordedDates } from './worded-date.ts';
import { readsOf } from './words.ts';

/** A day, a month and a year as said, before the year has its century. */
export type DateParts = { readonly year: string; readonly month: number; readonly day: number };

/** Nobody older is alive. */
const oldest = 115;

/**
 * A birth date, in figures or words. The month comes first in our languages as they are written here, unless only the
 * other order can be. Ambiguous: a year of two digits that fits a small child and somebody past a hundred.
 * Undefined: no such day, a day to come, more than one date, or none.
 */
export function readDate(heard: Heard, language: Tag, today: IsoDate): IsoDate | 'ambiguous' | undefined {
  if (heard.kind !== 'text') return undefined;
  const text = lastSaid(heard.text);
  const numeric = numericDates(plain(text), readsOf[language].dates.order);
  const said = numeric.length > 0 ? numeric : wordedDates(tokens(text), language);
  const dates = new Set(said.map((parts) => dated(parts, today)));
  const [only] = dates;
  return dates.size === 1 ? only : undefined;
}

function numericDates(text: string, order: 'month' | 'day'): DateParts[] {
  const yearFirst = [...text.matchAll(/(?<!\d)(\d{4})[\s./-]+(\d{1,2})[\s./-]+(\d{1,2})(?!\d)/gu)];
  if (yearFirst.length > 0) return yearFirst.map(([, year = '', month, day]) => parts(year, month, day));
  const yearLast = [...text.matchAll(/(?<!\d)(\d{1,2})[\s.,/-]+(\d{1,2})[\s.,/-]+(\d{4}|\d{2})(?!\d)/gu)];
  if (yearLast.length > 0) return yearLast.map(([, first, second, year = '']) => ordered(first, second, year, order));
  return [...text.matchAll(/(?<!\d)(\d{8}|\d{6})(?!\d)/gu)].map(([digits]) => together(digits, order));
}

function parts(year: string, month: string | undefined, day: string | undefined): DateParts {
  return { year, month: Number(month), day: Number(day) };
}

function ordered(
  first: string | undefined,
  second: string | undefined,
  year: string,
  order: 'month' | 'day',
): DateParts {
  const dayFirst = Number(second) > 12 ? false : Number(first) > 12 || order === 'day';
  return dayFirst ? parts(year, second, first) : parts(year, first, second);
}

/** "03071964", "19640307", "030764". */
function together(digits: string, order: 'month' | 'day'): DateParts {
  const yearFirst = parts(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
  if (digits.length === 8 && /^(?:19|20)/.test(digits) && isDay(yearFirst)) return yearFirst;
  return ordered(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4), order);
}

function isDay({ year, month, day }: DateParts): boolean {
  return isIsoDate(iso(year, month, day));
}

function iso(year: number | string, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function dated({ year, month, day }: DateParts, today: IsoDate): IsoDate | 'ambiguous' | undefined {
  const years = year.length === 2 ? [`19${year}`, `20${year}`] : [year];
  const [date, another] = years.map((full) => iso(full, month, day)).filter((text) => canBeBirth(text, today));
  if (another !== undefined) return 'ambiguous';
  return date !== undefined && isIsoDate(date) ? date : undefined;
}

function canBeBirth(text: string, today: IsoDate): boolean {
  return isIsoDate(text) && text <= today && fullYears(text, today) <= oldest;
}
