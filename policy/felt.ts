/** The second pass over a compiled condition: where a change would be felt in the whole. */
import type { Compiled, Part } from './compiled.ts';
import {
  bothReach,
  changeOf,
  eitherReach,
  everyChange,
  feltInAll,
  feltInAny,
  feltInNot,
  met,
  unmet,
  type Change,
  type Reach,
} from './reach.ts';
import { feltInN } from './reach-of-n.ts';

/** Works out which changes of each part would be felt in the whole, and in how many places. After `reachPass`. */
export function feltPass({ row, root }: Compiled): void {
  for (const part of row) {
    part.felt = 0;
    part.places = 0;
  }
  root.felt = everyChange;
  for (let at = row.length - 1; at >= 0; at -= 1) {
    const part = row[at];
    if (part && part.felt !== 0 && part.supposed === 0) feelWithin(part);
  }
}

function feelWithin(part: Part): void {
  switch (part.kind) {
    case 'all':
      return feelBeside(part, feltInAll, bothReach, met);
    case 'any':
      return feelBeside(part, feltInAny, eitherReach, unmet);
    case 'not':
      for (const inner of part.weighed) feel(inner, feltInNot[part.felt * 8 + met] ?? 0);
      return;
    case 'atLeastN':
      part.weighed.forEach((inner, at) => {
        // By place: the same part may stand in it twice.
        const others = part.weighed.filter((_, place) => place !== at).map(({ reach }) => reach);
        feel(inner, feltInN(part.n, part.felt, others));
      });
      return;
    case 'criterion':
    case 'plan':
      return;
  }
}

/** For each place among the parts, what those after it come to together. Long enough for any rule; grown if not. */
let after = new Uint8Array(32);

/** Each part beside all the others: those before it and those after it, each looked at once. */
function feelBeside({ weighed, felt }: Part, table: Uint8Array, join: Uint8Array, empty: Reach): void {
  if (weighed.length > after.length) after = new Uint8Array(weighed.length);
  let together = empty;
  for (let at = weighed.length - 1; at >= 0; at -= 1) {
    after[at] = together;
    together = join[together * 8 + (weighed[at]?.reach ?? 0)] ?? 0;
  }
  together = empty;
  for (let at = 0; at < weighed.length; at += 1) {
    const inner = weighed[at];
    if (!inner) continue;
    feel(inner, table[felt * 8 + (join[together * 8 + (after[at] ?? 0)] ?? 0)] ?? 0);
    together = join[together * 8 + inner.reach] ?? 0;
  }
}

function feel(part: Part, felt: Change): void {
  part.felt |= felt;
  if (felt & changeOf(part.reach)) part.places += 1;
}
