/** Dates, lists, phone numbers and long numbers as each language writes them. */
import { languages, type Tag } from './languages.ts';

/** Months that `Intl` does not know, and the word between the last two of a list, for Hmong. */
const hmongMonths = ['Ib', 'Ob', 'Peb', 'Plaub', 'Tsib', 'Rau', 'Xya', 'Yim', 'Cuaj', 'Kaum', 'Kaum Ib', 'Kaum Ob'];
const hmongAnd = ' thiab ';

/** A date with its month as a word, so that no one reads day and month the wrong way round. */
export function formatDate(tag: Tag, date: string): string {
  if (tag === 'hmn') return hmongDate(date);
  return new Intl.DateTimeFormat(intlOf(tag), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** A time of day, `HH:MM`, as clocks are read in California: `8:00 AM`. */
export function formatTime(tag: Tag, time: string): string {
  return new Intl.DateTimeFormat(intlOf(tag), {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZone: 'UTC',
  }).format(new Date(`2000-01-01T${time}:00Z`));
}

/** A whole number with the language's own grouping. */
export function formatNumber(tag: Tag, value: number): string {
  return new Intl.NumberFormat(intlOf(tag)).format(value);
}

/** "a, b and c" as the language writes it. */
export function formatList(tag: Tag, items: readonly string[]): string {
  return listParts(tag, items.length)
    .map((part) => (typeof part === 'number' ? (items[part] ?? '') : part))
    .join('');
}

/** The same list as pieces: a number is the item at that place, a string goes between. For channels that mark up items. */
export function listParts(tag: Tag, length: number): readonly (number | string)[] {
  if (tag === 'hmn') return hmongList(length);
  const places = Array.from({ length }, (_, place) => String(place));
  return new Intl.ListFormat(intlOf(tag), { type: 'conjunction' })
    .formatToParts(places)
    .map(({ type, value }) => (type === 'element' ? Number(value) : value));
}

/**
 * A phone number as people in California write it: `831-430-5500`, toll-free with the leading 1; short lines (911,
 * 988, 711) and numbers of other countries as they are. Always left to right, in ASCII digits.
 */
export function formatPhone(number: string): string {
  const ten = nationalDigits(number);
  if (ten === null) return number;
  const grouped = `${ten.slice(0, 3)}-${ten.slice(3, 6)}-${ten.slice(6)}`;
  return /^8(00|33|44|55|66|77|88)/.test(ten) ? `1-${grouped}` : grouped;
}

/** What a phone dials: `+18314305500`, or a short line as it is. */
export function dialled(number: string): string {
  const ten = nationalDigits(number);
  return ten === null ? number.replace(/(?!^\+)\D/g, '') : `+1${ten}`;
}

/** A confirmation number in groups that can be read aloud: 14 digits as 4 3 3 4. Other digits as they are. */
export function formatDigits(digits: string): string {
  return digits.replace(/^(\d{4})(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3 $4');
}

/** The ten digits of a number of North America; null for anything else. */
function nationalDigits(number: string): string | null {
  const digits = number.replace(/\D/g, '');
  if (number.trim().startsWith('+') && !digits.startsWith('1')) return null;
  if (digits.length === 10) return digits;
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : null;
}

function hmongDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `Lub ${hmongMonths[(month ?? 1) - 1] ?? ''} Hlis Ntuj Hnub Tim ${String(day)}, ${String(year)}`;
}

function hmongList(length: number): readonly (number | string)[] {
  return Array.from({ length }, (_, place) => {
    if (place === 0) return [place];
    return [place === length - 1 ? hmongAnd : ', ', place];
  }).flat();
}

function intlOf(tag: Tag): readonly string[] {
  return languages.find((language) => language.tag === tag)?.intl ?? ['en-US'];
}
