/** Words that the policy is told by, and that some language lacks. */
import { questions, type Question } from '../../../dialogs/questions.ts';
import { ruleTree, type RuleNode } from '../../../dialogs/rule-words.ts';
import { raw, type Key } from '../../../locales/index.ts';
import { languages } from '../../../locales/languages.ts';
import { judgementsIn } from '../../../policy/condition.ts';
import type { Truth } from '../../../policy/truth.ts';
import type { AnyRule } from './changes.ts';
import type { Checked } from './check.ts';

/** One line a key and its languages. */
export function wordless({ rules, overlaps, topics }: Checked): readonly string[] {
  const wanted = new Set<string>([
    ...rules.flatMap(wordsOfRule),
    ...['name', 'short', 'what'].map((part) => `programmes.ecm.${part}`),
    ...truths.flatMap((truth) => both(`programmes.ecm.${truth}`)),
    ...['after', 'lapsed', 'ihssFirst', 'unsure'].flatMap((id) => both(`programmes.${id}`)),
    'programmes.alsoCalled',
    ...overlaps.flatMap(({ id, kind }) => [`programmes.overlaps.${id}`, ...both(`programmes.overlap.${kind}`)]),
    ...questions.flatMap(wordsOfQuestion),
    ...Object.keys(topics).flatMap((id) => [`topics.${id}.title`, `topics.${id}.short`]),
  ]);
  return [...wanted].flatMap((key) => {
    // A key that is in no language is none of the catalogue's: it is looked up all the same.
    const lacking = languages.filter(({ tag }) => raw(tag, key as Key) === undefined).map(({ tag }) => tag);
    return lacking.length === 0 ? [] : [`no words for ${key} in ${lacking.join(', ')}`];
  });
}

const truths: readonly Truth[] = ['met', 'unknown', 'unmet'];
const both = (key: string): readonly string[] => [`${key}.self`, `${key}.other`];

function wordsOfRule(rule: AnyRule): readonly string[] {
  const tree = [
    ...wordsOfTree(ruleTree(rule.when)),
    ...judgementsIn(rule.when).flatMap(({ planDecides }) => both(`programmes.planDecides.${planDecides}`)),
  ];
  if (!('limits' in rule)) return [...tree, ...both(`programmes.populations.${rule.id}`)];
  return [
    ...tree,
    ...['name', 'short', 'what'].map((part) => `programmes.${rule.id}.${part}`),
    ...truths.flatMap((truth) => both(`programmes.${rule.id}.${truth}`)),
    ...rule.limits.map(({ id }) => `programmes.limits.${id}`),
    ...rule.planAlsoNeeds.map(({ id }) => `programmes.planAlsoNeeds.${id}`),
  ];
}

/** The line, the words that fill its gaps, and those below it. */
function wordsOfTree({ line: { key, params }, below }: RuleNode): readonly string[] {
  const filling = Object.values(params ?? {}).flatMap((value) => {
    if (typeof value !== 'object') return [];
    if ('word' in value) return [value.word];
    return 'words' in value ? value.words : [];
  });
  return [key, ...filling, ...below.flatMap(wordsOfTree)];
}

function wordsOfQuestion({ id, options }: Question): readonly string[] {
  return [
    ...both(`questions.${id}`),
    ...both(`questions.${id}.again`),
    ...['why', 'short'].map((part) => `questions.${id}.${part}`),
    ...options.flatMap(({ label }) => [label.self, label.other]),
    `programmes.missing.${id}`,
  ];
}
