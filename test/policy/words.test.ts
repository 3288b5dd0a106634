import assert from 'node:assert/strict';
import { text, type Key } from '../../locales/index.ts';
import { catalogOn } from '../../policy/catalog.ts';
import type { Condition } from '../../policy/condition.ts';
import { PopulationId, ProgrammeId } from '../../policy/rule.ts';
import { questions, questionsGiving } from '../../dialogs/questions.ts';
import { criteriaIn } from '../../policy/condition.ts';
import { today } from './answering.ts';

const { populations, supports } = catalogOn(today);
const rules = [...populations, ...supports].map(({ rule }) => rule);

const judged = (part: Condition): string[] => {
  if ('planDecides' in part) return [part.planDecides];
  if ('test' in part) return [];
  return ('all' in part ? part.all : 'any' in part ? part.any : 'not' in part ? [part.not] : part.of).flatMap(judged);
};
const both = (key: string): string[] => [`${key}.self`, `${key}.other`];

describe('the English words of the rules', () => {
  const limits = supports.flatMap(({ rule }) => rule.limits);
  const needs = supports.flatMap(({ rule }) => rule.planAlsoNeeds);
  const keys = [
    ...ProgrammeId.options.flatMap((id) => [
      ...['name', 'short', 'what'].map((word) => `programmes.${id}.${word}`),
      ...['met', 'unknown', 'unmet'].flatMap((truth) => both(`programmes.${id}.${truth}`)),
    ]),
    ...PopulationId.options.flatMap((id) => both(`programmes.populations.${id}`)),
    ...questions.map(({ id }) => `programmes.missing.${id}`),
    ...rules.flatMap(({ when }) => judged(when)).flatMap((id) => both(`programmes.planDecides.${id}`)),
    ...limits.map(({ id }) => `programmes.limits.${id}`),
    ...needs.map(({ id }) => `programmes.planAlsoNeeds.${id}`),
    ...['after', 'lapsed', 'ihssFirst', 'unsure'].flatMap((id) => both(`programmes.${id}`)),
  ];
  for (const key of new Set(keys)) it(`has ${key}`, () => assert.ok(text('en', key as Key)));
});

describe('what the rules test', () => {
  for (const fact of new Set(rules.flatMap(({ when }) => criteriaIn(when).map((each) => each.fact)))) {
    it(`can be told by some question: ${fact}`, () => assert.ok(questionsGiving(fact).length > 0));
  }
});
