/** A sentence of the catalogue as HTML: escaped, with phone numbers to touch and what members typed kept apart. */
import {
  dialled,
  formatDate,
  formatDigits,
  formatNumber,
  formatPhone,
  formatTime,
  listParts,
} from '../../../locales/format.ts';
import type { Key } from '../../../locales/index.ts';
import type { Line, Param, Params } from '../../../dialogs/say.ts';
import { escape, html, Html } from './html.ts';
import type { Voice } from './voice.ts';

/** Null when the language has no such words to show; the voice then knows that something was missed. */
export function phrase(line: Line, voice: Voice): Html | null {
  const said = filled(line, voice, voice.words.shown.bind(voice.words));
  if (said === null) voice.missed = true;
  return said;
}

/** A choice, or the question that it answers: in both languages where two read one page. Null as for `phrase`. */
export function bothPhrases(line: Line, voice: Voice): Html | null {
  const words = phrase(line, voice);
  const other = words && voice.beside;
  const beside = other && phrase(line, other);
  if (!other || beside === null) return words;
  const { tag, dir } = other.language;
  return html`${words} <span class="also" lang="${tag}" dir="${dir}">${beside}</span>`;
}

/** Danger: said in this language as soon as there are words at all, signed or not. */
export function dangerPhrase(line: Line, voice: Voice): Html | null {
  return filled(line, voice, voice.words.any.bind(voice.words));
}

/** The page's own words: in English, marked as such, where the language has none to show. */
export function label(key: Key, voice: Voice, params?: Params): Html {
  const line = params ? { key, params } : { key };
  const said = filled(line, voice, voice.words.shown.bind(voice.words));
  if (said !== null) return said;
  const english = voice.in('en');
  return html`<span lang="en" dir="ltr">${filled(line, english, voice.words.any.bind(voice.words))}</span>`;
}

/** The same as plain text, for attributes and titles. */
export function plainLabel(key: Key, voice: Voice, values: Readonly<Record<string, string>> = {}): string {
  return voice.words.shown(voice.tag, key, values) ?? voice.words.any('en', key, values) ?? '';
}

/** How a phone number stands on a page: left to right in any language, and ready to be called. */
export function phoneLink(number: string): Html {
  return html`<bdi dir="ltr"><a class="phone" href="tel:${dialled(number)}">${formatPhone(number)}</a></bdi>`;
}

type Source = Voice['words']['shown'];

/** Values are first put in as marks, so that they are escaped by their own kind and never read as a template. */
function filled({ key, params = {} }: Line, voice: Voice, source: Source): Html | null {
  const names = Object.keys(params);
  const marks = Object.fromEntries(names.map((name, index) => [name, `\uE000${String(index)}\uE001`]));
  const words = source(voice.tag, key, marks);
  if (words === undefined) return null;
  const values = Object.values(params);
  return new Html(
    escape(words).replace(/\uE000(\d+)\uE001/g, (_, index: string) => {
      const value = values[Number(index)];
      return value === undefined ? '' : valueOf(value, voice, source).source;
    }),
  );
}

function valueOf(value: Param, voice: Voice, source: Source): Html {
  if (typeof value === 'string') return html`<bdi>${clipped(value)}</bdi>`;
  if (typeof value === 'number') return html`${formatNumber(voice.tag, value)}`;
  if ('word' in value) return wordOf(value.word, voice, source);
  if ('words' in value) {
    return html`${listParts(voice.tag, value.words.length).map((part) => {
      const key = typeof part === 'number' ? value.words[part] : undefined;
      return key === undefined ? String(part) : wordOf(key, voice, source);
    })}`;
  }
  if ('date' in value) return html`<time datetime="${value.date}">${formatDate(voice.tag, value.date)}</time>`;
  if ('time' in value) return html`<bdi>${formatTime(voice.tag, value.time)}</bdi>`;
  if ('phone' in value) return phoneLink(value.phone);
  if ('digits' in value) return html`<bdi dir="ltr" class="digits">${formatDigits(value.digits)}</bdi>`;
  return webLink(value.url);
}

function wordOf(key: Key, voice: Voice, source: Source): Html {
  const word = filled({ key }, voice, source);
  if (word === null) voice.missed = true;
  return word ?? html``;
}

/** Only https leaves this page; anything else is shown as it is written. */
function webLink(url: string): Html {
  const shown = url.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return url.startsWith('https://')
    ? html`<bdi dir="ltr"><a href="${url}" target="_blank" rel="noopener noreferrer">${shown}</a></bdi>`
    : html`<bdi dir="ltr">${shown}</bdi>`;
}

/** What somebody typed, cut where it would drown the page. */
export function clipped(text: string): string {
  return text.length > 500 ? `${text.slice(0, 500)}…` : text;
}
