import assert from 'node:assert/strict';
import { keys, raw } from '../../locales/index.ts';
import { languages } from '../../locales/languages.ts';
import { subjects } from '../../locales/keys.ts';
import { readLanguage } from '../../locales/index.ts';

const others = languages.filter(({ tag }) => tag !== 'en');

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
const numbers = (text: string): string[] =>
  [...text.replace(/\{\{\w+\}\}/g, '').matchAll(/\d+/g)].map(([digits]) => digits).sort();

/** Crisis lines are reached differently in each language: in Spanish one presses 2 (languages.md 6.1). */
const isOwnRoute = (tag: string, key: string): boolean => tag === 'es' && key.startsWith('danger.');

function leaves(texts: unknown, under = ''): string[] {
  if (typeof texts === 'string') return [under];
  return Object.entries(texts as Record<string, unknown>).flatMap(([name, value]) =>
    leaves(value, under ? `${under}.${name}` : name),
  );
}

for (const { tag, englishName } of others) {
  describe(`the ${englishName} words`, () => {
    const pairs = keys.map((key) => ({ key, english: raw('en', key) ?? '', text: raw(tag, key) }));

    it('are all there', () => {
      assert.deepEqual(
        pairs.filter(({ text }) => text === undefined || text.trim() === '').map(({ key }) => key),
        [],
      );
    });

    it('are of no key that English lacks', () => {
      const known = new Set<string>(keys);
      assert.deepEqual(
        leaves(readLanguage(tag)).filter((key) => !known.has(key)),
        [],
      );
    });

    it('have the gaps of the English and no others', () => {
      const wrong = pairs.filter(
        ({ english, text }) =>
          text !== undefined && [...new Set(placeholders(text))].join() !== [...new Set(placeholders(english))].join(),
      );
      assert.deepEqual(
        wrong.map(({ key }) => key),
        [],
      );
    });

    it('have the numbers of the English and no others', () => {
      const wrong = pairs.filter(
        ({ key, english, text }) =>
          text !== undefined && !isOwnRoute(tag, key) && numbers(text).join() !== numbers(english).join(),
      );
      assert.deepEqual(
        wrong.map(({ key }) => key),
        [],
      );
    });

    it('are not the English words left standing', () => {
      const longEnough = (text: string): boolean => text.replace(/\{\{\w+\}\}/g, '').split(/\s+/).length > 4;
      const same = pairs.filter(({ english, text }) => text === english && longEnough(english));
      assert.deepEqual(
        same.map(({ key }) => key),
        [],
      );
    });
  });
}

describe('every language', () => {
  it('has every subject in a file of its own', () => {
    for (const { tag } of languages) assert.deepEqual(Object.keys(readLanguage(tag)).sort(), [...subjects].sort());
  });

  it('says the same to the person and about the person wherever English does', () => {
    const halves = keys.filter(
      (key) => key.endsWith('.self') && !keys.some((other) => other === key.replace(/self$/, 'other')),
    );
    assert.deepEqual(halves, []);
  });

  it('keeps telephone numbers out of the texts: they are gaps', () => {
    const phone = /\d{3}[-. )]\s?\d{3}[-. ]\d{4}/;
    const allowed = new Set(['file.phone.again']);
    const wrong = languages.flatMap(({ tag }) =>
      keys.filter((key) => !allowed.has(key) && phone.test(raw(tag, key) ?? '')).map((key) => `${tag} ${key}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('is plain ASCII in English and Hmong, so that a text message holds 160 characters', () => {
    const wrong = (['en', 'hmn'] as const).flatMap((tag) =>
      keys
        .filter((key) => !key.startsWith('page.') && /[^\x20-\x7e\n]/.test(raw(tag, key) ?? ''))
        .map((key) => `${tag} ${key}`),
    );
    assert.deepEqual(wrong, []);
  });
});
