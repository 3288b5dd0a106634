import assert from 'node:assert/strict';
import {
  dialled,
  formatDate,
  formatDigits,
  formatList,
  formatNumber,
  formatPhone,
  formatTime,
} from '../../locales/format.ts';

describe('A date', () => {
  it('has its month as a word in every language', () => {
    assert.equal(formatDate('en', '2026-03-11'), 'March 11, 2026');
    assert.equal(formatDate('es', '2026-03-11'), '11 de marzo de 2026');
    assert.equal(formatDate('hmn', '2026-03-11'), 'Lub Peb Hlis Ntuj Hnub Tim 11, 2026');
    assert.equal(formatDate('hmn', '2026-12-01'), 'Lub Kaum Ob Hlis Ntuj Hnub Tim 1, 2026');
  });
});

describe('A list', () => {
  it('is joined as the language joins it, and Hmong borrows no English word', () => {
    assert.equal(formatList('en', ['a', 'b', 'c']), 'a, b, and c');
    assert.equal(formatList('es', ['a', 'b', 'c']), 'a, b y c');
    assert.equal(formatList('hmn', ['a', 'b', 'c']), 'a, b thiab c');
    assert.equal(formatList('hmn', ['a']), 'a');
    assert.equal(formatList('hmn', []), '');
  });
});

describe('A phone number', () => {
  const numbers: readonly [given: string, shown: string, dials: string][] = [
    ['1-800-440-4347', '1-800-440-4347', '+18004404347'],
    ['800-700-3874', '1-800-700-3874', '+18007003874'],
    ['+12095550142', '209-555-0142', '+12095550142'],
    ['(209) 555-0142', '209-555-0142', '+12095550142'],
    ['988', '988', '988'],
    ['711', '711', '711'],
    ['+52 55 5555 0142', '+52 55 5555 0142', '+525555550142'],
  ];
  for (const [given, shown, dials] of numbers) {
    it(`is shown as ${shown} and dials ${dials} when given as ${given}`, () => {
      assert.equal(formatPhone(given), shown);
      assert.equal(dialled(given), dials);
    });
  }
});

describe('Other values', () => {
  it('are grouped for reading aloud: a confirmation number', () =>
    assert.equal(formatDigits('12345678901234'), '1234 567 890 1234'));

  it('are left as they are when they are other digits', () => assert.equal(formatDigits('711'), '711'));

  it('are written with the language’s own separators: a large number', () => {
    assert.equal(formatNumber('en', 7500), '7,500');
    assert.equal(formatNumber('hmn', 7500), '7,500');
  });

  it('have half days in words: a time of day', () => {
    assert.match(formatTime('en', '17:00'), /^5:00\sPM$/);
    assert.match(formatTime('es', '08:00'), /^8:00\sa\.\s?m\.$/);
  });
});
