/** What a worker looks for in a queue: words, and filters that all must hold. */
import { z } from 'zod';
import { ProgrammeId } from '../../../policy/rule.ts';
import type { ReferralRow } from '../desk-store.ts';

/** Null: whichever. `worker` is a name of the audit log; empty: nobody. */
export const Search = z.strictObject({
  words: z.string().max(100),
  language: z.string().max(60).nullable(),
  written: z.string().max(60).nullable(),
  county: z.string().max(100).nullable(),
  programme: ProgrammeId.nullable(),
  worker: z.string().max(400).nullable(),
});
export type Search = z.infer<typeof Search>;

export const filters = [
  'language',
  'written',
  'county',
  'programme',
  'worker',
] as const satisfies readonly (keyof Search)[];
export type Filter = (typeof filters)[number];

export const noSearch: Search = {
  words: '',
  language: null,
  written: null,
  county: null,
  programme: null,
  worker: null,
};

export function isSearch(search: Search): boolean {
  return search.words !== '' || filters.some((filter) => search[filter] !== null);
}

/** The rows that are looked for, in the order they came in. */
export function found(rows: readonly ReferralRow[], search: Search): readonly ReferralRow[] {
  const isNamed = finder(search.words);
  return rows.filter((row) => filters.every((filter) => passes(filter, row, search[filter])) && isNamed(row));
}

function passes(filter: Filter, row: ReferralRow, wanted: string | null): boolean {
  return wanted === null || valuesOf(filter, row).includes(wanted);
}

/** What a referral can be filtered by. */
export function valuesOf(filter: Filter, row: ReferralRow): readonly string[] {
  switch (filter) {
    case 'language':
      return [row.language];
    case 'written':
      return [row.writtenLanguage];
    case 'county':
      return row.county === null ? [] : [row.county];
    case 'programme':
      return row.requests.map(({ programme }) => programme);
    case 'worker':
      return [row.assignedTo ?? ''];
  }
}

/** Digits alone are a number, a phone or a card; all else are parts of a name in any order, or a card. */
function finder(said: string): (row: ReferralRow) => boolean {
  const words = plain(said).split(' ').filter(Boolean);
  if (words.length === 0) return () => true;
  const joined = words.join('');
  if (/^\d+$/.test(joined)) {
    const digits = joined.length === 11 && joined.startsWith('1') ? joined.slice(1) : joined;
    return ({ number, phone, cardNumber }) =>
      number.includes(joined) || digitsOf(phone).includes(digits) || digitsOf(cardNumber).includes(digits);
  }
  return ({ name, cardNumber }) => {
    const known = plain(name);
    return (
      words.every((word) => known.includes(word)) ||
      plain(cardNumber ?? '')
        .replaceAll(' ', '')
        .includes(joined)
    );
  };
}

const digitsOf = (text: string | null): string => (text ?? '').replace(/\D/g, '');

/** Without capitals, accents and signs: "Xiómara Ñúñez-Li" is "xiomara nunez li". */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
