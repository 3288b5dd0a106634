// Which question a text asks, found by its words in the catalogue: a test then answers what is really asked.
import { keys, raw, type Key } from '../../locales/index.ts';
import type { Tag } from '../../locales/languages.ts';

const questions = keys.filter(
  (key) =>
    /^(questions\.\w+\.(again\.)?(self|other)|file\.\w+\.ask\.(self|other)|whom\.\w+\.ask)$/.test(key) ||
    [
      'welcome.menu.ask',
      'sms.privacy.ask',
      'findings.ask',
      'status.number.ask',
      'status.birthDate.ask',
      'status.tellHelper.ask',
    ].includes(key),
);

/** The name of the question that is asked last in these texts, as in `housing`, `file.name`, `menu`. */
export function asked(texts: readonly string[], language: Tag): string | undefined {
  const all = texts.map((text) => text.replace(/^\(\d\/\d\)\s/, '')).join('\n');
  const found = questions
    .map((key) => ({ key, at: lastPlace(all, raw(language, key) ?? '\u0000') }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at || (raw(language, b.key) ?? '').length - (raw(language, a.key) ?? '').length);
  return found[0] && nameOf(found[0].key);
}

/** Where the sentence stands, whatever fills its gaps; -1 where it does not. */
function lastPlace(all: string, sentence: string): number {
  const pattern = sentence
    .split(/\{\{\w+\}\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.{1,40}');
  return [...all.matchAll(new RegExp(pattern, 'g'))].at(-1)?.index ?? -1;
}

function nameOf(key: Key): string {
  const [subject, name] = key.split('.');
  if (subject === 'questions') return name ?? '';
  if (key === 'welcome.menu.ask') return 'menu';
  return key.replace(/\.ask.*$/, '');
}
