import assert from 'node:assert/strict';
import { languageName } from '../../server/desk/names.ts';

describe('a language at the desk', () => {
  for (const [tag, name] of [
    ['hmn', 'Hmong'],
    ['ru', 'Russian'],
    ['zh-Hant', 'Traditional Chinese'],
    ['Mixteco', 'Mixteco'],
    ['Mam', 'Mam'],
    ['qqq', 'qqq'],
    ['<b>', '<b>'],
    ['', ''],
  ] as const) {
    it(`is shown as "${name}" where "${tag}" is stored`, () => {
      assert.equal(languageName(tag), name);
    });
  }
});
