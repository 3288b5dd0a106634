/** Writes the values of a sentence as plain text: names, numbers, dates, phones. */
import { formatDate, formatDigits, formatList, formatNumber, formatPhone, formatTime } from '../../locales/format.ts';
import { text } from '../../locales/index.ts';
import { languages, type Language, type Tag } from '../../locales/languages.ts';
import type { Param } from '../../dialogs/say.ts';

/** A value as the language writes it; undefined when it is a word that the language does not have. */
export function writeParam(language: Tag, param: Param): string | undefined {
  if (typeof param === 'string') return leftToRight(language, harmless(param));
  if (typeof param === 'number') return formatNumber(language, param);
  if ('word' in param) return text(language, param.word);
  if ('words' in param) return writeWords(language, param.words);
  if ('date' in param) return formatDate(language, param.date);
  if ('time' in param) return leftToRight(language, formatTime(language, param.time));
  if ('phone' in param) return leftToRight(language, formatPhone(param.phone));
  if ('url' in param) return leftToRight(language, param.url);
  return leftToRight(language, formatDigits(param.digits));
}

/** Enough of a value to know it again, and no more: texts are seen by others on the phone's screen. */
export function maskParam(language: Tag, param: Param): string | undefined {
  if (typeof param === 'string') return leftToRight(language, firstLetters(harmless(param)));
  if (typeof param === 'number') return '...';
  if ('date' in param) return param.date.slice(0, 4);
  if ('phone' in param) return leftToRight(language, `...${param.phone.slice(-2)}`);
  if ('digits' in param) return leftToRight(language, `...${param.digits.slice(-2)}`);
  return writeParam(language, param);
}

function writeWords(language: Tag, keys: Extract<Param, { words: unknown }>['words']): string | undefined {
  const words = keys.map((key) => text(language, key)).filter((word) => word !== undefined);
  return words.length === keys.length ? formatList(language, words) : undefined;
}

/** The same dots for every name: not even its length is told. */
function firstLetters(name: string): string {
  const words = name.split(' ').filter((word) => word !== '');
  return words.map((word) => `${Array.from(word)[0] ?? ''}...`).join(' ');
}

const longest = 200;

/** What somebody typed, without what could turn, break or fill the message that it stands in. */
function harmless(typed: string): string {
  const clean = typed
    .slice(0, 4 * longest)
    .replace(/[<>]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
    .trim();
  return Array.from(clean).slice(0, longest).join('');
}

const leftToRightMark = '\u200e';

/** In a right-to-left text a phone, a link or a Latin name is drawn backwards unless marked. Marks, not isolates: old phones know them. */
export function leftToRight(language: Tag, written: string): string {
  return inDirection(languages.find(({ tag }) => tag === language)?.dir ?? 'ltr', written);
}

export function inDirection(dir: Language['dir'], written: string): string {
  const isRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(written);
  return dir === 'rtl' && !isRightToLeft ? leftToRightMark + written + leftToRightMark : written;
}
