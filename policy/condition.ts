import { z } from 'zod';
import { Citation } from './citation.ts';
import { ChoiceFact, CountFact, YesNoFact, type ChoiceValue } from './facts.ts';

/** One test of one fact, with the place in policy that asks for it. */
export const Criterion = z.discriminatedUnion('test', [
  z.strictObject({ test: z.literal('is'), fact: YesNoFact, cite: Citation }),
  z.strictObject({ test: z.literal('atLeast'), fact: CountFact, value: z.int(), cite: Citation }),
  z.strictObject({ test: z.literal('atMost'), fact: CountFact, value: z.int(), cite: Citation }),
  z.strictObject({ test: z.literal('oneOf'), fact: ChoiceFact, values: z.array(z.string()).min(1), cite: Citation }),
]);
export type Criterion = z.infer<typeof Criterion>;

/** What only the plan can judge. Never asked, outside truth, told in the finding under its id. */
export const PlanDecides = z.strictObject({ planDecides: z.string().min(1), cite: Citation });
export type PlanDecides = z.infer<typeof PlanDecides>;

const All = z.strictObject({
  get all() {
    return z.array(Condition).min(1);
  },
});
const Any = z.strictObject({
  get any() {
    return z.array(Condition).min(1);
  },
});
const Not = z.strictObject({
  get not() {
    return Condition;
  },
});
const AtLeastNOf = z.strictObject({
  n: z.int().positive(),
  get of() {
    return z.array(Condition).min(1);
  },
});

/** A criterion, what only the plan can judge, or conditions joined. Plain data: it can be printed, diffed and stored. */
export const Condition = z.union([Criterion, PlanDecides, All, Any, Not, AtLeastNOf]);
export type Condition = z.infer<typeof Condition>;

export const is = (fact: YesNoFact, cite: Citation): Criterion => ({ test: 'is', fact, cite });
export const atLeast = (fact: CountFact, value: number, cite: Citation): Criterion => ({
  test: 'atLeast',
  fact,
  value,
  cite,
});
export const atMost = (fact: CountFact, value: number, cite: Citation): Criterion => ({
  test: 'atMost',
  fact,
  value,
  cite,
});
export const oneOf = (fact: ChoiceFact, values: ChoiceValue[], cite: Citation): Criterion => ({
  test: 'oneOf',
  fact,
  values,
  cite,
});
export const planDecides = (id: string, cite: Citation): PlanDecides => ({ planDecides: id, cite });
export const all = (...parts: Condition[]): Condition => ({ all: parts });
export const any = (...parts: Condition[]): Condition => ({ any: parts });
export const not = (part: Condition): Condition => ({ not: part });
export const atLeastN = (n: number, ...parts: Condition[]): Condition => ({ n, of: parts });

/** The conditions that a condition is joined of; none for what stands by itself. */
export function childrenOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  if ('not' in condition) return [condition.not];
  return 'of' in condition ? condition.of : [];
}

/** Every criterion in a condition, in the order in which it is written. */
export function criteriaIn(condition: Condition): readonly Criterion[] {
  return 'test' in condition ? [condition] : childrenOf(condition).flatMap(criteriaIn);
}

/** Everything in a condition that only the plan can judge. */
export function judgementsIn(condition: Condition): readonly PlanDecides[] {
  return 'planDecides' in condition ? [condition] : childrenOf(condition).flatMap(judgementsIn);
}

/** Every citation in a condition, of what only the plan can judge too. */
export function citesIn(condition: Condition): readonly Citation[] {
  return 'cite' in condition ? [condition.cite] : childrenOf(condition).flatMap(citesIn);
}
