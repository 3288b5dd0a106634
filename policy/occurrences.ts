/** How often the parts and facts of a condition are written in it: what is written twice may be looked at once. */
import { childrenOf, criteriaIn, type Condition } from './condition.ts';

/** How often each part, and each fact, is written in the whole. */
export type Occurrences = { readonly parts: Map<string, number>; readonly facts: Map<string, number> };

/** Two parts of one name are word for word the same, and count for and against alike. */
export const nameOf = (condition: Condition, negated: boolean): string =>
  `${negated ? '!' : ''}${JSON.stringify(condition)}`;

export function occurrencesIn(condition: Condition): Occurrences {
  const parts = new Map<string, number>();
  const facts = new Map<string, number>();
  const walk = (each: Condition, negated: boolean): void => {
    count(parts, nameOf(each, negated));
    if ('test' in each) count(facts, each.fact);
    for (const inner of childrenOf(each)) walk(inner, 'not' in each ? !negated : negated);
  };
  walk(condition, false);
  return { parts, facts };
}

/** Whether every mention of its facts is inside it, wherever it is written. */
export function standsAlone(condition: Condition, name: string, { parts, facts }: Occurrences): boolean {
  const within = new Map<string, number>();
  for (const { fact } of criteriaIn(condition)) count(within, fact);
  const times = parts.get(name) ?? 0;
  return times > 1 && [...within].every(([fact, here]) => here * times === facts.get(fact));
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
