/** Where cases must be looked at one by one: a fact in several criteria, or a part in several places. */
import type { Part } from './compiled.ts';
import type { Criterion } from './condition.ts';

/** One of them; `leaves` are the criteria in it. */
export type Split =
  | { readonly part: Part; readonly leaves: readonly Part[] }
  | {
      readonly fact: Criterion['fact'];
      readonly leaves: readonly Part[];
      /** What its criteria tell apart: edges of ranges for a number, else its values. */
      readonly cells: { readonly edges: readonly number[] } | { readonly values: readonly (boolean | string)[] };
    };

/** In the order in which they are tried: numbers first (age closes whole branches), then parts, then other facts. */
export function splitsOf(leaves: readonly Part[], shared: readonly Part[]): readonly Split[] {
  const facts = [...new Set(leaves.flatMap(({ criterion }) => (criterion ? [criterion.fact] : [])))];
  const repeated = facts
    .map((fact) => ({ fact, leaves: leaves.filter(({ criterion }) => criterion?.fact === fact) }))
    .filter((each) => each.leaves.length > 1)
    .map((each) => ({ ...each, cells: cellsOf(each.leaves) }));
  for (const leaf of repeated.flatMap((each) => each.leaves)) leaf.repeated = true;
  return [
    ...repeated.filter(({ cells }) => 'edges' in cells),
    ...shared.filter(({ planOnly }) => !planOnly).map((part) => ({ part, leaves: leavesUnder(part) })),
    ...repeated.filter(({ cells }) => 'values' in cells),
  ];
}

/** No choice has this value: it stands for all that no criterion names. */
const anyOther = '';

function cellsOf(leaves: readonly Part[]): Extract<Split, { fact: unknown }>['cells'] {
  const criteria = leaves.flatMap(({ criterion }) => (criterion ? [criterion] : []));
  if (criteria.some(({ test }) => test === 'is')) return { values: [true, false] };
  const values = criteria.flatMap((criterion) => (criterion.test === 'oneOf' ? criterion.values : []));
  if (values.length > 0) return { values: [...new Set(values), anyOther] };
  return { edges: [...new Set(criteria.flatMap(edgeOf))].sort((a, b) => a - b) };
}

function edgeOf(criterion: Criterion): readonly number[] {
  if (criterion.test === 'atLeast') return [criterion.value];
  return criterion.test === 'atMost' ? [criterion.value + 1] : [];
}

const leavesUnder = (part: Part): readonly Part[] =>
  part.kind === 'criterion' ? [part] : part.parts.flatMap(leavesUnder);
