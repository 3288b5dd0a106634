/** The cases of a split: true and false, the ranges of a number that criteria tell apart, the values of a choice. */
import type { Part } from './compiled.ts';
import type { Split } from './splits.ts';
import type { Count } from './facts.ts';
import type { Held, HeldFact } from './derived.ts';
import { criterionReach, passes } from './network.ts';
import { met, unknown, unmet, type Reach } from './reach.ts';

/** What is supposed of some parts, in one case: of the first leaf the first, and so on. */
export type Case = { readonly parts: readonly Part[]; readonly reaches: readonly Reach[] };

export function casesOf(split: Split, held: Held): readonly Case[] {
  if ('part' in split) {
    const { part } = split;
    return [met, unknown, unmet].filter((bit) => bit & part.reach).map((bit) => ({ parts: [part], reaches: [bit] }));
  }
  const { fact, leaves, cells } = split;
  const known = held[fact];
  const values = 'values' in cells ? cells.values : ranges(cells.edges, typeof known === 'object' ? known : anyNumber);
  return values.map((value) => {
    const told = only(fact, value);
    const reaches = leaves.map((leaf) => criterionReach(leaf, leaf.criterion && passes(leaf.criterion, told)));
    return { parts: leaves, reaches };
  });
}

const anyNumber: Count = { from: 0, to: null };
const only = (fact: HeldFact, value: boolean | string | Count): Held => ({ [fact]: value });

/** The part of the line that is still possible, cut at each edge. */
function ranges(edges: readonly number[], { from, to }: Count): readonly Count[] {
  const within = edges.filter((edge) => edge > from && (to === null || edge <= to));
  const starts = [from, ...within];
  return starts.map((start, at) => {
    const next = starts[at + 1];
    return { from: start, to: next === undefined ? to : next - 1 };
  });
}
