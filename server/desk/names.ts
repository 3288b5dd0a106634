/** Names for ids, in the staff's words: programmes, languages, facts, sources. */
import { text } from '../../locales/index.ts';
import { languages } from '../../locales/languages.ts';
import type { SourceId } from '../../policy/citation.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import { sources } from '../../policy/sources.ts';
import type { TaskOutcome } from './desk-store.ts';
import { words } from './words.ts';

/** A programme by its English name. */
export function programmeName(id: ProgrammeId): string {
  return text('en', `programmes.${id}.name`) ?? id;
}

/** A language by its English name; one of which nobody knows a name stays as the member wrote it. */
export function languageName(tag: string): string {
  return languages.find((language) => language.tag === tag)?.englishName ?? nameOfCode(tag);
}

const codes = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** A code is small letters, as we store it: a name that a member wrote themselves is never taken for one. */
function nameOfCode(tag: string): string {
  return /^[a-z]{2,3}(-[A-Z][a-z]{3})?$/.test(tag) ? (codes.of(tag) ?? tag) : tag;
}

/** The word for an id out of one list of words; an id without a word is shown as it is, and never hidden. */
export function word(list: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(list, id) ? (list[id] ?? id) : id;
}

export const outcomes = Object.keys(words.tasks.outcomes) as readonly TaskOutcome[];

/** What only the plan can judge, in words. */
export function planDecidesName(id: string): string {
  return word(words.planDecides, id);
}

/** A document by its title and date. */
export function sourceName(id: SourceId): string {
  const { title, date } = sources[id];
  return date === null ? title : `${title} (${date})`;
}
