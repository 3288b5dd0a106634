/** The first pass over a compiled condition: which truths each part can come to. */
import type { Criterion } from './condition.ts';
import type { Compiled, Part } from './compiled.ts';
import type { Count, Fact } from './facts.ts';
import type { Held } from './derived.ts';
import { bothReach, eitherReach, met, oppositeReach, unknown, unmet, type Reach } from './reach.ts';
import { reachOfN } from './reach-of-n.ts';

/** Facts that will not be told: asked, and not answered. */
export type Silent = ReadonlySet<Fact>;
export const nothingSilent: Silent = new Set();

/** Works out, from what is known, which truths each part can come to; the whole comes last. */
export function firstPass(made: Compiled, held: Held, silent: Silent): Reach {
  for (const leaf of made.leaves) if (leaf.criterion) leaf.told = leafReach(leaf, leaf.criterion, held, silent);
  return reachPass(made);
}

/** The same again, from what is supposed besides. */
export function reachPass({ row, root }: Compiled): Reach {
  for (const part of row) part.reach = part.supposed === 0 ? reckon(part) : part.supposed;
  return root.reach;
}

function reckon(part: Part): Reach {
  switch (part.kind) {
    case 'criterion':
      return part.told;
    case 'plan':
      return unknown;
    case 'all':
      return joined(part.weighed, bothReach, met);
    case 'any':
      return joined(part.weighed, eitherReach, unmet);
    case 'not':
      return oppositeReach[part.parts[0]?.reach ?? unknown] ?? unknown;
    case 'atLeastN':
      return reachOfN(
        part.n,
        part.weighed.map(({ reach }) => reach),
      );
  }
}

/** A fact in several criteria stays open even when it is not told: its cases may all come to the same. */
function leafReach(part: Part, criterion: Criterion, held: Held, silent: Silent): Reach {
  const answer = passes(criterion, held);
  if (answer === undefined && !part.repeated && silent.has(criterion.fact)) return unknown;
  return criterionReach(part, answer);
}

function joined(parts: readonly Part[], table: Uint8Array, empty: Reach): Reach {
  let reach = empty;
  for (const part of parts) reach = table[reach * 8 + part.reach] ?? 0;
  return reach;
}

export function criterionReach({ yes, no }: Part, answer: boolean | undefined): Reach {
  if (answer === undefined) return yes | no;
  return answer ? yes : no;
}

/** Whether what is known passes the test; undefined where it may or may not. */
export function passes(criterion: Criterion, held: Held): boolean | undefined {
  switch (criterion.test) {
    case 'is':
      return held[criterion.fact];
    case 'atLeast':
      return isAtLeast(held[criterion.fact], criterion.value);
    case 'atMost': {
      const more = isAtLeast(held[criterion.fact], criterion.value + 1);
      return more === undefined ? undefined : !more;
    }
    case 'oneOf': {
      const value = held[criterion.fact];
      return value === undefined ? undefined : criterion.values.includes(value);
    }
  }
}

function isAtLeast(count: Count | undefined, value: number): boolean | undefined {
  if (count === undefined) return undefined;
  if (count.from >= value) return true;
  return count.to !== null && count.to < value ? false : undefined;
}
