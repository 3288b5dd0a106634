/** One rule as its author reads it: in words, with each place, its facts and who asks for them. */
import { plainLine } from '../../../bot/layout/line.ts';
import { questionsGiving } from '../../../dialogs/questions.ts';
import { ruleTree, type RuleNode } from '../../../dialogs/rule-words.ts';
import { text, type Key } from '../../../locales/index.ts';
import type { Citation } from '../../../policy/citation.ts';
import { criteriaIn } from '../../../policy/condition.ts';
import { sources } from '../../../policy/sources.ts';
import { everyRule, type AnyRule } from './changes.ts';

/** Undefined where no rule has that id. */
export function shown(id: string): readonly string[] | undefined {
  const rule = everyRule().find((each) => each.id === id);
  return rule && [...head(rule), ...tree(ruleTree(rule.when), 1), ...told(rule), ...asked(rule)];
}

function head({ id, inForce: { from, to, authority, cite } }: AnyRule): readonly string[] {
  return [id, `  ${from} to ${to ?? 'no known end'}, ${authority} (${place(cite)})`, 'met when'];
}

function tree({ line, cite, below }: RuleNode, depth: number): readonly string[] {
  const words = plainLine('en', line) ?? line.key;
  return [
    `${'  '.repeat(depth)}${words}${cite ? `  [${place(cite)}]` : ''}`,
    ...below.flatMap((each) => tree(each, depth + 1)),
  ];
}

function told(rule: AnyRule): readonly string[] {
  if (!('limits' in rule)) return [];
  const lines = [
    ...rule.limits.map(({ id, cite }) => ({ key: `programmes.limits.${id}`, cite })),
    ...rule.planAlsoNeeds.map(({ id, cite }) => ({ key: `programmes.planAlsoNeeds.${id}`, cite })),
  ];
  return ['told beside it', ...lines.map(({ key, cite }) => `  ${text('en', key as Key) ?? key}  [${place(cite)}]`)];
}

function asked({ when }: AnyRule): readonly string[] {
  const facts = [...new Set(criteriaIn(when).map(({ fact }) => fact))];
  return ['asked by', ...facts.map((fact) => `  ${fact}: ${questionsGiving(fact).join(', ') || 'nothing'}`)];
}

function place({ source, place: at, standing }: Citation): string {
  return `${sources[source].title}, ${at}, ${standing}`;
}
