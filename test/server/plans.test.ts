import assert from 'node:assert/strict';
import { isOpen, offered, type Hours, type PlanFile } from '../../dialogs/plan.ts';
import { lastOffered } from '../../dialogs/offered.ts';
import { alliance } from '../../server/plans/alliance.ts';
import { otherPlans } from '../../server/plans/directory.ts';
import { iehp } from '../../server/plans/iehp.ts';
import { planById, planIds, readPlan } from '../../server/plans/index.ts';

const today = '2026-11-21';

/** The file with one form of one line. */
function withLine(line: object): PlanFile {
  const cite = { source: 'iehp2024', place: 'p. 1', standing: 'verified' };
  const sections = [{ title: 'Member', lines: [line] }];
  return { ...iehp, forms: [{ title: 'Sunrise form', cite, supports: ['respite'], sections }] } as unknown as PlanFile;
}

describe('a plan and its file', () => {
  it('is found by its name', () => {
    for (const id of ['alliance', 'iehp']) assert.ok(planIds.includes(id), id);
    assert.equal(new Set(planIds).size, planIds.length);
    for (const id of planIds) assert.equal(planById(id).id, id);
  });

  it('that is not there stops the start and says which are', () => {
    assert.throws(() => planById('nobody'), /There is no plan "nobody"\. Known plans: .*alliance.*iehp/u);
  });

  const wrong: readonly [what: string, file: PlanFile, said: RegExp][] = [
    [
      'a county that is misspelt',
      { ...iehp, counties: ['Riversde'] },
      /"iehp" is wrong:[^]*counties\.0: must be a county/u,
    ],
    [
      'an offer where the plan is not',
      { ...iehp, offers: [{ ...iehp.offers[0]!, counties: ['Kern'] }] },
      /offers\.0\.counties: Kern is not served/u,
    ],
    [
      'an offer that ends before it begins',
      { ...iehp, offers: [{ ...iehp.offers[0]!, from: '2024-01-01', to: '2023-12-31' }] },
      /offers\.0\.to: must not be before/u,
    ],
    [
      'a day that does not exist',
      { ...iehp, offers: [{ ...iehp.offers[0]!, from: '2024-02-30' }] },
      /offers\.0\.from:/u,
    ],
    [
      'a phone number one digit short',
      { ...iehp, memberServices: { ...iehp.memberServices, number: '1-800-440-434' } },
      /memberServices\.number: must be a phone number/u,
    ],
    [
      'an office that closes before it opens',
      { ...iehp, onCall: { ...iehp.onCall, hours: [{ days: ['mon'], from: '17:00', to: '08:00' }] } },
      /onCall\.hours\.0\.to: must be later/u,
    ],
    [
      'a line of a form whose value is misnamed',
      withLine({ label: 'Member ID', value: 'memberId' }),
      /"iehp" is wrong:\s+forms\.0\.sections\.0\.lines\.0 \(form "Sunrise form"\): "Member ID": there is no value "memberId"; there are plan, name/u,
    ],
    [
      'a line of a form whose box is misnamed',
      withLine({ label: 'Fast', tick: 'expedited' }),
      /forms\.0\.sections\.0\.lines\.0 \(form "Sunrise form"\): "Fast": there is no box "expedited"; there are asksForFast/u,
    ],
    ['a line of a form that asks for nothing', withLine({ label: 'Name' }), /"Name" needs a "value" or a "tick"/u],
    [
      'a line of a form that asks for a box and a value',
      withLine({ label: 'Name', value: 'name', tick: 'respite' }),
      /"Name" needs a "value" or a "tick", and not both/u,
    ],
    ['a line of a form that is misspelt', withLine({ lable: 'Name', value: 'name' }), /"lable" is no field of a line/u],
    ['a field that nobody knows', { ...iehp, fax: '909-555-0100' } as PlanFile, /fax/u],
    ['a name in a language that we do not have', { ...iehp, names: { sp: { ecm: 'Manejo' } } }, /names\.sp: must be/u],
    [
      'a notice in a language that we do not have',
      { ...iehp, notices: { sp: { tagline: 'a', nondiscrimination: 'b' } } },
      /notices\.sp: must be/u,
    ],
  ];
  for (const [what, file, said] of wrong) {
    it(`stops the start for ${what}, and names the field`, () => assert.throws(() => readPlan(file), said));
  }

  it('names every fault at once', () => {
    assert.throws(
      () => readPlan({ ...alliance, shortName: '', counties: [] }),
      /"alliance" is wrong:[^]*shortName:[^]*counties:/u,
    );
  });
});

describe('what a plan says that it offers', () => {
  const plans = { alliance: planById('alliance'), iehp: planById('iehp') };

  it('Antonio, in Merced County, is told that the Alliance offers meals there', () => {
    assert.equal(offered(plans.alliance, 'medicallyTailoredMeals', 'Merced', today), 'offered');
  });

  it('David, in Riverside County, is told that IEHP offers housing navigation there', () => {
    assert.equal(offered(plans.iehp, 'housingTransitionNavigation', 'Riverside', today), 'offered');
  });

  it('is not made up for the two counties that the list of 2023 does not have', () => {
    for (const county of ['Mariposa', 'San Benito']) {
      assert.equal(offered(plans.alliance, 'medicallyTailoredMeals', county, today), 'notListed');
      assert.equal(offered(plans.alliance, 'ecm', county, today), 'offered');
    }
  });

  it('counts only what is offered in every county, for somebody whose county we do not know', () => {
    assert.equal(offered(plans.alliance, 'medicallyTailoredMeals', null, today), 'notListed');
    assert.equal(offered(plans.alliance, 'ecm', null, today), 'offered');
    assert.equal(offered(plans.iehp, 'medicallyTailoredMeals', null, today), 'offered');
  });

  it('begins on its first day and ends after its last', () => {
    const [ecm] = iehp.offers;
    const plan = readPlan({ ...iehp, offers: [{ ...ecm!, from: '2022-01-01', to: '2026-12-31' }] });
    assert.equal(offered(plan, 'ecm', 'Riverside', '2021-12-31'), 'notListed');
    assert.equal(offered(plan, 'ecm', 'Riverside', '2022-01-01'), 'offered');
    assert.equal(offered(plan, 'ecm', 'Riverside', '2026-12-31'), 'offered');
    assert.equal(offered(plan, 'ecm', 'Riverside', '2027-01-01'), 'ended');
  });

  it('goes on when one offer ends and another has begun', () => {
    const [ecm] = iehp.offers;
    const plan = readPlan({
      ...iehp,
      offers: [
        { ...ecm!, from: '2022-01-01', to: '2026-12-31' },
        { ...ecm!, from: '2027-01-01' },
      ],
    });
    assert.equal(offered(plan, 'ecm', null, '2027-01-01'), 'offered');
  });

  it('has its last day, once it has ended in every place that is asked for', () => {
    const [ecm] = iehp.offers;
    const plan = readPlan({
      ...iehp,
      offers: [
        { ...ecm!, counties: ['Riverside'], to: '2026-03-31' },
        { ...ecm!, counties: ['San Bernardino'], to: '2026-06-30' },
      ],
    });
    assert.equal(lastOffered(plan, 'ecm', 'Riverside', today), '2026-03-31');
    assert.equal(lastOffered(plan, 'ecm', null, today), '2026-06-30');
    assert.equal(lastOffered(plan, 'ecm', null, '2026-06-30'), undefined);
    assert.equal(lastOffered(plan, 'respite', null, today), undefined);
  });

  it('is told as written: home modifications at the Alliance only in part', () => {
    const changes = plans.alliance.offers.filter(({ programme }) => programme === 'homeModifications');
    assert.deepEqual(
      changes.map(({ partly, from }) => ({ partly, from })),
      [{ partly: true, from: '2023-01-01' }],
    );
  });
});

describe('whether somebody answers', () => {
  const week: readonly Hours[] = [{ days: ['mon', 'fri'], from: '08:00', to: '17:00' }];
  const cases: readonly [weekday: Hours['days'][number], time: string, open: boolean][] = [
    ['mon', '07:59', false],
    ['mon', '08:00', true],
    ['fri', '16:59', true],
    ['fri', '17:00', false],
    ['tue', '12:00', false],
    ['sun', '12:00', false],
  ];
  for (const [weekday, time, open] of cases) {
    it(`${open ? 'somebody' : 'nobody'} does at ${time} on ${weekday}`, () =>
      assert.equal(isOpen(week, { weekday, time }), open));
  }

  it('nobody ever does where a plan gives no hours', () => {
    assert.equal(isOpen([], { weekday: 'mon', time: '12:00' }), false);
  });
});

describe('the way to another plan', () => {
  it('is never back to this one', () => {
    for (const id of planIds) {
      const plan = planById(id);
      assert.ok(plan.elsewhere.length > 0);
      assert.ok(plan.elsewhere.every(({ number }) => number !== plan.memberServices.number));
    }
  });

  it('is shown only where the number was read on the plan’s own page', () => {
    assert.deepEqual(
      otherPlans('').map(({ number }) => number),
      ['1-800-440-4347', '800-700-3874', '1-800-260-2055'],
    );
  });

  it('gives the same number as the plan’s own file, where it has the plan', () => {
    for (const id of planIds) {
      const { memberServices, elsewhere } = planById(id);
      const left = elsewhere.map(({ number }) => number);
      const own = otherPlans('').filter(({ number }) => !left.includes(number));
      assert.ok(
        own.every(({ number }) => number === memberServices.number),
        id,
      );
    }
  });
});
