import assert from 'node:assert/strict';
import { readCardNumber } from '../../../dialogs/read/card-number.ts';
import { readName } from '../../../dialogs/read/name.ts';
import { readPhone } from '../../../dialogs/read/phone.ts';
import { looksLikeSensitiveNumber } from '../../../dialogs/read/sensitive-number.ts';
import { act, typed } from './heard.ts';

function table<T>(
  title: string,
  read: (text: string) => T,
  rows: readonly (readonly [text: string, expected: T])[],
): void {
  describe(title, () => {
    for (const [text, expected] of rows)
      it(`reads "${text}" as ${JSON.stringify(expected)}`, () => assert.equal(read(text), expected));
  });
}

table('a phone number', (text) => readPhone(typed(text)), [
  ['9515550123', '+19515550123'],
  ['(951) 555-0123', '+19515550123'],
  ['951.555.0123', '+19515550123'],
  ['+1 951 555 0123', '+19515550123'],
  ['1-951-555-0123', '+19515550123'],
  ['my number is 951-555-0123 thanks', '+19515550123'],
  ['mi cel es 951 5550123', '+19515550123'],
  ['９５１５５５０１２３', '+19515550123'],
  ['٩٥١٥٥٥٠١٢٣', '+19515550123'],
  ['\u202a951-555-0123\u202c', '+19515550123'],
  ['951-555-0123 or 951-555-0123', '+19515550123'],
  ['951-555-0123 or 951-555-0124', undefined],
  ['555-0123', undefined],
  ['911', undefined],
  ['051-555-0123', undefined],
  ['951-155-0123', undefined],
  ['911-555-0123', undefined],
  ['95155501234', undefined],
  ["I don't have one", undefined],
]);

table('a name', (text) => readName(typed(text)), [
  ['Ana Ruiz', 'Ana Ruiz'],
  ['my name is Ana Ruiz', 'Ana Ruiz'],
  ['My name’s David Okafor.', 'David Okafor'],
  ["hi, I'm Ana Ruiz", 'Ana Ruiz'],
  ['Me llamo José María Nuñez', 'José María Nuñez'],
  ['mi nombre es Ana', 'Ana'],
  ['se llama Antonio Vega', 'Antonio Vega'],
  ['Kuv lub npe hu ua Pa Vang', 'Pa Vang'],
  ['kuv npe hu ua Mai Xiong', 'Mai Xiong'],
  ['Dr. Ana Ruiz', 'Dr. Ana Ruiz'],
  ["Shauna O'Brien-Lee Jr.", "Shauna O'Brien-Lee Jr."],
  ['阮文安', '阮文安'],
  ['Фёдор', 'Фёдор'],
  ['محمد علی', 'محمد علی'],
  ['អ៊ុក សុខា', 'អ៊ុក សុខា'],
  ['Smith & Sons', 'Smith & Sons'],
  ['\u200bAna\u202e Ruiz', 'Ana Ruiz'],
  ['A', undefined],
  ['Ana 3', undefined],
  ['ana@example.org', undefined],
  ['<b>Ana</b>', undefined],
  ['why?', undefined],
  ['no', undefined],
  ['hola', undefined],
  ["I don't know", undefined],
  ['tsis paub', undefined],
  ['😀😀', undefined],
  ['x'.repeat(101), undefined],
  ['', undefined],
]);

table('a Medi-Cal card number', (text) => readCardNumber(typed(text)), [
  ['91234567A', '91234567A'],
  ['91234567a', '91234567A'],
  ['9123-4567-A', '91234567A'],
  ['9 1234567 A', '91234567A'],
  ['it says 91234567A on it', '91234567A'],
  ['91234567A12345', '91234567A'],
  ['９１２３４５６７Ａ', '91234567A'],
  ['81234567A', undefined],
  ['9123456A', undefined],
  ['91234567', undefined],
  ['91234567 and', undefined],
  ['91234567AB', undefined],
  ['no card', undefined],
]);

table('a number that we must not keep', looksLikeSensitiveNumber, [
  ['123-45-6789', 'socialSecurity'],
  ['my social is 123 45 6789 ok', 'socialSecurity'],
  ['123456789', 'socialSecurity'],
  ['912-70-1234', 'socialSecurity'],
  ['١٢٣-٤٥-٦٧٨٩', 'socialSecurity'],
  ['123\u200b-45-6789', 'socialSecurity'],
  ['4111 1111 1111 1111', 'paymentCard'],
  ['card 4111111111111111 exp 10/27', 'paymentCard'],
  ['3782-822463-10005', 'paymentCard'],
  ['4111 1111 1111 1112', undefined],
  // As long as a referral number of ours, with the same check digit
  ['30569309025904', undefined],
  ['000-12-3456', undefined],
  ['(951) 555-0123', undefined],
  ['9515550123', undefined],
  ['+1 951 555 0123', undefined],
  ['91234567A', undefined],
  ['03071964', undefined],
  ['3/7/1964', undefined],
  ['95340-1234', undefined],
  ['I was in 3 times', undefined],
]);

describe('contact', () => {
  it('hears nothing in an act', () => {
    for (const read of [readPhone, readName, readCardNumber]) assert.equal(read(act('decline')), undefined);
  });
});
