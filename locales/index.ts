import { existsSync, readFileSync } from 'node:fs';
import i18next, { type i18n } from 'i18next';
import { subjects, type Key } from './keys.ts';
import { languages, type Tag } from './languages.ts';

export type { Key } from './keys.ts';

/** All texts of one language by subject; a subject that is not there yet is absent, and its words are missing. */
export function readLanguage(tag: Tag): Record<string, unknown> {
  const files = subjects.map((subject) => [subject, new URL(`./${tag}/${subject}.json`, import.meta.url)] as const);
  return Object.fromEntries(
    files
      .filter(([, file]) => existsSync(file))
      .map(([subject, file]) => [subject, JSON.parse(readFileSync(file, 'utf8')) as unknown]),
  );
}

const catalogue: i18n = i18next.createInstance();
await catalogue.init({
  resources: Object.fromEntries(languages.map(({ tag }) => [tag, { translation: readLanguage(tag) }])),
  // No language falls back to another: a missing word is the interpreter offer, never English in mid-sentence.
  fallbackLng: false,
  interpolation: { escapeValue: false },
});

/** The text of a key in a language, its gaps filled; undefined where the language has no such text. */
export function text(tag: Tag, key: Key, values: Readonly<Record<string, string>> = {}): string | undefined {
  // As a plain string: i18next's own types would compare every key with every other, most of what `npm run types` does.
  const name: string = key;
  return catalogue.exists(name, { lng: tag }) ? catalogue.t(name, { lng: tag, ...values }) : undefined;
}

/** The text as written, gaps and all; undefined where the language has none. */
export function raw(tag: Tag, key: Key): string | undefined {
  const found: unknown = catalogue.getResource(tag, 'translation', key);
  return typeof found === 'string' ? found : undefined;
}

/** Every key, from the English words. */
export const keys: readonly Key[] = leaves(readLanguage('en')) as Key[];

function leaves(texts: Record<string, unknown>, under = ''): string[] {
  return Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${under}${name}`] : leaves(value as Record<string, unknown>, `${under}${name}.`),
  );
}
