/** The numbers that are filed, and by whom: each member files several, one after the other. */

/** How many processes file and send. All that one member files is given to one of them. */
export const houses = 2;
const each = 4;
const first = 10_000_000_000_000;
const step = 7919;

export const numberAt = (place: number): string => String(first + place * step);

const placeOf = (number: string): number => (Number(number) - first) / step;

export const houseOf = (number: string): number => placeOf(number) % houses;

export function memberOf(number: string): string {
  return `member ${Math.floor(placeOf(number) / (houses * each))}.${houseOf(number)}`;
}

/** What the same member filed before it, and what must be at the plan before it. */
export function before(number: string): readonly string[] {
  const earlier = Array.from({ length: each }, (_, back) => placeOf(number) - houses * (back + 1));
  return earlier
    .filter((place) => place >= 0)
    .map(numberAt)
    .filter((one) => memberOf(one) === memberOf(number));
}
