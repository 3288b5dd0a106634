import assert from 'node:assert/strict';
import { catalogOn } from '../../policy/catalog.ts';
import { criteriaIn, type Condition, type Criterion } from '../../policy/condition.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { answering, today } from './answering.ts';
import { populationTables } from './tables/populations.ts';
import { supportTables } from './tables/supports.ts';

const catalog = catalogOn(today);
const rules = [...catalog.populations, ...catalog.supports].map(({ rule }) => rule);
const tables = [...populationTables, ...supportTables];

for (const { rule: id, where, rows } of tables) {
  describe(`${id} (policy.md ${where})`, () => {
    for (const [who, said, truth] of rows) {
      it(`is ${truth} for ${who}`, () => {
        const rule = rules.find((each) => each.id === id);
        assert.ok(rule);
        assert.equal(evaluate(rule.when, answering(said), today).truth, truth);
      });
    }
  });
}

describe('what only the plan can judge', () => {
  const told = (id: string, said: Parameters<typeof answering>[0]): readonly string[] => {
    const rule = rules.find((each) => each.id === id);
    assert.ok(rule);
    return evaluate(rule.when, answering(said), today).planDecides.map((each) => each.planDecides);
  };

  it('is told at exactly 26, and at no other age (policy.md 1.4 POF 8, line 152)', () => {
    for (const [age, expected] of [
      [25, []],
      [26, ['atExactly26']],
      [27, []],
    ] as const) {
      assert.deepEqual(told('childWelfare', { age, agedOutOfFosterCare: true }), expected);
      assert.deepEqual(
        told('justiceInvolved', { age, incarcerationWithin12Months: true, formerFosterYouth: true }),
        expected,
      );
    }
  });

  it('is told of adoption assistance from 18 on, and not before (policy.md 1.4 POF 8, line 149)', () => {
    const adopted = { adoptionAssistance: true, disability: true };
    assert.deepEqual(told('childWelfare', { age: 17, ...adopted }), []);
    assert.deepEqual(told('childWelfare', { age: 18, ...adopted }), ['adoptionAssistanceTo21']);
  });

  it('is told to everybody who is pregnant (policy.md 1.4 POF 9, line 157)', () => {
    assert.deepEqual(told('birthEquity', { pregnantOrPostpartum: true }), ['birthEquityDisparity']);
  });

  it('is told of a home about to be lost: whether there is another (policy.md 2.2, line 205, and 8.2.1 b, 4)', () => {
    const ill = { seriousChronicCondition: true };
    const losing = told('housingTransitionNavigation', { losesHousingWithin30Days: true, ...ill });
    assert.deepEqual(losing, ['noOtherPlaceToGo']);
    assert.deepEqual(told('housingTransitionNavigation', { staysInShelter: true, ...ill }), []);
  });

  it('is told of coaching for who is at risk, and not for who is without a home (policy.md 2.6, line 229)', () => {
    const improves = (said: Parameters<typeof told>[1]): boolean =>
      told('dayHabilitation', said).includes('improvesHousingStability');
    assert.ok(improves({ atRiskOfNursingHome: true, livesInNursingFacility: false }));
    assert.ok(improves({ doubledUp: true }));
    assert.ok(!improves({ sleepsWhereNotMeantForSleeping: true }));
  });

  it('is told of respite to everybody, and once: it is only to avoid a placement (policy.md 2.10, lines 262-263)', () => {
    const once = (said: Parameters<typeof answering>[0]): void =>
      assert.equal(told('respite', said).filter((each) => each === 'avoidsNursingHomeStay').length, 1);
    once({ inCcs: true, livesInNursingFacility: false, needsHelpWithDailyLiving: false });
    once({ inCcs: true, needsHelpWithDailyLiving: true, dependsOnCaregiver: true, caregiverNeedsBreak: true });
    once({ needsHelpWithDailyLiving: true, dependsOnCaregiver: true, caregiverNeedsBreak: true });
    once({});
  });

  it('is told of rent for whom it is no duty of the plan (policy.md 2.7, lines 235 and 241)', () => {
    const inTent = { sleepsWhereNotMeantForSleeping: true };
    assert.ok(told('transitionalRent', { ...inTent, seriousChronicCondition: true }).includes('rentForOtherNeeds'));
    assert.ok(!told('transitionalRent', { ...inTent, substanceUseDisorder: true }).includes('rentForOtherNeeds'));
  });
});

describe('each criterion, taken out', () => {
  /** The condition without it; undefined when nothing is left. */
  const without = (part: Condition, out: string): Condition | undefined => {
    if ('test' in part) return JSON.stringify(part) === out ? undefined : part;
    if ('planDecides' in part) return part;
    if ('not' in part) {
      const inner = without(part.not, out);
      return inner && { not: inner };
    }
    const kept = ('all' in part ? part.all : 'any' in part ? part.any : part.of).flatMap(
      (each) => without(each, out) ?? [],
    );
    if (kept.length === 0) return undefined;
    if ('all' in part) return { all: kept };
    return 'any' in part ? { any: kept } : { n: part.n, of: kept };
  };

  /**
   * Written so that the rule says whose it is, or so that the wider thing is asked first; nobody's truth hangs on them.
   * The young need less than adults everywhere, and each form of child welfare is child welfare. What is told at one age only is held above.
   */
  const saysWhose = new Set([
    'homelessness age atLeast',
    'avoidableUse age atLeast',
    'behavioralHealth age atLeast',
    'justiceInvolved age atLeast',
    'childWelfare age atLeast',
    'childWelfare everInChildWelfare is',
    'transitionalRent everInChildWelfare is',
    'respite everInChildWelfare is',
  ]);

  for (const { id, when } of rules) {
    const rows = tables.filter(({ rule }) => rule === id).flatMap((each) => each.rows);
    for (const criterion of new Set(criteriaIn(when).map((each) => JSON.stringify(each)))) {
      const { fact, test, value = '', cite } = JSON.parse(criterion) as Criterion & { value?: number };
      const name = `${id} ${fact} ${test}`;
      const holds = saysWhose.has(name) || saysWhose.has(`${name} ${cite.source}`);
      const changes = (): boolean => {
        const rest = without(when, criterion);
        return !rest || rows.some(([, said, truth]) => evaluate(rest, answering(said), today).truth !== truth);
      };
      it(`makes a row of its table fail: ${name} ${value}`, () => assert.equal(changes(), !holds));
    }
  }
});
