import assert from 'node:assert/strict';
import fc from 'fast-check';
import { all, any, atLeast, atLeastN, atMost, is, not, oneOf, planDecides } from '../../policy/condition.ts';
import { criteriaIn, type Condition } from '../../policy/condition.ts';
import type { Citation } from '../../policy/citation.ts';
import { evaluate, weigh } from '../../policy/evaluate.ts';
import type { Truth } from '../../policy/truth.ts';
import { answering, today, type Said } from './answering.ts';
import { heldOf, truthOf, type Value } from './by-definition.ts';

const sure: Citation = { source: 'ecmPolicyGuide2026', place: 'p. 1', standing: 'verified' };
const hearsay: Citation = { source: 'kaiserCommunitySupportsForm2026', place: 'form', standing: 'secondhand' };

describe('what can be said about a condition', () => {
  const truth = (condition: Condition, said: Record<string, Said>): Truth =>
    evaluate(condition, answering(said), today).truth;

  it('is settled by one "yes" among alternatives, and by one "no" among needs', () => {
    assert.equal(truth(any(is('staysInShelter', sure), is('doubledUp', sure)), { staysInShelter: true }), 'met');
    assert.equal(truth(all(is('staysInShelter', sure), is('doubledUp', sure)), { staysInShelter: false }), 'unmet');
  });

  it('reads "not sure" and "rather not say" as unknown, never as no', () => {
    for (const silence of ['notSure', 'declined']) {
      assert.equal(truth(is('staysInShelter', sure), { staysInShelter: silence }), 'unknown');
      assert.equal(truth(not(is('staysInShelter', sure)), { staysInShelter: silence }), 'unknown');
    }
  });

  it('is met when every age would be enough, though the age is not known', () => {
    const rule = any(
      all(atLeast('age', 21, sure), is('staysInShelter', sure)),
      all(atMost('age', 20, sure), any(is('staysInShelter', sure), is('doubledUp', sure))),
    );
    const { truth: found, missing, because } = evaluate(rule, answering({ staysInShelter: true }), today);
    assert.equal(found, 'met');
    assert.deepEqual(missing, []);
    assert.deepEqual(
      because.map(({ fact }) => fact),
      ['staysInShelter'],
    );
  });

  it('takes "five or more" as enough for five, and as not yet known for six', () => {
    assert.equal(truth(atLeast('unplannedStaysIn6Months', 5, sure), { unplannedStaysIn6Months: 5 }), 'met');
    const said = answering({ unplannedStaysIn6Months: { from: 5, to: null } });
    assert.equal(evaluate(atLeast('unplannedStaysIn6Months', 5, sure), said, today).truth, 'met');
    assert.equal(evaluate(atLeast('unplannedStaysIn6Months', 6, sure), said, today).truth, 'unknown');
  });

  it('leaves what only the plan can judge out of truth, and tells it', () => {
    const rule = all(is('leavingFacility', sure), planDecides('ongoingNeed', sure));
    const met = evaluate(rule, answering({ leavingFacility: true }), today);
    assert.equal(met.truth, 'met');
    assert.deepEqual(
      met.planDecides.map((each) => each.planDecides),
      ['ongoingNeed'],
    );
    const unmet = evaluate(rule, answering({ leavingFacility: false }), today);
    assert.equal(unmet.truth, 'unmet');
    assert.deepEqual(unmet.planDecides, []);
  });

  it('tells that the plan may still say yes beside an alternative that the answers do not meet', () => {
    const rule = any(atLeast('unplannedStaysIn6Months', 3, sure), planDecides('planDiscretion', sure));
    const near = evaluate(rule, answering({ unplannedStaysIn6Months: 2 }), today);
    assert.equal(near.truth, 'unmet');
    assert.deepEqual(
      near.planDecides.map((each) => each.planDecides),
      ['planDiscretion'],
    );
    const there = evaluate(rule, answering({ unplannedStaysIn6Months: 3 }), today);
    assert.deepEqual(there.planDecides, []);
  });

  it('is unknown where only the plan can judge', () => {
    const { truth: found, missing } = evaluate(any(planDecides('planDiscretion', sure)), answering({}), today);
    assert.equal(found, 'unknown');
    assert.deepEqual(missing, []);
  });

  it('never says "no match" for a "no" to what was only read at second hand, and says which', () => {
    const rule = is('nutritionSensitiveCondition', hearsay);
    const { truth: found, missing, unsure } = evaluate(rule, answering({ nutritionSensitiveCondition: false }), today);
    assert.equal(found, 'unknown');
    assert.deepEqual(missing, []);
    assert.deepEqual(unsure, [rule]);
  });

  it('never says "no match" for a "yes" to an exclusion that was only read at second hand', () => {
    assert.equal(truth(not(is('inHomeCareWaiver', hearsay)), { inHomeCareWaiver: true }), 'unknown');
    assert.equal(truth(not(is('inHomeCareWaiver', hearsay)), { inHomeCareWaiver: false }), 'met');
    assert.equal(truth(not(is('inHomeCareWaiver', sure)), { inHomeCareWaiver: true }), 'unmet');
  });

  it('counts a fact that stands twice among "at least two of these" as often as it stands there', () => {
    const shelter = is('staysInShelter', sure);
    const rule = atLeastN(2, shelter, shelter, is('doubledUp', sure));
    assert.deepEqual(evaluate(rule, answering({}), today).missing, ['staysInShelter']);
    assert.equal(truth(rule, { staysInShelter: true }), 'met');
  });

  it('does not go on asking where an unsure "no" already keeps it from being met', () => {
    const rule = all(oneOf('ihss', ['waiting'], hearsay), is('noOneElseToHelp', hearsay));
    assert.deepEqual(evaluate(rule, answering({ ihss: 'none' }), today).missing, []);
    assert.deepEqual(evaluate(rule, answering({ ihss: 'waiting' }), today).missing, ['noOneElseToHelp']);
  });
});

describe('every condition, against all the ways to complete the answers', () => {
  const yesNo = ['staysInShelter', 'doubledUp', 'fleeingViolence', 'disability'] as const;
  const ages = [10, 20, 21, 40];
  const counts = [0, 2, 3, 6];
  const choices = ['waiting', 'receives', 'none'];

  const cite = fc.constantFrom(sure, sure, hearsay);
  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ fact: fc.constantFrom(...yesNo), cite }).map((c) => is(c.fact, c.cite)) },
    { weight: 2, arbitrary: cite.map((c) => atLeast('age', 21, c)) },
    { weight: 2, arbitrary: cite.map((c) => atMost('age', 20, c)) },
    {
      weight: 2,
      arbitrary: fc
        .record({ n: fc.constantFrom(2, 3, 5), cite })
        .map((c) => atLeast('unplannedStaysIn6Months', c.n, c.cite)),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({ v: fc.constantFrom('waiting', 'receives'), cite })
        .map((c) => oneOf('ihss', [c.v as 'waiting'], c.cite)),
    },
    { weight: 1, arbitrary: fc.constant(planDecides('avoidable', sure)) },
  );
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaf,
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((parts) => all(...parts)),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((parts) => any(...parts)),
      tie('condition').map((part) => not(part)),
      fc
        .record({
          n: fc.integer({ min: 1, max: 3 }),
          parts: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
        })
        .map(({ n, parts }) => atLeastN(n, ...parts)),
      // The same list in two places, as homelessness stands in the rules for adults and for youth.
      tie('condition').map((part) =>
        any(all(atLeast('age', 21, sure), part, is('disability', sure)), all(atMost('age', 20, sure), part)),
      ),
    ),
  }));

  type Full = Record<string, Value>;
  const held: fc.Arbitrary<Partial<Full>> = fc.record(
    {
      ...Object.fromEntries(yesNo.map((fact) => [fact, fc.boolean()])),
      age: fc.constantFrom(...ages),
      unplannedStaysIn6Months: fc.constantFrom(...counts),
      ihss: fc.constantFrom(...choices),
    },
    { requiredKeys: [] },
  );

  const domains: readonly (readonly [string, readonly Value[]])[] = [
    ...yesNo.map((fact) => [fact, [true, false]] as const),
    ['age', ages],
    ['unplannedStaysIn6Months', counts],
    ['ihss', choices],
  ];
  function completions(known: Partial<Full>, of: ReadonlySet<string>): Full[] {
    return domains
      .filter(([fact]) => of.has(fact))
      .reduce<Full[]>(
        (all, [fact, values]) =>
          all.flatMap((one) =>
            (known[fact] !== undefined ? [known[fact]] : values).map((value) => ({ ...one, [fact]: value })),
          ),
        [{}],
      );
  }

  const factsOf = (part: Condition): string[] => criteriaIn(part).map(({ fact }) => fact);

  const everyTruth = (part: Condition, known: Partial<Full>): Set<Truth> =>
    new Set(completions(known, new Set(factsOf(part))).map((full) => truthOf(part, full) ?? 'unknown'));

  it('agrees on the truth', () => {
    fc.assert(
      fc.property(condition, held, (rule, known) => {
        const truths = everyTruth(rule, known);
        const [only] = truths;
        assert.equal(weigh(rule, heldOf(known)).truth, truths.size === 1 ? only : 'unknown');
      }),
      { numRuns: 3000 },
    );
  });

  it('names every fact that can still change the truth, and, where no fact is written twice, no other', () => {
    fc.assert(
      fc.property(condition, held, (rule, known) => {
        const { missing } = weigh(rule, heldOf(known));
        const facts = factsOf(rule);
        for (const fact of new Set(facts)) {
          if (known[fact] !== undefined) continue;
          const without = completions(known, new Set(facts)).map((full) => ({ ...full, [fact]: undefined }));
          const matters = without.some((full) => everyTruth(rule, full).size > 1);
          if (matters) assert.ok(missing.includes(fact as never), `${fact} matters`);
          else if (new Set(facts).size === facts.length) assert.ok(!missing.includes(fact as never), `${fact} is idle`);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives reasons exactly when it is settled, and each of them was answered', () => {
    fc.assert(
      fc.property(condition, held, (rule, known) => {
        const { truth, because, missing } = weigh(rule, heldOf(known));
        if (truth === 'unknown') assert.deepEqual(because, []);
        else assert.deepEqual(missing, []);
        for (const { fact } of because) assert.notEqual(known[fact], undefined);
      }),
      { numRuns: 1000 },
    );
  });
});
