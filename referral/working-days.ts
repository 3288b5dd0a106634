/** The days on which a plan works: not Saturdays, not Sundays, not the State's holidays. */
import { addDays, type IsoDate } from '../policy/calendar.ts';

/**
 * The day so many working days later; the day itself does not count.
 * No plan has published which holidays it keeps: the State's are taken, and a plan may be a day quicker or slower.
 */
export function addWorkingDays(day: IsoDate, count: number): IsoDate {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

export function isWorkingDay(day: IsoDate): boolean {
  const weekday = weekdayOf(day);
  return weekday !== saturday && weekday !== sunday && !holidaysOf(Number(day.slice(0, 4))).includes(day);
}

/** Reckoned once a year: the clocks of all that is open are counted every few minutes. */
const holidays = new Map<number, readonly IsoDate[]>();
function holidaysOf(year: number): readonly IsoDate[] {
  const known = holidays.get(year) ?? stateHolidays(year);
  holidays.set(year, known);
  return known;
}

/**
 * The days on which State offices are closed in a year.
 * Cal. Gov. Code 6700 and 6701 (a Sunday moves to Monday; only 11 November moves from a Saturday, to Friday) and 19853.
 */
export function stateHolidays(year: number): readonly IsoDate[] {
  const thanksgiving = nth(4, thursday, year, 11);
  return [
    fixed(year, 1, 1),
    nth(3, monday, year, 1), // Martin Luther King Jr.
    nth(3, monday, year, 2), // Presidents
    fixed(year, 3, 31),
    last(monday, year, 5), // Memorial
    fixed(year, 7, 4),
    nth(1, monday, year, 9), // Labor
    veterans(year),
    thanksgiving,
    addDays(thanksgiving, 1),
    fixed(year, 12, 25),
  ];
}

const [sunday, monday, thursday, saturday] = [0, 1, 4, 6];

function weekdayOf(day: IsoDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function dateOf(year: number, month: number, day: number): IsoDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) as IsoDate;
}

function fixed(year: number, month: number, day: number): IsoDate {
  const date = dateOf(year, month, day);
  return weekdayOf(date) === sunday ? addDays(date, 1) : date;
}

function veterans(year: number): IsoDate {
  const date = fixed(year, 11, 11);
  return weekdayOf(date) === saturday ? addDays(date, -1) : date;
}

function nth(count: number, weekday: number, year: number, month: number): IsoDate {
  const first = dateOf(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1));
}

function last(weekday: number, year: number, month: number): IsoDate {
  const end = dateOf(year, month + 1, 0);
  return addDays(end, -((weekdayOf(end) - weekday + 7) % 7));
}
