/** The two passes over a compiled condition: what each part can come to, and where a change would be felt. */
import type { Criterion } from './condition.ts';
import type { Compiled, Part } from './compiled.ts';
import type { Count, Fact } from './facts.ts';
import type { Held } from './derived.ts';
import {
  bothReach,
  changeOf,
  eitherReach,
  everyChange,
  feltInAll,
  feltInAny,
  feltInNot,
  met,
  oppositeReach,
  unknown,
  unmet,
  type Change,
  type Reach,
} from './reach.ts';
import { feltInN, reachOfN } from './reach-of-n.ts';

/** Facts that will not be told: asked, and not answered. */
export type Silent = ReadonlySet<Fact>;
export const nothingSilent: Silent = new Set();

/** Works out, from what is known or supposed, which truths each part can come to; the whole comes last. */
export function reachPass({ row, root }: Compiled, held: Held, silent: Silent): Reach {
  for (const part of row) part.reach = part.supposed === 0 ? reckon(part, held, silent) : part.supposed;
  return root.reach;
}

function reckon(part: Part, held: Held, silent: Silent): Reach {
  switch (part.kind) {
    case 'criterion':
      return part.criterion ? leafReach(part, part.criterion, held, silent) : unknown;
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

/** Answered against the member by a source that is not verified is unknown: that alone never makes "no match". */
export function criterionReach({ criterion, negated }: Part, answer: boolean | undefined): Reach {
  const verified = criterion?.cite.standing === 'verified';
  const yes = verified || !negated ? met : unknown;
  const no = verified || negated ? unmet : unknown;
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
      for (const inner of part.weighed) {
        const others = part.weighed.filter((each) => each !== inner).map(({ reach }) => reach);
        feel(inner, feltInN(part.n, part.felt, others));
      }
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
