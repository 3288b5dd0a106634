import assert from 'node:assert/strict';
import fc from 'fast-check';
import { largestReturnFile, mostRows, readReturnFile, type ReturnFile } from '../../referral/return-file.ts';
import { bytesOf, header, names, number, row } from './return-rows.ts';

const read = (text: string | Uint8Array): Promise<ReturnFile> =>
  readReturnFile(typeof text === 'string' ? bytesOf(text) : text, names);

/** What was read, in short: `2 accepted 2026-11-24`, or `3 date:notADate`. */
function summary(file: ReturnFile): readonly string[] {
  if (file.kind === 'unreadable') return [file.problem.code];
  return file.rows.map((one) =>
    one.kind === 'step'
      ? [one.row, one.step.loop.state, one.step.loop.state === 'closed' && one.step.loop.reason, one.step.on]
          .filter(Boolean)
          .join(' ')
      : `${one.row} ${one.problems.map(({ column, code }) => `${column ?? 'row'}:${code}`).join(' ')}`,
  );
}

const good = ['2 accepted 2026-11-24'];
const lines = (...rows: readonly string[]): string => [header, ...rows].join('\r\n');

describe('A return file', () => {
  const one = lines(row());
  const shapes: readonly [what: string, file: string | Uint8Array][] = [
    ['with a byte order mark', `\uFEFF${one}`],
    ['with line feeds alone', one.replaceAll('\r\n', '\n')],
    ['with carriage returns alone', one.replaceAll('\r\n', '\r')],
    ['with a last line break', `${one}\r\n`],
    ['with empty rows behind', `${one}\r\n,,,,\r\n\r\n`],
    ['with semicolons', one.replaceAll(',', ';')],
    ['with tabs', one.replaceAll(',', '\t')],
    ['in UTF-16, as Excel writes it', Buffer.from(`\uFEFF${one}`, 'utf16le')],
    ['in UTF-16 of the other order', Buffer.from(`\uFEFF${one}`, 'utf16le').swap16()],
    ['in UTF-16 without a mark', Buffer.from(one, 'utf16le')],
    ['in Windows-1252, with a name in another column', Buffer.from(withName('Nu\u00F1ez'), 'latin1')],
    ['with a comma, a quotation mark and a line break in a column that is not ours', withName('"Example, ""A""\r\nB"')],
    ['with all cells in quotation marks', one.replaceAll(/[^,\r\n]*/g, (cell) => (cell === '' ? '' : `"${cell}"`))],
    ['with the number in groups', lines(row({ number: '1234 567 890 1237' }))],
    ['with an ISO date', lines(row({ date: '2026-11-24' }))],
    ['with the id of the programme', lines(row({ program: 'ecm' }))],
    ['with other capitals and spaces', lines(row({ status: ' ACCEPTED\u00A0', program: 'enhanced  care management' }))],
    ['with headings in underscores', one.replace('Referral Status', 'REFERRAL_STATUS')],
  ];
  for (const [what, file] of shapes)
    it(`is read ${what}`, async () => assert.deepEqual(summary(await read(file)), good));

  it('is read with its columns in any order, and says how many it did not read', async () => {
    const cells = (text: string): string => [...text.split(','), 'more'].reverse().join(',');
    const file = await read([header, row()].map(cells).join('\n'));
    assert.deepEqual(summary(file), good);
    assert.equal(file.kind === 'rows' && file.ignored, 1);
  });

  const refused: readonly [what: string, file: string | Uint8Array, code: string][] = [
    ['without a byte', '', 'empty'],
    ['of spaces', ' \r\n\r\n', 'empty'],
    ['of headings alone', header, 'noRows'],
    ['of headings and empty rows', `${header}\n,,,,\n`, 'noRows'],
    ['with more columns than anybody reads', `${header}${',x'.repeat(200)}\n${row()}`, 'tooManyColumns'],
    ['that is a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'notText'],
    ['with a heading left out', lines(row()).replace('Referral Status', 'State'), 'columnsMissing'],
    ['with a heading twice', `${header},Program\n${row()},x`, 'columnsTwice'],
    ['without headings', row(), 'columnsMissing'],
    ['whose headings are badly quoted', `"${header}\n${row()}`, 'heading'],
    ['with too many rows', lines(...Array.from({ length: mostRows + 1 }, () => row())), 'tooManyRows'],
    ['of 10 MB', new Uint8Array(10_000_000).fill(65), 'tooLarge'],
    ['of a byte too many', new Uint8Array(largestReturnFile + 1).fill(65), 'tooLarge'],
  ];
  for (const [what, file, code] of refused) {
    it(`is taken as a whole or not at all: one ${what} is not`, async () =>
      assert.deepEqual(summary(await read(file)), [code]));
  }

  it('names the columns that are missing', async () => {
    const file = await read(lines(row()).replace('Referral Status', 'State').replace('Program', 'Service'));
    assert.deepEqual(file, {
      kind: 'unreadable',
      problem: { code: 'columnsMissing', columns: ['program', 'status'] },
    });
  });

  it('may have as many rows as the limit says', async () => {
    assert.equal(summary(await read(lines(...Array.from({ length: mostRows }, () => row())))).length, mostRows);
  });

  const wrongCells: readonly [what: string, line: string, problem: string][] = [
    ['no number', row({ number: '' }), 'number:required'],
    ['a number of 13 digits', row({ number: number.slice(1) }), 'number:badNumber'],
    ['a number that a spreadsheet has shortened', row({ number: '1.23457E+13' }), 'number:numberRounded'],
    ['a formula for a number', row({ number: '"=cmd|\' /C calc\'!A0"' }), 'number:formula'],
    ['a formula around the number', row({ number: `"=""${number}"""` }), 'number:formula'],
    ['a formula for a reason', row({ reason: '@SUM(1)' }), 'reason:formula'],
    ['a programme that is none', row({ program: 'Yoga' }), 'program:unknownProgram'],
    ['no status', row({ status: '' }), 'status:required'],
    ['a status that is none', row({ status: 'Done' }), 'status:unknownStatus'],
    ['a status out of the code', row({ status: 'outreachInitiated' }), 'status:unknownStatus'],
    ['a status by the name of what every object has', row({ status: 'constructor' }), 'status:unknownStatus'],
    ['a reason that is none', row({ status: 'Referral Loop Closed', reason: 'Moved' }), 'reason:unknownReason'],
    ['a closed loop without a reason', row({ status: 'Referral Loop Closed' }), 'reason:reasonMissing'],
    ['a reason for what is not closed', row({ reason: 'Other' }), 'reason:reasonNotForThis'],
    ['no date', row({ date: '' }), 'date:required'],
    ['a day that does not exist', row({ date: '02/30/2026' }), 'date:notADate'],
    ['day and month in the other order', row({ date: '24/11/2026' }), 'date:notADate'],
    ['a year of two digits', row({ date: '11/24/26' }), 'date:notADate'],
    ['a time of day', row({ date: '2026-11-24T08:00:00' }), 'date:notADate'],
    ['a day as a spreadsheet counts it', row({ date: '46350' }), 'date:serialDate'],
    ['a cell too few', row().replace(/,$/, ''), 'row:cellCount'],
    ['a cell too many', `${row()},`, 'row:cellCount'],
    ['text behind a quotation mark', row({ program: '"ecm"x' }), 'row:quoting'],
    ['a quotation mark in the middle', row({ program: 'e"cm' }), 'row:quoting'],
    ['a quotation mark that is never closed', row({ program: '"ecm' }), 'row:quoting'],
    ['everything wrong', row({ number: 'x', program: 'y', status: 'z', date: 'w' }), wrongEverywhere()],
  ];
  for (const [what, line, problem] of wrongCells) {
    it(`reports ${what} by row and column, and takes the rows around it`, async () => {
      assert.deepEqual(summary(await read(lines(row(), line, row(), row()))), [
        ...good,
        `3 ${problem}`,
        again(4),
        again(5),
      ]);
    });
  }

  it('never throws, and gives a row for each line of whatever signs', async () => {
    const sign = fc.constantFrom('"', ',', '\n', '\r', ';', 'a', '=', ' ', '\u202E');
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { maxLength: 60 }), async (signs) => {
        const file = await read(lines(row(), signs.join(''), row()));
        assert.equal(file.kind, 'rows');
        assert.equal(summary(file)[0], good[0]);
      }),
    );
  });

  it('gives back each cell that is quoted as the standard has it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (typed) => {
        const cell = typed.replaceAll('\0', '');
        assert.deepEqual(summary(await read(withName(`"${cell.replaceAll('"', '""')}"`))), good);
      }),
    );
  });

  it('holds nobody up with 2 MB of quotation marks', async function () {
    this.timeout(5000);
    for (const line of ['"', '""x', '"x"', '"a,b\n', ',']) {
      const text = header + '\n' + line.repeat(Math.floor((largestReturnFile - 200) / line.length));
      assert.ok(['rows', 'unreadable'].includes((await read(text)).kind), 'was not read');
    }
  });
});

const again = (at: number): string => `${at} accepted 2026-11-24`;

function wrongEverywhere(): string {
  return 'number:badNumber program:unknownProgram status:unknownStatus date:notADate';
}

function withName(cell: string): string {
  return `${header},Member Name\n${row()},${cell}`;
}
