import assert from 'node:assert/strict';
import { keys, raw } from '../../locales/index.ts';
import { subjects } from '../../locales/keys.ts';
import type { Tag } from '../../locales/languages.ts';
import { fleschKincaid, inflesz, programmeNames, sentences, wordsOf } from './readability.ts';

/** A flow is read as a whole: formulas mean nothing on three words (languages.md 0.10). */
function flow(tag: Tag, subject: string): string {
  return keys
    .filter((key) => key.startsWith(`${subject}.`))
    .map((key) => raw(tag, key) ?? '')
    .map((text) => (/[.?!:]$/.test(text) ? text : `${text}.`))
    .join('\n');
}

describe('the English words', () => {
  for (const subject of subjects) {
    it(`read at grade 6 or lower in ${subject}`, () => {
      const grade = fleschKincaid(flow('en', subject));
      assert.ok(grade <= 6, `grade ${grade.toFixed(1)}`);
    });
  }

  it('have sentences of 15 words or fewer', () => {
    const long = keys.flatMap((key) =>
      sentences(raw('en', key) ?? '')
        .filter((sentence) => wordsOf(sentence).length > 15)
        .map((sentence) => `${key}: ${sentence}`),
    );
    assert.deepEqual(long, []);
  });
});

describe('the Spanish words', () => {
  for (const subject of subjects) {
    it(`are fairly easy to read in ${subject} (INFLESZ 65 or more)`, () => {
      const ease = inflesz(flow('es', subject), programmeNames);
      assert.ok(ease >= 65, `INFLESZ ${ease.toFixed(1)}`);
    });
  }
});
