import assert from 'node:assert/strict';
import type { IsoDate } from '../../policy/calendar.ts';
import { catalogOn } from '../../policy/catalog.ts';
import { support, type CommunitySupport } from '../../policy/rule.ts';
import { toldFindings } from '../../dialogs/told-findings.ts';
import { toReply, type Person } from './talks.ts';

const today: IsoDate = '2026-11-21';
const told = (person: Person, everything = false): Readonly<Record<string, string>> => {
  const replied = Object.entries(person).map(([question, reply]) => ({ question, reply: toReply(reply), on: today }));
  const findings = toldFindings({ catalog: catalogOn(today), replied, everything, today });
  return Object.fromEntries(findings.map(({ programme, truth }) => [programme, truth]));
};

describe('what a screen tells of', () => {
  const ill: Person = { ecm: 'none', concerns: ['illness'], age: 40, health: ['longIllness'] };

  it('leaves out what is for a few, for somebody who is not of them', () => {
    assert.deepEqual(told(ill), { ecm: 'unknown', medicallyTailoredMeals: 'met' });
  });

  it('tells asthma remediation to whoever has asthma, also while it is open', () => {
    assert.equal(told({ ...ill, health: ['asthma'] })['asthmaRemediation'], 'unknown');
    assert.equal(told({ ...ill, health: ['asthma'], asthmaCare: ['stays'] })['asthmaRemediation'], 'met');
  });

  it('tells rent to somebody in a tent, and keeping a home to somebody who may lose one', () => {
    const tent = told({ ecm: 'none', concerns: ['housing'], housing: 'outside', health: ['longIllness'] });
    assert.equal(tent['transitionalRent'], 'met');
    assert.equal(tent['housingTenancySustaining'], undefined);
    const tenant = told({ ecm: 'none', concerns: ['housing'], housing: 'own', housingRisk: ['losing'] });
    assert.equal(tenant['housingTenancySustaining'], 'unknown');
    assert.equal(tenant['transitionalRent'], undefined);
  });

  it('never says that a sobering center may fit, and tells of it only who uses (policy.md 2.16)', () => {
    const person: Person = { ecm: 'none', concerns: ['mind'], age: 30, mind: ['substances'] };
    assert.equal(told(person)['soberingCenters'], 'unknown');
    assert.equal(told({ ...person, mind: ['feelings'] })['soberingCenters'], undefined);
  });

  it('tells of everything when everything is looked into', () => {
    assert.equal(Object.keys(told(ill, true)).length, 16);
  });
});

describe('what belongs together', () => {
  it('is deposits with navigation, and rent with ECM and navigation (policy.md 2.4 and 2.7)', () => {
    const together = catalogOn(today).supports.flatMap(({ rule }) =>
      rule.together ? [[rule.id, rule.together] as const] : [],
    );
    assert.deepEqual(together, [
      ['housingDeposits', ['housingTransitionNavigation']],
      ['transitionalRent', ['ecm', 'housingTransitionNavigation']],
    ]);
  });
});

describe('a rule with bad data stops the start', () => {
  const [good] = catalogOn(today).supports.map(({ rule }) => rule);
  const bad = (change: object, said: RegExp): void =>
    assert.throws(() => support({ ...good, ...change } as CommunitySupport), said);

  it('and says which rule, and which key', () => {
    const cite = { source: 'laCare', place: 'p. 1', standing: 'verified' };
    bad({ when: { test: 'is', fact: 'isPoor', cite } }, /"housingTransitionNavigation" is wrong:[^]*when/u);
    bad({ when: { test: 'is', fact: 'doubledUp' } }, /when/u);
    bad({ inForce: { ...good?.inForce, from: '2026-02-01', to: '2026-01-31' } }, /inForce\.to: must not be before/u);
    bad({ limits: [{ id: 'x', amount: { value: 7500 }, cite }] }, /limits\.0\.amount\.currency/u);
    bad({ limits: [{ id: 'x', duration: { value: 6 }, cite }] }, /limits\.0\.duration\.unit/u);
    bad({ limits: [{ id: 'x' }] }, /limits\.0\.cite/u);
  });
});
