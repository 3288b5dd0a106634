/** A rule in words: its condition as a tree of sentences, each with where it is written. */
import type { Citation } from '../policy/citation.ts';
import type { Condition, Criterion } from '../policy/condition.ts';
import type { Key } from '../locales/index.ts';
import { line } from './asking.ts';
import type { Line } from './say.ts';

/** One sentence of a rule. Those that join others have them below, and no place of their own. */
export type RuleNode = { readonly line: Line; readonly cite?: Citation; readonly below: readonly RuleNode[] };

export function ruleTree(condition: Condition): RuleNode {
  if ('test' in condition) return { line: criterionLine(condition), cite: condition.cite, below: [] };
  if ('planDecides' in condition) {
    const { planDecides: id, cite } = condition;
    return { line: line(`programmes.planDecides.${id}.self` as Key), cite, below: [] };
  }
  if ('all' in condition) return joined(line('rules.join.all'), condition.all);
  if ('any' in condition) return joined(line('rules.join.any'), condition.any);
  if ('not' in condition) {
    const { below, ...only } = ruleTree(condition.not);
    // "None of these" of a list is that list; of one thing, that thing.
    return { line: line('rules.join.not'), below: below.length > 0 ? below : [{ ...only, below }] };
  }
  return joined(line('rules.join.atLeastN', { n: condition.n }), condition.of);
}

/** A list of one is that one: a join of what has been left out says nothing. */
function joined(head: Line, parts: readonly Condition[]): RuleNode {
  const below = parts.map(ruleTree);
  const [only] = below;
  return only && below.length === 1 ? only : { line: head, below };
}

/** What one criterion asks for, by the name of its fact. */
function criterionLine(criterion: Criterion): Line {
  const what = factKey(criterion.fact);
  switch (criterion.test) {
    case 'is':
      return line(what);
    case 'atLeast':
      return line('rules.join.atLeast', { what: { word: what }, value: criterion.value });
    case 'atMost':
      return line('rules.join.atMost', { what: { word: what }, value: criterion.value });
    case 'oneOf':
      return line('rules.join.oneOf', {
        what: { word: what },
        values: { words: criterion.values.map((value) => `rules.choices.${value}` as Key) },
      });
  }
}

/** The name of a fact, as it is told of nobody. */
const factKey = (fact: Criterion['fact']): Key => `rules.facts.${fact}`;
