import assert from 'node:assert/strict';
import { catalogOn } from '../../policy/catalog.ts';
import { Condition, criteriaIn } from '../../policy/condition.ts';
import { findings, type Finding } from '../../policy/findings.ts';
import { noAnswers } from '../../policy/facts.ts';
import { CommunitySupport, Population, ProgrammeId } from '../../policy/rule.ts';
import { answering, today } from './answering.ts';

function findingFor(programme: ProgrammeId, ...about: Parameters<typeof findings>): Finding {
  const finding = findings(...about).find((each) => each.programme === programme);
  assert.ok(finding);
  return finding;
}

describe('the rules of a day', () => {
  const whileItHolds = catalogOn('2026-12-31');
  const afterTheWaiver = catalogOn('2027-01-01');

  it('marks the two supports that rest on the 1115 waiver as lapsed from 2027 on, and no other (policy.md 6, 16)', () => {
    const lapsed = (catalog: typeof whileItHolds): string[] =>
      [...catalog.populations, ...catalog.supports].filter((each) => each.lapsedOn).map(({ rule }) => rule.id);
    assert.deepEqual(lapsed(whileItHolds), []);
    assert.deepEqual(lapsed(afterTheWaiver), ['recuperativeCare', 'shortTermPostHospitalizationHousing']);
  });

  it('tells a lapsed support as unknown with its last day, and asks nothing for it', () => {
    const said = answering({ needsPlaceToHeal: true, staysInShelter: true });
    const finding = findingFor('recuperativeCare', afterTheWaiver, said, '2027-01-01');
    assert.equal(finding.truth, 'unknown');
    assert.equal(finding.lapsedOn, '2026-12-31');
    assert.deepEqual(finding.missing, []);
    assert.equal(findingFor('recuperativeCare', whileItHolds, said, '2026-11-21').truth, 'met');
  });

  it('has one finding for each programme', () => {
    const found = findings(catalogOn(today), noAnswers, today).map(({ programme }) => programme);
    assert.deepEqual(found, ProgrammeId.options);
  });

  it('tells deposits as unknown, after navigation, for somebody whose answers fit both', () => {
    const said = answering({ sleepsWhereNotMeantForSleeping: true, seriousChronicCondition: true });
    const deposits = findingFor('housingDeposits', catalogOn(today), said, today);
    assert.equal(deposits.truth, 'unknown');
    assert.equal(deposits.after, 'housingTransitionNavigation');
    assert.equal(findingFor('housingTransitionNavigation', catalogOn(today), said, today).truth, 'met');
  });

  it('names the populations that are met, with a reason of each, and nothing missing', () => {
    const said = answering({
      age: 62,
      sleepsWhereNotMeantForSleeping: true,
      complexNeedHardToManage: true,
      unplannedStaysIn6Months: 3,
    });
    const ecm = findingFor('ecm', catalogOn(today), said, today);
    assert.equal(ecm.truth, 'met');
    assert.deepEqual(ecm.populations, ['homelessness', 'avoidableUse']);
    assert.deepEqual(ecm.missing, []);
    const facts = ecm.because.map(({ fact }) => fact);
    for (const fact of [
      'sleepsWhereNotMeantForSleeping',
      'complexNeedHardToManage',
      'unplannedStaysIn6Months',
    ] as const) {
      assert.ok(facts.includes(fact), fact);
    }
    assert.ok(ecm.planDecides.some((each) => each.planDecides === 'avoidable'));
  });

  it('is read back from its data unchanged: every rule can be printed, diffed and stored', () => {
    const { populations, supports } = catalogOn(today);
    for (const { rule } of populations) assert.deepEqual(Population.parse(JSON.parse(JSON.stringify(rule))), rule);
    for (const { rule } of supports) assert.deepEqual(CommunitySupport.parse(JSON.parse(JSON.stringify(rule))), rule);
  });

  it('never asks for a risk of suicide, overdose or an institution', () => {
    const all = [...catalogOn(today).populations, ...catalogOn(today).supports];
    const asked = all.flatMap(({ rule }) => criteriaIn(rule.when).map(({ fact }) => fact));
    assert.deepEqual(
      asked.filter((fact) => /suicid|overdose|institutionali/i.test(fact)),
      [],
    );
  });

  it('refuses a rule that tests what is no fact', () => {
    const cite = { source: 'ecmPolicyGuide2026', place: 'p. 1', standing: 'verified' };
    assert.equal(Condition.safeParse({ test: 'is', fact: 'isPoor', cite }).success, false);
    assert.equal(Condition.safeParse({ test: 'atLeast', fact: 'staysInShelter', value: 1, cite }).success, false);
  });
});
