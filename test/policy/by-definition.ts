// What a condition comes to for somebody of whom everything is known, by the definition in `truth.ts` and nothing else.
import type { Condition, Criterion } from '../../policy/condition.ts';
import type { Held } from '../../policy/derived.ts';
import { allOf, anyOf, atLeastNOf, notOf, type Truth } from '../../policy/truth.ts';

export type Value = boolean | number | string;
/** A value for each fact; what is absent is not known. */
export type Person = Readonly<Record<string, Value | undefined>>;

/** Undefined: only the plan can judge it, so that it stands outside truth. */
export function truthOf(part: Condition, person: Person, negated = false): Truth | undefined {
  if ('planDecides' in part) return undefined;
  if ('test' in part) {
    const yes = says(part, person);
    if (yes === negated && part.cite.standing !== 'verified') return 'unknown';
    return yes ? 'met' : 'unmet';
  }
  if ('not' in part) {
    const inner = truthOf(part.not, person, !negated);
    return inner && notOf(inner);
  }
  const parts = 'all' in part ? part.all : 'any' in part ? part.any : part.of;
  const truths = parts.flatMap((each) => truthOf(each, person, negated) ?? []);
  if (truths.length === 0) return undefined;
  return 'all' in part ? allOf(truths) : 'any' in part ? anyOf(truths) : atLeastNOf(part.n, truths);
}

function says(criterion: Criterion, person: Person): boolean {
  const value = person[criterion.fact];
  switch (criterion.test) {
    case 'is':
      return value === true;
    case 'atLeast':
      return Number(value) >= criterion.value;
    case 'atMost':
      return Number(value) <= criterion.value;
    case 'oneOf':
      return criterion.values.includes(String(value));
  }
}

/** What is known of a person, as the rules read it. */
export const heldOf = (person: Person): Held =>
  Object.fromEntries(
    Object.entries(person).map(([fact, value]) => [
      fact,
      typeof value === 'number' ? { from: value, to: value } : value,
    ]),
  );
