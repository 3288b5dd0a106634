/** Every rule, weighed a second time: over all the ways to complete the answers, by the definition in `truth.ts`. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { catalogOn } from '../../policy/catalog.ts';
import { criteriaIn, type Condition, type Criterion } from '../../policy/condition.ts';
import { weigh } from '../../policy/evaluate.ts';
import { today } from './answering.ts';
import { heldOf, truthOf, type Person, type Value } from './by-definition.ts';

/** The values of each fact that a rule tells apart. */
function domainsOf(when: Condition): ReadonlyMap<string, readonly Value[]> {
  const domains = new Map<string, readonly Value[]>();
  for (const criterion of criteriaIn(when)) {
    const before = domains.get(criterion.fact) ?? [];
    domains.set(criterion.fact, [...new Set([...before, ...valuesOf(criterion)])]);
  }
  return domains;
}

function valuesOf(criterion: Criterion): readonly Value[] {
  switch (criterion.test) {
    case 'is':
      return [true, false];
    case 'atLeast':
      return [criterion.value - 1, criterion.value];
    case 'atMost':
      return [criterion.value, criterion.value + 1];
    case 'oneOf':
      return [...criterion.values, 'some other'];
  }
}

const timesIn = (when: Condition, fact: string): number => criteriaIn(when).filter((each) => each.fact === fact).length;

/** All the ways to complete what is known of somebody. */
function completions(known: Person, open: readonly (readonly [string, readonly Value[]])[]): readonly Person[] {
  return open.reduce<readonly Person[]>(
    (people, [fact, values]) => people.flatMap((person) => values.map((value) => ({ ...person, [fact]: value }))),
    [known],
  );
}

const catalog = catalogOn(today);

describe('every rule, against all the ways to complete the answers', () => {
  for (const { rule } of [...catalog.populations, ...catalog.supports]) {
    const domains = [...domainsOf(rule.when)];
    /** Everything known but for a few facts: so few that every way to complete them can be looked at. */
    const members = fc
      .tuple(
        fc.tuple(...domains.map(([, values]) => fc.constantFrom(...values))),
        fc.subarray(domains, { minLength: 0, maxLength: Math.min(6, domains.length) }),
      )
      .map(([drawn, open]) => {
        const all: [string, Value][] = domains.map(([fact], at) => [fact, drawn[at] ?? false]);
        const isOpen = (fact: string): boolean => open.some(([each]) => each === fact);
        return { known: Object.fromEntries(all.filter(([fact]) => !isOpen(fact))), open };
      });

    it(`${rule.id} is settled exactly when they all agree, and names each fact that matters`, () => {
      fc.assert(
        fc.property(members, ({ known, open }) => {
          const people = completions(known, open);
          const truths = new Set(people.map((person) => truthOf(rule.when, person) ?? 'unknown'));
          const [only] = truths;
          const { truth, missing } = weigh(rule.when, heldOf(known));
          assert.equal(truth, truths.size === 1 ? only : 'unknown');
          const matters = open.filter(([fact, values]) =>
            people.some((person) => {
              const each = values.map((value) => truthOf(rule.when, { ...person, [fact]: value }));
              return new Set(each).size > 1;
            }),
          );
          const mattering = matters.map(([fact]) => fact);
          for (const fact of mattering) assert.ok(missing.includes(fact as never), `${fact} matters`);
          // What stands in several places (age, above all) may be named where its cases come to the same by now.
          for (const fact of missing)
            assert.ok(mattering.includes(fact) || timesIn(rule.when, fact) > 1, `${fact} is idle`);
        }),
        { numRuns: 150 },
      );
    });
  }
});
