import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCount, type Counted } from '../../../dialogs/read/count.ts';
import type { Tag } from '../../../locales/languages.ts';
import { act, chosen, typed } from './heard.ts';

type Expected = number | [from: number, to: number | null] | 'notSure' | 'declined' | undefined;

function expect(expected: Expected): unknown {
  if (typeof expected === 'number') return { from: expected, to: expected };
  return Array.isArray(expected) ? { from: expected[0], to: expected[1] } : expected;
}

const cases: readonly [text: string, expected: Expected, language?: Tag, counted?: Counted][] = [
  ['3', 3],
  [' 3. ', 3],
  ['3x', 3],
  ['three times', 3],
  ['THREE', 3],
  ['about 4', 4],
  ['maybe like 4 times', 4],
  ['3 times since June', 3],
  ['3 times since June 5', 3],
  ['3 times in the last 6 months', 3],
  ['3 times in 2 years', 3],
  ['3 times in 2026', 3],
  ['3 in 2026', 3],
  ['I was unplanned in the hospital three times since june', 3],
  ['one time', 1],
  ['once', 1],
  ['twice', 2],
  ['never', 0],
  ['none', 0],
  ['no', 0],
  ['0', 0],
  ['zero', 0],
  ["I haven't been", 0],
  ['not once', 0],
  ['I have not been in the hospital in 3 years', 0],
  ['more than five', [6, null]],
  ['over 5', [6, null]],
  ['> 5', [6, null]],
  ['5 or more', [5, null]],
  ['5+', [5, null]],
  ['at least 4 times', [4, null]],
  ['4 times or more', [4, null]],
  ['less than 3', [0, 2]],
  ['no more than 3', [0, 3]],
  ['up to 3', [0, 3]],
  ['3 or 4', [3, 4]],
  ['3-4', [3, 4]],
  ['3 to 4 times', [3, 4]],
  ['three or four', [3, 4]],
  ['between 2 and 4', [2, 4]],
  ['a couple', [2, 3]],
  ['a couple of times', [2, 3]],
  ['several', [2, null]],
  ['a lot', [2, null]],
  ['idk', 'notSure'],
  ["I don't remember", 'notSure'],
  ["I'd rather not say", 'declined'],
  ['idk maybe 3', 3],
  ['yes', undefined],
  ['2 times in March and 3 times in June', undefined],
  ['never, well 3 times', undefined],
  ['in the last 6 months', undefined],
  ['no one told me', undefined],
  ['3.5', undefined],
  ['½', undefined],
  ['3000', undefined],
  ['what do you mean?', undefined],
  ['', undefined],
  // Ages
  ['62', 62, 'en', 'years'],
  ["I'm 62", 62, 'en', 'years'],
  ['62yo', 62, 'en', 'years'],
  ['62 years old', 62],
  ['sixty-two', 62, 'en', 'years'],
  ["I'm 62 and was in the hospital 3 times", 62, 'en', 'years'],
  ["I'm 62 and was in the hospital 3 times", 3, 'en', 'times'],
  ['almost 62', [61, 62], 'en', 'years'],
  ['a hundred and one', 101, 'en', 'years'],
  ['130', undefined, 'en', 'years'],
  ['none', undefined, 'en', 'years'],
  ['born in 1964', undefined, 'en', 'years'],
  // Spanish
  ['tres veces', 3, 'es'],
  ['unas 3 veces', 3, 'es'],
  ['3 beces', 3, 'es'],
  ['como 4 o 5', [4, 5], 'es'],
  ['once veces', 11, 'es'],
  ['una vez', 1, 'es'],
  ['ni una vez', 0, 'es'],
  ['nunca', 0, 'es'],
  ['ninguna', 0, 'es'],
  ['más de 5', [6, null], 'es'],
  ['mas de cinco veces', [6, null], 'es'],
  ['5 o más', [5, null], 'es'],
  ['no más de 3', [0, 3], 'es'],
  ['un par de veces', [2, 3], 'es'],
  ['varias veces', [2, null], 'es'],
  ['tengo sesenta y dos años', 62, 'es'],
  ['58 anos', 58, 'es', 'years'],
  ['no sé', 'notSure', 'es'],
  ['nose', 'notSure', 'es'],
  ['no me acuerdo cuantas', 'notSure', 'es'],
  ['prefiero no decir', 'declined', 'es'],
  // Hmong: "peb" is also we, "rau" also to
  ['peb zaug', 3, 'hmn'],
  ['peb', 3, 'hmn'],
  ['rau', 6, 'hmn'],
  ['kuv mus rau tsev kho mob peb zaug', 3, 'hmn'],
  ['kuv mus rau tsev kho mob', undefined, 'hmn'],
  ['3 zaug hauv 6 lub hlis', 3, 'hmn'],
  ['peb zaug txij lub rau hlis', 3, 'hmn'],
  ['tsis tau li', 0, 'hmn'],
  ['tsis muaj ib zaug li', 0, 'hmn'],
  ['ib zaug', 1, 'hmn'],
  ['ntau tshaj 5 zaug', [6, null], 'hmn'],
  ['3 lossis 4 zaug', [3, 4], 'hmn'],
  ['ntau zaug', [2, null], 'hmn'],
  ['rau caum ob xyoos', 62, 'hmn'],
  ['kuv muaj 62 xyoo', 62, 'hmn', 'years'],
  ['nees nkaum ib', 21, 'hmn', 'years'],
  ['kuv tsis paub meej', 'notSure', 'hmn'],
  ['kuv tsis xav hais', 'declined', 'hmn'],
  // In another language than the chosen one, and in other digits
  ['tres veces', 3, 'en'],
  ['peb zaug', 3, 'en'],
  ['three times', 3, 'hmn'],
  ['٣', 3],
  ['３', 3],
  ['३', 3],
  ['៣', 3],
  ['໓', 3],
  ['๓', 3],
  ['3️⃣', 3],
  ['\u200b3\u200f', 3],
];

describe('how many', () => {
  for (const [text, expected, language = 'en', counted] of cases)
    it(`reads "${text}" (${language}${counted ? `, ${counted}` : ''}) as ${JSON.stringify(expect(expected))}`, () => {
      assert.deepEqual(readCount(typed(text), language, counted), expect(expected));
    });

  it('takes "I don\'t know" and "rather not say" by button', () => {
    assert.equal(readCount(act('notSure'), 'en'), 'notSure');
    assert.equal(readCount(act('decline'), 'en'), 'declined');
    assert.equal(readCount(act('back'), 'en'), undefined);
    assert.equal(readCount(chosen('yes'), 'en'), undefined);
    assert.equal(readCount({ kind: 'unreadable' }, 'en'), undefined);
  });

  it('reads every number from 0 to 120 in digits as itself, in every language', () => {
    for (const language of ['en', 'es', 'hmn'] as const)
      for (let n = 0; n <= 120; n++) assert.deepEqual(readCount(typed(`${n}`), language, 'years'), { from: n, to: n });
  });

  it('never throws, and never answers outside of reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const count = readCount(typed(text), 'hmn');
        assert.ok(typeof count !== 'object' || (count.from >= 0 && count.from <= 367));
      }),
    );
  });
});
