import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../policy/calendar.ts';
import { readDate } from '../../../dialogs/read/date.ts';
import type { Tag } from '../../../locales/languages.ts';
import { act, typed } from './heard.ts';

const today = '2026-11-21';
const march7 = '1964-03-07';

const cases: readonly [text: string, expected: string | undefined, language?: Tag][] = [
  ['3/7/1964', march7],
  ['03/07/1964', march7],
  ['3-7-1964', march7],
  ['3.7.1964', march7],
  ['3 7 1964', march7],
  ['3/7/64', march7],
  ['1964-03-07', march7],
  ['1964/3/7', march7],
  ['03071964', march7],
  ['19640307', march7],
  ['030764', march7],
  ['13/7/1964', '1964-07-13'],
  ['March 7 1964', march7],
  ['march 7th, 1964', march7],
  ['Mar. 7, 1964', march7],
  ['7 March 1964', march7],
  ['the 7th of march 1964', march7],
  ['march 7 64', march7],
  ['I was born on march 7, 1964 in Fresno', march7],
  ['my birthday is 3/7/1964 thanks', march7],
  ['3/7/1964', march7, 'es'],
  ['7 de marzo de 1964', march7, 'es'],
  ['marzo 7 1964', march7, 'es'],
  ['7 marso del 64', march7, 'es'],
  ['nací el 7 de marzo de 1964', march7, 'es'],
  ['siete de marzo de 1964', march7, 'es'],
  ['lub 3 hlis tim 7, 1964', march7, 'hmn'],
  ['Lub Peb Hlis Ntuj Hnub Tim 7, 1964', march7, 'hmn'],
  ['hnub tim 7 lub 3 hlis xyoo 1964', march7, 'hmn'],
  ['Lub peb hlis ntuj hnub tim xya, xyoo 1964', march7, 'hmn'],
  ['peb hlis tim 7 1964', march7, 'hmn'],
  ['Lub Kaum Ob Hlis Tim 31, 1950', '1950-12-31', 'hmn'],
  ['kuv yug 3/7/1964', march7, 'hmn'],
  ['7 de marzo de 1964', march7, 'hmn'],
  ['٣/٧/١٩٦٤', march7],
  ['３/７/１９６４', march7],
  ['2/29/1964', '1964-02-29'],
  ['2/29/1965', undefined],
  ['2/30/1964', undefined],
  ['13/13/1964', undefined],
  ['3/7/2030', undefined],
  ['11/22/2026', undefined],
  ['11/21/2026', today],
  ['3/7/1864', undefined],
  ['3/7/05', '2005-03-07'],
  ['3/7/22', 'ambiguous'],
  ['march 7', undefined],
  ['1964', undefined],
  ['62', undefined],
  ['3/7/1964 or 3/8/1964', undefined],
  ['(951) 555-0123', undefined],
  ['yes', undefined],
  ['', undefined],
];

describe('a birth date', () => {
  for (const [text, expected, language = 'en'] of cases)
    it(`reads "${text}" (${language}) as ${expected ?? 'nothing'}`, () => {
      assert.equal(readDate(typed(text), language, today), expected);
    });

  it('hears nothing in an act', () => assert.equal(readDate(act('notSure'), 'en', today), undefined));

  it('reads back every day of a life, as figures and as month, day and year', () => {
    const day = fc.integer({ min: 0, max: 365 * 100 }).map((days) => addDays(today, -days));
    fc.assert(
      fc.property(day, (date) => {
        const [year = '', month = '', dayOf = ''] = date.split('-');
        for (const text of [date, `${month}/${dayOf}/${year}`, `${Number(month)}-${Number(dayOf)}-${year}`])
          assert.equal(readDate(typed(text), 'en', today), date);
        const name = new Date(`${date}T00:00:00Z`).toLocaleString('es-US', { month: 'long', timeZone: 'UTC' });
        assert.equal(readDate(typed(`${Number(dayOf)} de ${name} de ${year}`), 'es', today), date);
      }),
    );
  });
});
