/** Numbers from 0 to 1 that are the same in each run of one seed (mulberry32). */
export type Random = () => number;

export function seeded(seed: number): Random {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from 0 up to, and without, `below`. */
export const below = (random: Random, end: number): number => Math.floor(random() * end);
