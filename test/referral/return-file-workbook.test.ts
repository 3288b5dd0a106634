import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mostRows, readReturnFile } from '../../referral/return-file.ts';
import { cell, rowsOf, serial, styles, workbook, type Book, type WrittenCell } from './a-workbook.ts';
import { bytesOf, header, names, number, row } from './return-rows.ts';

const headings = header.split(',');
const good = [number, 'Enhanced Care Management', 'Accepted', '11/24/2026', ''];
const accepted = { number, programme: 'ecm', loop: { state: 'accepted' }, on: '2026-11-24' };

/** What was read: a code for the file, else each row as its step or the codes of what is wrong with it. */
async function read(bytes: Uint8Array): Promise<unknown> {
  const file = await readReturnFile(bytes, names);
  if (file.kind === 'unreadable') return file.problem.code;
  return file.rows.map((one) =>
    one.kind === 'step'
      ? [one.row, one.step]
      : [one.row, ...one.problems.map(({ column, code }) => `${column}:${code}`)],
  );
}

const book = (...rows: readonly (readonly WrittenCell[])[]): Uint8Array =>
  workbook({ sheets: [rowsOf(headings, ...rows)] });
const withCell = (column: number, one: WrittenCell): WrittenCell[] =>
  good.with(column, '').map((text, at) => (at === column ? one : text));

describe('A return file as an Excel workbook', () => {
  it('gives what the same file gives as CSV, right rows and wrong ones', async () => {
    const rows = [
      good,
      ['1234 567 890 1237', 'medicallyTailoredMeals', 'Referral Loop Closed', '2026-12-02', 'Services Received'],
      ['', '', '', '', ''],
      [number.slice(1), 'Yoga', 'Done', '24/11/2026', ''],
      [number, 'ecm', 'Referral Loop Closed', '', ''],
      ['=cmd|x', 'ecm', ' ACCEPTED\u00A0', '46350', '@SUM(1)'],
      [number, 'ecm', 'Accepted', '2026-11-24T08:00:00', 'Other'],
      good,
    ];
    const csv = [header, ...rows.map((cells) => cells.join(','))].join('\r\n');
    const told = await readReturnFile(bytesOf(csv), names);
    assert.equal(told.kind, 'rows');
    assert.deepEqual(await readReturnFile(book(...rows), names), told);
  });

  const cells: readonly [what: string, column: number, one: WrittenCell][] = [
    ['a number that is typed as one', 0, cell.number(number)],
    ['a number with an exponent, as some programs write it', 0, cell.number('1.2345678901237E13')],
    ['a number with a decimal point', 0, cell.number(`${number}.0`)],
    ['a text that stands in its cell', 0, cell.inline(number)],
    [
      'a text in runs',
      0,
      {
        xml: `t="inlineStr"><is><r><t>${number.slice(0, 7)}</t></r><r><t>${number.slice(7)}</t></r><rPh sb="0" eb="1"><t>9</t></rPh></is>`,
      },
    ],
    ['a number whose format has letters in it', 0, cell.number(number, styles.quoted)],
    ['what a formula gave', 2, cell.formula('VLOOKUP(A1,B:C,2)', 'Accepted')],
    ['a day cell', 3, cell.number(serial('2026-11-24'), styles.day)],
    ['a day cell with a format of its own', 3, cell.number(serial('2026-11-24'), styles.ownDay)],
    ['a day as ISO', 3, cell.of('d', '2026-11-24T00:00:00.000')],
    ['a day as text', 3, '11/24/2026'],
  ];
  for (const [what, column, one] of cells) {
    it(`is read with ${what}`, async () => assert.deepEqual(await read(book(withCell(column, one))), [[2, accepted]]));
  }

  const wrong: readonly [what: string, column: number, one: WrittenCell, problem: string][] = [
    ['a number that is too short', 0, cell.number(number.slice(1)), 'number:badNumber'],
    ['a number that is too long to be kept whole', 0, cell.number('1.2345678901234567E+18'), 'number:numberRounded'],
    ['an error', 0, cell.of('e', '#N/A'), 'number:badNumber'],
    ['a formula that nobody has worked out', 0, cell.formula('A1+1', null), 'number:formula'],
    ['a text that begins as a formula', 4, '=1+1', 'reason:formula'],
    ['yes for a status', 2, cell.of('b', '1'), 'status:unknownStatus'],
    ['a day that is a plain number', 3, cell.number(serial('2026-11-24')), 'date:serialDate'],
    ['a time of day', 3, cell.number(serial('2026-11-24') + 0.5, styles.day), 'date:notADate'],
    ['a time alone', 3, cell.number(0.5, styles.time), 'date:notADate'],
    ['a day before there were days', 3, cell.number(-4, styles.day), 'date:formula'],
    ['a day that does not exist', 3, '02/30/2026', 'date:notADate'],
  ];
  for (const [what, column, one, problem] of wrong) {
    it(`reports ${what} by row and column, and takes the rows around it`, async () => {
      const rows = await read(book(good, withCell(column, one), good));
      assert.deepEqual(rows, [
        [2, accepted],
        [3, problem],
        [4, accepted],
      ]);
    });
  }

  it('counts its days from 1904 where it says so', async () => {
    const day = cell.number(serial('2026-11-24') - 1462, styles.day);
    const sheets = [rowsOf(headings, withCell(3, day))];
    assert.deepEqual(await read(workbook({ sheets, from1904: true })), [[2, accepted]]);
  });

  it('has the row numbers that the spreadsheet shows, hidden rows too', async () => {
    const rows = [
      { at: 3, cells: headings },
      { at: 7, cells: good, hidden: true },
      { at: 9, cells: ['', ' '] },
      { at: 1000, cells: good },
    ];
    assert.deepEqual(await read(workbook({ sheets: [{ rows }] })), [
      [7, accepted],
      [1000, accepted],
    ]);
  });

  it('is read with its columns in any order, and others between them that are not', async () => {
    const file = await readReturnFile(
      workbook({ sheets: [rowsOf([...headings, 'Name', ''].reverse(), [...good, 'Ana Example', 'x'].reverse())] }),
      names,
    );
    assert.deepEqual(file, { kind: 'rows', rows: [{ row: 2, kind: 'step', step: accepted }], ignored: 2 });
  });

  it('is read on the sheet that has the headings, and not on one that cannot be seen', async () => {
    const other = rowsOf(['Notes'], ['Referral Number']);
    const hidden = { ...rowsOf(headings, withCell(2, 'Declined')), state: 'hidden' } as const;
    assert.deepEqual(await read(workbook({ sheets: [hidden, other, rowsOf(headings, good)] })), [[2, accepted]]);
    assert.equal(await read(workbook({ sheets: [rowsOf(headings, good), rowsOf(headings, good)] })), 'twoSheets');
    assert.equal(await read(workbook({ sheets: [other, rowsOf()] })), 'columnsMissing');
    assert.equal(await read(workbook({ sheets: [hidden] })), 'otherFile');
  });

  it('may have as many rows and columns as the limits say', async () => {
    const rows = Array.from({ length: mostRows }, () => good);
    assert.equal(((await read(book(...rows))) as readonly unknown[]).length, mostRows);
    assert.equal(await read(book(...rows, good)), 'tooManyRows');
    const wide = (width: number): Uint8Array =>
      workbook({ sheets: [rowsOf(headings, [...good, ...Array.from({ length: width - 6 }, () => ''), 'x'])] });
    assert.deepEqual(await read(wide(200)), [[2, accepted]]);
    assert.equal(await read(wide(201)), 'tooManyColumns');
  });

  const one: Book = { sheets: [rowsOf(headings, good)] };
  const bomb = `<worksheet><sheetData>${' '.repeat(40 * 1024 * 1024)}</sheetData></worksheet>`;
  const laughs = '<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';
  const defined = '<!DOCTYPE styleSheet [<!ENTITY a "a">]><styleSheet/>';
  const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(512)]);
  const refused: readonly [what: string, file: () => Uint8Array, code: string][] = [
    ['is of Excel 2003 or before', () => compound, 'oldWorkbook'],
    ['needs a password', () => Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]), 'encrypted'],
    ['is a text document', () => workbook({ ...one, parts: { 'xl/workbook.xml': '<document/>' } }), 'otherFile'],
    ['is an archive of something else', () => workbook({ parts: { '_rels/.rels': null } }), 'otherFile'],
    ['lacks its sheet', () => workbook({ ...one, parts: { 'xl/worksheets/sheet0.xml': null } }), 'otherFile'],
    ['is cut off', () => workbook(one).slice(0, -40), 'damaged'],
    ['is the beginning of one', () => Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'damaged'],
    ['is not XML inside', () => workbook({ ...one, parts: { 'xl/sharedStrings.xml': '<sst><si>' } }), 'damaged'],
    [
      'names a text that is not there',
      () => workbook({ ...one, parts: { 'xl/sharedStrings.xml': '<sst/>' } }),
      'damaged',
    ],
    [
      'brings definitions that unfold',
      () => workbook({ ...one, parts: { 'xl/sharedStrings.xml': laughs } }),
      'damaged',
    ],
    [
      'brings definitions that it does not use',
      () => workbook({ ...one, parts: { 'xl/styles.xml': defined } }),
      'damaged',
    ],
    ['unpacks to 40 MB', () => workbook({ ...one, parts: { 'xl/worksheets/sheet0.xml': bomb } }), 'tooLargeInside'],
    [
      'has rows that run backward',
      () =>
        workbook({
          sheets: [
            {
              rows: [
                { at: 2, cells: headings },
                { at: 2, cells: good },
              ],
            },
          ],
        }),
      'damaged',
    ],
    ['has headings alone', () => book(), 'noRows'],
    ['has nothing in it', () => workbook({ sheets: [rowsOf()] }), 'noRows'],
  ];
  for (const [what, file, code] of refused) {
    it(`is refused where it ${what}`, async () => assert.equal(await read(file()), code));
  }

  it('never throws, whatever bytes of it are changed', async () => {
    const whole = book(good, good);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        const { kind } = await readReturnFile(bytes, names);
        assert.equal(['rows', 'unreadable'].includes(kind), true);
      }),
    );
  });

  it('has the very rows of a CSV file in whatever cells', async () => {
    const some = fc.constantFrom(
      ...good,
      '',
      'x',
      '=1',
      'Declined',
      '12/1/2026',
      'Other',
      'Referral Loop Closed',
      '<&>"',
    );
    const cellsOfRow = fc.tuple(some, some, some, some, some);
    await fc.assert(
      fc.asyncProperty(fc.array(cellsOfRow, { maxLength: 5 }), async (rows) => {
        const csv = [header, ...rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))];
        const asText = await readReturnFile(bytesOf([...csv, row()].join('\n')), names);
        assert.deepEqual(await readReturnFile(book(...rows, good), names), asText);
      }),
    );
  });
});
