/** What a form of the chat sent, read into what a member says. */
import { z } from 'zod';
import type { IsoDate } from '../../../policy/calendar.ts';
import { readDate } from './date-fields.ts';
import type { Trouble } from './trouble.ts';

/** The longest message that is read; about seven pages. */
export const longestText = 20_000;

const short = z.string().max(200).default('');
/** A form sends one tick as a string and several as a list. */
const many = z.union([short.transform((one) => [one]), z.array(short).max(60)]).default([]);

export const Posted = z.object({
  token: short,
  /** Minted by the page that was shown: the same id twice is one message. */
  id: z.string().regex(/^[A-Za-z0-9-]{16,64}$/),
  question: short,
  /** The last entry that the page has; -1 before there is any. */
  after: z.coerce.number().int().min(-1).catch(-1),
  /** The language that the page is in. */
  lang: short,
  text: z.string().default(''),
  press: short,
  choice: many,
  ticked: short,
  dated: short,
  month: short,
  day: short,
  year: short,
});
export type Posted = z.infer<typeof Posted>;

export type SaidByForm = { readonly text: string; readonly choices: readonly string[] };

/** The member's message; or what is wanting, to be told beside the field. */
export function saidBy(posted: Posted): SaidByForm | Trouble {
  if (posted.press !== '') return { text: '', choices: [posted.press] };
  if (posted.ticked !== '') return posted.choice.length > 0 ? { text: '', choices: posted.choice } : 'empty';
  if (posted.dated !== '') return dateText(posted);
  const text = posted.text.trim();
  if (text.length > longestText) return 'tooLong';
  return text === '' ? 'empty' : { text, choices: [] };
}

/** Words in a date field ("no sé", "marzo") go on as words; only digits are checked here. */
function dateText(posted: Posted): SaidByForm | Trouble {
  const typed = [posted.month, posted.day, posted.year].map((part) => part.trim()).filter((part) => part !== '');
  if (typed.some((part) => /\p{L}/u.test(part))) return { text: typed.join(' '), choices: [] };
  const date: IsoDate | 'missing' | 'wrong' = readDate(posted);
  if (date === 'missing') return 'dateMissing';
  return date === 'wrong' ? 'dateWrong' : { text: date, choices: [] };
}
