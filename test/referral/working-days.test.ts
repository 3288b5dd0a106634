import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, type IsoDate } from '../../policy/calendar.ts';
import { addWorkingDays, isWorkingDay, stateHolidays } from '../../referral/working-days.ts';

describe('Working days', () => {
  const years: readonly [year: number, days: readonly string[]][] = [
    [
      2026,
      [
        '2026-01-01',
        '2026-01-19',
        '2026-02-16',
        '2026-03-31',
        '2026-05-25',
        '2026-07-04',
        '2026-09-07',
        '2026-11-11',
        '2026-11-26',
        '2026-11-27',
        '2026-12-25',
      ],
    ],
    [
      2027,
      [
        '2027-01-01',
        '2027-01-18',
        '2027-02-15',
        '2027-03-31',
        '2027-05-31',
        '2027-07-05',
        '2027-09-06',
        '2027-11-11',
        '2027-11-25',
        '2027-11-26',
        '2027-12-25',
      ],
    ],
  ];
  for (const [year, days] of years) {
    it(`leave out the State's holidays of ${year}`, () => assert.deepEqual(stateHolidays(year), days));
  }

  it('leave out the Friday before when 11 November is a Saturday', () => {
    assert.ok(stateHolidays(2028).includes('2028-11-10'));
  });

  const cases: readonly [why: string, from: IsoDate, count: number, to: IsoDate][] = [
    ['an ordinary week', '2026-11-02', 5, '2026-11-09'],
    ['a Saturday before Thanksgiving', '2026-11-21', 5, '2026-12-01'],
    ['a Friday to a Monday', '2026-11-13', 1, '2026-11-16'],
    ['over New Year', '2026-12-30', 2, '2027-01-04'],
    ['Independence Day on a Saturday is no day off', '2026-07-02', 1, '2026-07-03'],
    ['Independence Day on a Sunday is the Monday', '2027-07-02', 1, '2027-07-06'],
    ['ten days for the assignment', '2026-11-24', 10, '2026-12-10'],
    ['none at all', '2026-11-21', 0, '2026-11-21'],
  ];
  for (const [why, from, count, to] of cases) {
    it(`${count} from ${from} end on ${to}: ${why}`, () => assert.equal(addWorkingDays(from, count), to));
  }

  it('end on a working day, with exactly that many in between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 1, max: 30 }), (offset, count) => {
        const from = addDays('2026-01-01', offset);
        const to = addWorkingDays(from, count);
        let seen = 0;
        for (let day = from; day !== to;) {
          day = addDays(day, 1);
          if (isWorkingDay(day)) seen += 1;
        }
        assert.ok(isWorkingDay(to) && seen === count);
      }),
    );
  });
});
