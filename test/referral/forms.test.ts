import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { IsoDate } from '../../policy/calendar.ts';
import { catalogOn } from '../../policy/catalog.ts';
import { criteriaIn, judgementsIn } from '../../policy/condition.ts';
import { noAnswers, type Answers, type Count } from '../../policy/facts.ts';
import { PopulationId, SupportId, type ProgrammeId } from '../../policy/rule.ts';
import { formsOf, type Form, type Tick } from '../../referral/forms.ts';
import { ecmBoxes } from '../../referral/forms/ecm-boxes.ts';
import type { Referral, Request } from '../../referral/referral.ts';
import { planById } from '../../server/plans/index.ts';
import { aReferral } from '../server/desk-visit.ts';
import { anyReferral } from './any-referral.ts';

const on = '2026-11-20';
const plan = { name: 'Sunrise Health Plan' };

const yes = { kind: 'known', value: true, on } as const;
const no = { kind: 'known', value: false, on } as const;
const notSure = { kind: 'notSure', on } as const;
const declined = { kind: 'declined', on } as const;
const counted = (from: number, to: number | null = from) => ({ kind: 'known', value: { from, to }, on }) as const;

const request = (programme: ProgrammeId, answers: Partial<Answers> = {}): Request => ({
  programme,
  finding: null,
  answers: { ...noAnswers, ...answers },
});
const asking = (requests: Request[], more: Partial<Referral> = {}): Referral =>
  aReferral('90000000000001', { requests, ...more });
const ecmFor = (birthDate: IsoDate, answers: Partial<Answers> = {}): Form =>
  only(
    formsOf(asking([request('ecm', answers)], { person: { ...aReferral('1'.repeat(14)).person, birthDate } }), plan),
  );
const adult = (answers: Partial<Answers> = {}): Form => ecmFor('1964-03-09', answers);
const child = (answers: Partial<Answers> = {}): Form => ecmFor('2014-03-09', answers);

function only(forms: readonly Form[]): Form {
  const [form, ...more] = forms;
  assert(form);
  assert.deepEqual(more, []);
  return form;
}

const ticksOf = (form: Form): readonly Tick[] =>
  form.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'ticks' ? block.ticks : [])));
const populationsOf = (form: Form): readonly string[] =>
  form.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'heading' ? [block.tick.label] : [])),
  );
const tick = (form: Form, label: RegExp): Tick => {
  const found = ticksOf(form).find((each) => label.test(each.label));
  assert(found, `no box says ${String(label)}`);
  return found;
};
const fieldOf = (form: Form, label: string): string | null => {
  const fields = form.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : [])),
  );
  const found = fields.find((field) => field.label === label);
  assert(found, `no field says ${label}`);
  return found.value;
};

describe('the ECM form', () => {
  const edges: readonly [birthDate: IsoDate, id: Form['id'], who: string][] = [
    ['2005-11-20', 'adult', 'turns 21 on the day of filing'],
    ['2005-11-21', 'childYouth', 'turns 21 the day after'],
    ['2026-11-19', 'childYouth', 'was born yesterday'],
    ['1930-01-01', 'adult', 'is 96'],
  ];
  for (const [birthDate, id, who] of edges) {
    it(`is the ${id} form for a member who ${who}`, () => assert.equal(ecmFor(birthDate).id, id));
  }

  it('has the populations that are for adults on the Adult form, and those for children on the other', () => {
    const numbers = (form: Form) =>
      populationsOf(form)
        .map((label) => label.slice(0, 1))
        .join('');
    assert.equal(numbers(adult()), '1234569');
    assert.equal(numbers(child()), '1234789');
  });

  describe('for somebody who was in foster care at 18', () => {
    const agedOut = { yesNo: { everInChildWelfare: yes, agedOutOfFosterCare: yes } };
    const cases: readonly [
      birthDate: IsoDate,
      yesNo: Answers['yesNo'],
      id: Form['id'],
      withChildWelfare: boolean,
      who: string,
    ][] = [
      ['2002-05-05', agedOut.yesNo, 'childYouth', true, 'is 24'],
      ['2000-11-20', agedOut.yesNo, 'childYouth', true, 'is exactly 26, which the plan judges'],
      ['1999-11-20', agedOut.yesNo, 'adult', false, 'is 27'],
      ['2002-05-05', { agedOutOfFosterCare: notSure }, 'adult', true, 'is 24 and not sure of it'],
      ['2002-05-05', {}, 'adult', true, 'is 24 and was not asked'],
      ['2002-05-05', { agedOutOfFosterCare: no }, 'adult', false, 'is 24 and was not'],
      ['2002-05-05', { everInChildWelfare: no }, 'adult', false, 'is 24 and never had to do with child welfare'],
    ];
    for (const [birthDate, yesNo, id, withChildWelfare, who] of cases) {
      it(`is the ${id} form, ${withChildWelfare ? 'with' : 'without'} child welfare, where the member ${who}`, () => {
        const form = ecmFor(birthDate, { yesNo });
        assert.equal(form.id, id);
        assert.equal(
          populationsOf(form).some((label) => /child welfare/.test(label)),
          withChildWelfare,
        );
      });
    }

    it('asks adults on the Child/Youth form what adults are asked, and says why they get it', () => {
      const form = ecmFor('2002-05-05', agedOut);
      assert(tick(form, /complex physical, behavioral/));
      assert(tick(form, /^5 or more emergency/));
      assert.match(JSON.stringify(form), /The member is 21 or older/);
    });
  });

  for (const { rule } of catalogOn(on).populations) {
    it(`has a box for all that "${rule.id}" tests, and for all that only the plan can judge of it`, () => {
      const boxes = Object.values(ecmBoxes[rule.id]).flatMap((groups) => groups.flatMap((group) => group.boxes));
      const boxed = boxes.flatMap((box) => {
        if ('fact' in box) return [box.fact];
        return 'planDecides' in box ? [box.planDecides] : criteriaIn(box.when).map(({ fact }) => fact);
      });
      const tested = [
        ...criteriaIn(rule.when).map(({ fact }) => fact),
        ...judgementsIn(rule.when).map(({ planDecides }) => planDecides),
      ].filter((each) => each !== 'age');
      assert.deepEqual(
        [...new Set(tested)].filter((each) => !boxed.includes(each as never)),
        [],
      );
      assert.deepEqual(
        boxed.filter((each) => !tested.includes(each)),
        [],
      );
    });
  }

  it('ticks what the member said yes to, and keeps no, not sure, rather not and not asked apart', () => {
    const form = adult({
      yesNo: {
        staysInShelter: yes,
        losesHousingWithin30Days: no,
        fleeingViolence: notSure,
        substanceUseDisorder: declined,
      },
    });
    assert.equal(tick(form, /shelter/).state, 'ticked');
    assert.equal(tick(form, /lose housing/).state, 'no');
    assert.equal(tick(form, /fleeing/).state, 'doesNotKnow');
    assert.equal(tick(form, /substance use disorder$/).state, 'ratherNotSay');
    assert.equal(tick(form, /Lacks food/).state, 'notAsked');
    assert.equal(tick(form, /could have been avoided/).state, 'forPlan');
  });

  const counts: readonly [Count, Tick['state'], string | null][] = [
    [{ from: 4, to: 4 }, 'no', '4'],
    [{ from: 5, to: 5 }, 'ticked', '5'],
    [{ from: 5, to: null }, 'ticked', '5 or more'],
    [{ from: 3, to: 6 }, 'notAsked', '3 to 6'],
  ];
  for (const [value, state, said] of counts) {
    it(`takes ${said ?? ''} emergency visits in 6 months for "${state}" and shows the number`, () => {
      const form = adult({ count: { emergencyVisitsIn6Months: { kind: 'known', value, on } } });
      const box = tick(form, /emergency department visits in 6 months/);
      assert.deepEqual([box.state, box.said], [state, said]);
    });
  }

  it('asks of a child 3 visits in 12 months', () => {
    const form = child({ count: { emergencyVisitsIn12Months: counted(3) } });
    assert.equal(tick(form, /^3 or more emergency department visits in 12 months/).state, 'ticked');
  });

  it('ticks "lacks stable housing" for any box of homelessness', () => {
    assert.equal(tick(adult({ yesNo: { doubledUp: yes } }), /^Lacks stable housing/).state, 'ticked');
  });

  it('marks the populations that the screen found', () => {
    const finding = { ...aReferral('1'.repeat(14)).requests[0]!.finding!, populations: ['birthEquity' as const] };
    const form = only(formsOf(asking([{ ...request('ecm'), finding }]), plan));
    const marked = form.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'heading' && block.tick.state === 'ticked' ? [block.tick.label] : [])),
    );
    assert.deepEqual(marked, ['9. Birth equity']);
  });

  it('lists the other programs that the member is in', () => {
    const form = adult({
      yesNo: { in1915cWaiver: yes, inHospice: notSure },
      choice: {
        medicare: { kind: 'known', value: 'both', on },
        ecm: { kind: 'known', value: 'hadWithFormerPlan', on },
      },
    });
    assert.equal(tick(form, /1915\(c\)/).state, 'ticked');
    assert.equal(tick(form, /Hospice/).state, 'doesNotKnow');
    assert.equal(tick(form, /D-SNP/).state, 'ticked');
    assert.equal(tick(form, /^PACE/).state, 'no');
    assert.match(fieldOf(form, 'ECM so far') ?? '', /former plan/);
  });

  it('says that it is a draft after the standard of DHCS, and not the template', () => {
    assert.match(adult().standing, /Draft.*not the DHCS template/);
    assert.match(JSON.stringify(adult()), /for outreach, not for the decision/);
  });
});

describe('a Community Supports form', () => {
  it('is one for each support asked for', () => {
    const forms = formsOf(asking([request('ecm'), request('respite'), request('asthmaRemediation')]), plan);
    assert.deepEqual(
      forms.map(({ id }) => id),
      ['adult', 'respite', 'asthmaRemediation'],
    );
  });

  for (const id of SupportId.options) {
    it(`has a box for all that is asked about ${id}`, () => {
      const rule = catalogOn(on).supports.find((each) => each.rule.id === id)!.rule;
      const form = only(formsOf(asking([request(id)]), plan));
      const tests = new Set(criteriaIn(rule.when).map(({ cite: _cite, ...test }) => JSON.stringify(test)));
      const judged = new Set(judgementsIn(rule.when).map(({ planDecides }) => planDecides));
      assert.equal(ticksOf(form).length, tests.size + judged.size);
      assert.equal(ticksOf(form).filter(({ state }) => state === 'forPlan').length, judged.size);
    });
  }

  it('keeps what rules a support out apart from what it asks for', () => {
    const form = only(formsOf(asking([request('homeModifications', { yesNo: { atRiskOfNursingHome: yes } })]), plan));
    assert.equal(tick(form, /at risk of a nursing home/).state, 'ticked');
    const barred = form.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'ticks' && block.title === 'Not together with this support' ? block.ticks : [],
      ),
    );
    assert.deepEqual(
      barred.map(({ label }) => label.slice(0, 30)),
      ['Lives in a nursing facility', 'Stays at night in a place not '],
    );
  });

  it('is the plan’s own where its file has one, and no answer is lost by that', () => {
    const iehp = planById('iehp');
    const referral = asking([request('respite', { yesNo: { caregiverNeedsBreak: yes } })], { asksForFast: true });
    const form = only(formsOf(referral, iehp));
    assert.match(form.title, /^IEHP referral form: Respite/);
    assert.match(form.standing, /not the plan’s own form/);
    assert.equal(tick(form, /^Expedited/).state, 'ticked');
    assert.equal(tick(form, /^Standard/).state, 'notAsked');
    assert.equal(tick(form, /^Patient request/).state, 'ticked');
    assert.equal(fieldOf(form, 'Service requested'), 'Respite Services');
    assert.match(fieldOf(form, 'Why, by the member’s answers') ?? '', /caregiver who needs a break/);
    assert.equal(fieldOf(form, 'Language to be spoken'), 'Hmong (Green Hmong)');
    assert.equal(tick(form, /^Has a caregiver who needs a break/).state, 'ticked');
  });

  it('of the Alliance for housing ticks each housing support that is asked for', () => {
    const referral = asking([request('housingDeposits'), request('housingTransitionNavigation')]);
    const [form] = formsOf(referral, planById('alliance'));
    assert(form);
    assert.match(form.title, /^Community Supports, Housing/);
    assert.equal(tick(form, /^Housing Deposits/).state, 'ticked');
    assert.equal(tick(form, /^Housing Tenancy/).state, 'notAsked');
  });

  it('is a general one for a support that is on no form of the plan', () => {
    const form = only(formsOf(asking([request('asthmaRemediation')]), planById('alliance')));
    assert.match(form.title, /^Community Supports referral: Asthma/);
  });
});

describe('every form', () => {
  const base = aReferral('90000000000001');
  const contact = (more: Partial<Referral['contact']>): Partial<Referral> => ({
    contact: { ...base.contact, ...more },
  });
  const everyForm = (more: Partial<Referral>): readonly Form[] =>
    formsOf(asking([request('ecm'), request('respite'), request('asthmaRemediation')], more), planById('alliance'));

  it('warns on top of each way that is not safe', () => {
    const closed = contact({ mayText: false, mayLeaveVoicemail: false, mayMail: false, mayCall: false });
    for (const { safety } of everyForm(closed)) {
      assert.deepEqual(safety.limits, ['Do not call.', 'Do not text.', 'Do not leave a message.', 'Do not send mail.']);
      assert.deepEqual(safety.short, ['NO CALLS', 'NO TEXTS', 'NO MESSAGES', 'NO MAIL']);
      assert.equal(safety.clear, null);
    }
  });

  it('takes a way that was allowed without consent for closed', () => {
    for (const { safety } of everyForm({ consents: { ...base.consents, textMe: false, voicemail: false } })) {
      assert.deepEqual(safety.short, ['NO TEXTS', 'NO MESSAGES']);
    }
  });

  it('says first of all that somebody must not be contacted, and has no phone and no address to do so', () => {
    for (const form of everyForm(contact({ doNotContact: true, confidential: true }))) {
      assert.match(form.safety.grave.join(' '), /^CONFIDENTIAL.*DO NOT CONTACT/);
      assert.deepEqual(form.safety.short.slice(0, 2), ['CONFIDENTIAL', 'DO NOT CONTACT']);
      assert.doesNotMatch(JSON.stringify(form), /555-0134|Example Street/);
      assert.match(JSON.stringify(form), /left out: not safe to use/);
      assert.equal(fieldOf(form, 'How the member may be reached'), 'none: do not contact');
    }
  });

  it('is calm where everything is allowed', () => {
    for (const { safety } of everyForm({})) assert.deepEqual([safety.grave, safety.limits, safety.short], [[], [], []]);
  });

  it('tells who filed and in what standing', () => {
    const filer = {
      kind: 'helper',
      relation: 'friend',
      awareness: 'cannotAgree',
      name: 'Rosa Lima',
      phone: '951-555-0122',
      organization: null,
      title: null,
    } as const;
    for (const form of everyForm({ filer })) {
      assert.equal(fieldOf(form, 'Filed by'), 'Rosa Lima, friend or caregiver');
      assert.equal(fieldOf(form, 'Member aware of the referral (not a condition)'), 'cannot agree');
      assert.equal(fieldOf(form, 'Parent, guardian, caregiver or support person'), 'Rosa Lima');
      assert.match(JSON.stringify(form), /Tell them nothing but “received”/);
    }
  });

  it('leaves the attestation unsigned, and the NPI of an organization empty', () => {
    const filer = {
      kind: 'helper',
      relation: 'organization',
      awareness: 'agrees',
      name: 'Ann Diaz',
      phone: null,
      organization: 'Harbor House',
      title: 'Case worker',
    } as const;
    const [ecm] = everyForm({ filer });
    assert(ecm);
    for (const label of [
      'Organization NPI (if applicable)',
      'Address of the organization',
      'Organization is an ECM provider with the plan',
      'Email',
    ])
      assert.equal(fieldOf(ecm, label), 'left empty: not asked');
    for (const { sections } of everyForm({})) {
      const last = sections.at(-1);
      assert.match(JSON.stringify(last), /Left unsigned. A member/);
      assert(last?.blocks.some(({ kind }) => kind === 'signature'));
    }
  });

  it('writes a number that a carrier gave as people write it, and one that somebody typed as they typed it', () => {
    const phones = (phone: string): readonly (string | null)[] =>
      everyForm(contact({ phone })).map((form) =>
        fieldOf(form, /^Community Supports,/.test(form.title) ? 'Phone' : 'Phone number'),
      );
    assert.deepEqual(phones('+19515550134'), Array(3).fill('(951) 555-0134'));
    assert.deepEqual(phones('951 555 0134, ask for Pa'), Array(3).fill('951 555 0134, ask for Pa'));
  });

  it('carries the member’s own words for why waiting would do harm', () => {
    for (const form of everyForm({ asksForFast: true, fastReason: 'My surgery is on Monday.' })) {
      assert.match(form.urgent ?? '', /FAST/);
      assert.equal(fieldOf(form, 'Why waiting would do harm, in the member’s words'), 'My surgery is on Monday.');
      assert.match(fieldOf(form, 'Fast decision') ?? '', /The plan decides/);
    }
    for (const form of everyForm({})) assert.equal(form.urgent, null);
  });

  it('holds no diagnosis, no code and no proof, for no plan', () => {
    for (const plan of ['iehp', 'alliance'].map(planById)) {
      const text = JSON.stringify(
        formsOf(asking(['ecm' as const, ...SupportId.options].map((id) => request(id))), plan),
      );
      assert.doesNotMatch(text, /ICD|CPT|diagnos|proof|social security|immigra|\brace\b|ethnic/i);
    }
  });

  it('can be made of any referral, the same twice, in the order of its requests', () => {
    fc.assert(
      fc.property(anyReferral(4), fc.constantFrom('iehp', 'alliance'), (referral, id) => {
        const forms = formsOf(referral, planById(id));
        assert.deepEqual(forms, formsOf(referral, planById(id)));
        assert.deepEqual(
          forms.map((form) => (form.id === 'adult' || form.id === 'childYouth' ? 'ecm' : form.id)),
          referral.requests.map(({ programme }) => programme),
        );
      }),
      { numRuns: 60 },
    );
  });
});

it('every population of focus has a place on the forms', () => {
  assert.deepEqual(Object.keys(ecmBoxes).sort(), [...PopulationId.options].sort());
});
