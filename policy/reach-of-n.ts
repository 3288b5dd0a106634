/** "At least so many of these": which truths it can come to, and which changes of one part it would feel. */
import { changeBetween, met, unknown, unmet, type Change, type Reach } from './reach.ts';
import type { Truth } from './truth.ts';

/** How many parts are met, and how many are met or unknown. */
type Tally = readonly [met: number, open: number];

export function reachOfN(n: number, parts: readonly Reach[]): Reach {
  const bits = { unmet, unknown, met } as const;
  return tallies(parts).reduce((set, tally) => set | bits[truthOf(n, tally)], 0);
}

/** Which changes of one more part make one of the felt changes. */
export function feltInN(n: number, felt: Change, others: readonly Reach[]): Change {
  const changes = [
    ['unmet', 'unknown'],
    ['unknown', 'met'],
    ['unmet', 'met'],
  ] as const;
  const all = tallies(others);
  return changes
    .filter(([from, to]) =>
      all.some((tally) => changeBetween(truthOf(n, plus(tally, from)), truthOf(n, plus(tally, to))) & felt),
    )
    .reduce((set, [from, to]) => set | changeBetween(from, to), 0);
}

const truthOf = (n: number, [metParts, openParts]: Tally): Truth =>
  metParts >= n ? 'met' : openParts >= n ? 'unknown' : 'unmet';

const plus = ([metParts, openParts]: Tally, truth: Truth): Tally => [
  metParts + (truth === 'met' ? 1 : 0),
  openParts + (truth === 'unmet' ? 0 : 1),
];

function tallies(parts: readonly Reach[]): readonly Tally[] {
  const truths = [
    [unmet, 'unmet'],
    [unknown, 'unknown'],
    [met, 'met'],
  ] as const;
  let sofar = new Map<string, Tally>([['0,0', [0, 0]]]);
  for (const reach of parts) {
    const next = [...sofar.values()].flatMap((tally) =>
      truths.filter(([bit]) => bit & reach).map(([, truth]) => plus(tally, truth)),
    );
    sofar = new Map(next.map((tally) => [tally.join(','), tally]));
  }
  return [...sofar.values()];
}
