import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normalize } from '../../bot/normalize.ts';

describe('a text made ready for comparing', () => {
  const cases: readonly [what: string, text: string, plain: string, bare: string][] = [
    ['full-width capitals', 'ＳＴＯＰ', 'stop', 'stop'],
    ['zero-width marks inside a word', 'su\u200Bi\u200Dcide\uFEFF', 'suicide', 'suicide'],
    ['a right-to-left override', '\u202Eayuda\u202C', 'ayuda', 'ayuda'],
    ['curly quotes', 'I don’t “know”', 'i don\'t "know"', 'i don\'t "know"'],
    ['accents, which have a second form', 'Mañana, sí', 'mañana, sí', 'manana, si'],
    ['accents typed apart', 'man\u0303ana', 'mañana', 'manana'],
    ['Arabic letters and marks', 'كتـابِي', 'کتابی', 'کتابی'],
    ['spaces of every kind', '  tus\u00A0 \t\nkheej ', 'tus kheej', 'tus kheej'],
  ];
  for (const [what, text, plain, bare] of cases) {
    it(`has one form for ${what}`, () => assert.deepEqual(normalize(text), { text: plain, bare }));
  }

  it('is the same when made ready twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normalize(text).text;
        assert.equal(normalize(once).text, once);
      }),
    );
  });
});
