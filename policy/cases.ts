/** The cases of a split: true and false, the ranges of a number that criteria tell apart, the values of a choice. */
import type { Part, Split } from './compiled.ts';
import type { Criterion } from './condition.ts';
import type { Count } from './facts.ts';
import type { Held } from './derived.ts';
import { criterionReach, passes } from './network.ts';
import { met, unknown, unmet, type Reach } from './reach.ts';

/** What is supposed of some parts, in one case. */
export type Case = readonly (readonly [part: Part, reach: Reach])[];

export function casesOf(split: Split, held: Held): readonly Case[] {
  if ('part' in split) {
    const { part } = split;
    return [met, unknown, unmet].filter((bit) => bit & part.reach).map((bit) => [[part, bit]]);
  }
  const { fact, leaves } = split;
  return cellsOf(leaves, held[fact]).map((cell) =>
    leaves.map((leaf) => [leaf, criterionReach(leaf, leaf.criterion && passes(leaf.criterion, { [fact]: cell }))]),
  );
}

type Cell = boolean | Count | string;

/** No choice has this value: it stands for all that no criterion names. */
const anyOther = '';

function cellsOf(leaves: readonly Part[], known: Cell | undefined): readonly Cell[] {
  const criteria = leaves.flatMap(({ criterion }) => (criterion ? [criterion] : []));
  if (criteria.some(({ test }) => test === 'is')) return [true, false];
  const values = criteria.flatMap((criterion) => (criterion.test === 'oneOf' ? criterion.values : []));
  if (values.length > 0) return [...new Set(values), anyOther];
  return ranges(criteria.flatMap(edgeOf), typeof known === 'object' ? known : { from: 0, to: null });
}

function edgeOf(criterion: Criterion): readonly number[] {
  if (criterion.test === 'atLeast') return [criterion.value];
  return criterion.test === 'atMost' ? [criterion.value + 1] : [];
}

/** The part of the line that is still possible, cut at each edge. */
function ranges(edges: readonly number[], { from, to }: Count): readonly Count[] {
  const within = [...new Set(edges)].filter((edge) => edge > from && (to === null || edge <= to)).sort((a, b) => a - b);
  const starts = [from, ...within];
  return starts.map((start, at) => {
    const next = starts[at + 1];
    return { from: start, to: next === undefined ? to : next - 1 };
  });
}
