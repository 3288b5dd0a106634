/** Chances that are the same in each run of one seed. */

export type Draws = {
  /** True so often, from 0 to 1. */
  readonly chance: (often: number) => boolean;
  /** A whole number from one to another, both of them too. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <T>(some: readonly T[]) => T;
  /** One of these, each as often as its weight says. */
  readonly weighed: <T>(some: readonly (readonly [one: T, weight: number])[]) => T;
};

/** Throws where there is nothing to choose from. */
export function draws(seed: number): Draws {
  const next = mulberry(seed);
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const weighed: Draws['weighed'] = (some) => {
    let left = next() * some.reduce((sum, [, weight]) => sum + weight, 0);
    const found = some.find(([, weight]) => (left -= weight) < 0) ?? some.at(-1);
    if (!found) throw new Error('there is nothing to choose from');
    return found[0];
  };
  return {
    chance: (often) => next() < often,
    between,
    pick: (some) => weighed(some.map((one) => [one, 1] as const)),
    weighed,
  };
}

/** Numbers from 0 to 1 (mulberry32, T. Ettinger, public domain). */
function mulberry(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
