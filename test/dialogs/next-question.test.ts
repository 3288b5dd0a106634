import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { IsoDate } from '../../policy/calendar.ts';
import { catalogOn } from '../../policy/catalog.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { findings, type Finding } from '../../policy/findings.ts';
import { Concern, type ProgrammeId } from '../../policy/rule.ts';
import { CountFact, type Count, type YesNoFact } from '../../policy/facts.ts';
import { heldOn } from '../../policy/derived.ts';
import { answersFrom, givenBy } from '../../dialogs/answers.ts';
import { nextQuestion, programmesInFocus } from '../../dialogs/next-question.ts';
import { factsGivenBy, questionById, questions } from '../../dialogs/questions.ts';
import type { Replied, Reply } from '../../dialogs/reply.ts';
import { play, toReply, type Person } from './talks.ts';

const today: IsoDate = '2026-11-21';
const aWeekLater: IsoDate = '2026-11-28';

function found(replied: readonly Replied[], on: IsoDate): Record<ProgrammeId, Finding> {
  const all = findings(catalogOn(on), answersFrom(replied), on);
  return Object.fromEntries(all.map((finding) => [finding.programme, finding])) as Record<ProgrammeId, Finding>;
}

/** What a person of these stories says where the story says nothing: no, none, own home. */
const quiet: Person = {
  ecm: 'none',
  housing: 'own',
  steady: 'no',
  housingRisk: [],
  family: 'no',
  stays: 0,
  staysYear: 0,
  emergency: 0,
  emergencyYear: 0,
  health: [],
  keepUp: 'yes',
  leaving: 'no',
  heal: 'no',
  mind: [],
  mindCare: [],
  hardThings: [],
  dailyNeeds: [],
  ihss: 'none',
  ihssHours: 'enough',
  otherHelp: 'some',
  nursingHome: 'no',
  skilledNursing: 'no',
  aroundYou: [],
  waiver: 'no',
  housingList: 'no',
  situation: [],
  justiceHealth: [],
  childWelfare: [],
  childNeeds: [],
  moving: [],
  asthmaCare: [],
  medicare: 'none',
  otherPrograms: [],
};

describe('David: 62, three years in a tent, three times in hospital since June', () => {
  const david: Person = {
    ...quiet,
    concerns: ['housing', 'hospital', 'illness', 'dailyHelp'],
    age: 62,
    housing: 'outside',
    stays: 3,
    health: ['longIllness', 'hardAlone'],
    dailyNeeds: ['household'],
    ihss: 'notFinished',
  };
  const { replied, asked } = play(david, today);

  it('is asked twelve questions at most', () => assert.ok(asked.length <= 12, asked.join(' ')));

  it('may qualify for ECM, by homelessness and by avoidable use', () => {
    const { ecm } = found(replied, today);
    assert.equal(ecm.truth, 'met');
    assert.deepEqual(ecm.populations, ['homelessness', 'avoidableUse']);
  });

  it('may qualify for navigation and meals; deposits come after navigation; the rest as the story has it', () => {
    const all = found(replied, today);
    assert.equal(all.housingTransitionNavigation.truth, 'met');
    assert.equal(all.medicallyTailoredMeals.truth, 'met');
    assert.equal(all.personalCareHomemaker.truth, 'unknown');
    assert.ok(all.personalCareHomemaker.unsure.some(({ fact }) => fact === 'ihss'));
    assert.equal(all.housingDeposits.truth, 'unknown');
    assert.equal(all.housingDeposits.after, 'housingTransitionNavigation');
    assert.equal(all.shortTermPostHospitalizationHousing.truth, 'unmet');
    assert.equal(all.recuperativeCare.truth, 'unmet');
  });

  it('is asked only about healing when he leaves hospital a week later, and nothing else again', () => {
    const leaving: Replied = { question: 'leaving', reply: toReply('yes'), on: aWeekLater };
    const later = play({ heal: 'yes' }, aWeekLater, [...replied, leaving]);
    assert.deepEqual(later.asked, ['heal']);
    const all = found(later.replied, aWeekLater);
    assert.equal(all.shortTermPostHospitalizationHousing.truth, 'met');
    assert.equal(all.recuperativeCare.truth, 'met');
    assert.deepEqual(all.ecm.populations, ['homelessness', 'avoidableUse']);
  });
});

describe('Antonio: 58, at home, four times in hospital in six months, asked for by his daughter', () => {
  const antonio: Person = {
    ...quiet,
    concerns: ['hospital', 'illness', 'dailyHelp'],
    age: 58,
    stays: 4,
    health: ['longIllness', 'hardAlone'],
    dailyNeeds: ['household'],
    ihss: 'none',
  };
  const { replied, asked } = play(antonio, today);

  it('is asked twelve questions at most', () => assert.ok(asked.length <= 12, asked.join(' ')));

  it('may qualify for ECM by avoidable use and for meals; personal care waits for IHSS', () => {
    const all = found(replied, today);
    assert.equal(all.ecm.truth, 'met');
    assert.deepEqual(all.ecm.populations, ['avoidableUse']);
    assert.equal(all.medicallyTailoredMeals.truth, 'met');
    assert.equal(all.personalCareHomemaker.truth, 'unknown');
    assert.ok(all.personalCareHomemaker.unsure.some(({ fact }) => fact === 'ihss'));
  });
});

describe('what the words of a question cannot be about', () => {
  it('asks nobody whether they can stay on in a hospital bed, nor takes that for homeless (policy.md 1.4 POF 1 (i))', () => {
    const inHospital = { ...quiet, concerns: ['housing'], age: 50, housing: 'facility', health: ['hardAlone'] };
    const { replied, asked } = play(inHospital, today);
    assert.ok(!asked.includes('steady'), asked.join(' '));
    assert.notEqual(found(replied, today).ecm.truth, 'met');
    const onTheStreet = play({ ...inHospital, housingRisk: ['leaving'] }, today);
    assert.deepEqual(found(onTheStreet.replied, today).ecm.populations, ['homelessness']);
  });

  it('asks somebody out of jail for HIV, pain and medicines who has no long illness (1.4 POF 4, lines 113 and 119)', () => {
    const well = { ...quiet, concerns: ['illness'], age: 50, health: [], situation: ['jail'] };
    assert.deepEqual(found(play(well, today).replied, today).ecm.populations, []);
    const { replied } = play({ ...well, justiceHealth: ['illness'] }, today);
    assert.deepEqual(found(replied, today).ecm.populations, ['justiceInvolved']);
  });
});

describe('which card, at the end (policy.md 1.5 C and E)', () => {
  const often = { ...quiet, concerns: ['hospital', 'illness'], stays: 3 };

  it('is asked of an adult with a disability who may get ECM, and of everybody from 65 on', () => {
    assert.equal(play({ ...often, age: 50, health: ['disability'] }, today).asked.at(-1), 'medicare');
    assert.equal(play({ ...often, age: 65 }, today).asked.at(-1), 'medicare');
  });

  it('is asked of nobody else', () => {
    assert.ok(!play({ ...often, age: 50 }, today).asked.includes('medicare'));
    assert.ok(!play({ ...often, age: 20, staysYear: 3, health: ['disability'] }, today).asked.includes('medicare'));
    assert.ok(!play({ ...often, age: 50, stays: 0, health: ['disability'] }, today).asked.includes('medicare'));
  });
});

describe('the number of questions', () => {
  const people: Record<string, Person> = {
    'a grandmother who may need a nursing home': {
      concerns: ['dailyHelp'],
      age: 79,
      dailyNeeds: ['body'],
      ihss: 'waiting',
      nursingHome: 'yes',
      skilledNursing: 'yes',
    },
    'a mother in a car': { concerns: ['housing'], age: 29, housing: 'outside', family: 'yes' },
    'a man on a couch': { concerns: ['housing'], age: 40, housing: 'others', health: ['disability'] },
    'a youth with a heavy mind': { concerns: ['mind'], age: 16, mind: ['feelings'] },
    'a child often in hospital': { concerns: ['hospital', 'illness'], age: 12, staysYear: 2, health: ['longIllness'] },
    'a man with crisis care': {
      concerns: ['mind'],
      age: 33,
      mind: ['feelings'],
      mindCare: ['crisis'],
      hardThings: ['work'],
    },
    'a woman in a shelter who uses': {
      concerns: ['mind', 'housing'],
      age: 33,
      housing: 'shelter',
      mind: ['substances'],
      health: ['disability'],
    },
    'somebody with diabetes who manages': { concerns: ['illness'], age: 55, health: ['longIllness'], keepUp: 'no' },
    'somebody with diabetes who does not manage': {
      concerns: ['illness'],
      age: 47,
      health: ['longIllness', 'hardAlone'],
      stays: 1,
      emergency: 2,
    },
    'somebody often in the ER': { concerns: ['hospital'], age: 50, emergency: 6 },
    'somebody in a shelter, often in the ER': {
      concerns: ['hospital', 'housing'],
      age: 50,
      emergency: 6,
      stays: 1,
      housing: 'shelter',
      health: ['longIllness', 'hardAlone'],
    },
    'a pregnant woman fleeing': {
      concerns: ['housing'],
      age: 24,
      housing: 'others',
      housingRisk: ['violence'],
      health: ['pregnancy'],
    },
    'a tenant with an eviction notice': {
      concerns: ['housing', 'illness'],
      age: 44,
      housingRisk: ['losing'],
      health: ['longIllness'],
    },
    'a man leaving hospital for the street': {
      concerns: ['hospital', 'housing'],
      age: 60,
      housing: 'outside',
      leaving: 'yes',
      heal: 'yes',
      stays: 2,
      emergency: 2,
      health: ['longIllness', 'hardAlone'],
    },
    'a woman whose IHSS hours are too few': {
      concerns: ['dailyHelp'],
      age: 70,
      dailyNeeds: ['body'],
      ihss: 'receives',
      ihssHours: 'needsMore',
      nursingHome: 'yes',
    },
    'somebody whom nothing fits': { concerns: ['hospital'], age: 30 },
    'somebody with a home and high rent': { concerns: ['housing'], age: 30 },
    'somebody with all of it': {
      concerns: [...Concern.options],
      age: 52,
      housing: 'shelter',
      stays: 1,
      emergency: 5,
      health: ['longIllness', 'hardAlone'],
      mind: ['feelings'],
      mindCare: ['crisis'],
    },
    'somebody who has a care manager': {
      ecm: 'has',
      concerns: ['illness', 'dailyHelp'],
      age: 66,
      health: ['longIllness'],
      ihss: 'waiting',
      nursingHome: 'yes',
    },
    'a man with COPD': { concerns: ['illness', 'hospital'], age: 63, health: ['longIllness'], stays: 3 },
    'a woman with dementia': {
      concerns: ['dailyHelp', 'illness'],
      age: 84,
      health: ['longIllness', 'hardAlone'],
      ihss: 'receives',
      ihssHours: 'atMaximum',
      nursingHome: 'yes',
    },
    'somebody with something else, whom nothing fits': { concerns: [], age: 30 },
    'somebody pregnant, who ticks nothing': { concerns: [], age: 27, situation: ['pregnancy'] },
    'somebody pregnant with a long illness': { concerns: ['illness'], age: 27, health: ['pregnancy'] },
    'somebody out of jail who uses': { concerns: ['mind'], age: 34, mind: ['substances'], situation: ['jail'] },
    'somebody out of jail, ill': { concerns: [], age: 34, situation: ['jail'], justiceHealth: ['illness'] },
    'somebody of 19 out of lock-up': { concerns: [], age: 19, situation: ['jail'] },
    'a child in foster care': { concerns: ['mind'], age: 9, situation: ['foster'], childWelfare: ['now'] },
    'somebody of 24 who aged out': { concerns: [], age: 24, situation: ['foster'], childWelfare: ['at18'] },
    'a child in CCS': { concerns: ['illness'], age: 6, situation: ['enrolledInCcs'], childNeeds: ['rides'] },
    'a child in CCS who needs care at home': {
      concerns: ['dailyHelp'],
      age: 6,
      situation: ['enrolledInCcs'],
      childNeeds: ['food'],
      dailyNeeds: ['body', 'caregiver'],
    },
    'a resident who wants to go home': {
      concerns: ['dailyHelp'],
      age: 70,
      nursingHome: 'now',
      moving: ['sixtyDays', 'home'],
      dailyNeeds: ['body'],
    },
    'a mother cared for by her daughter': { concerns: ['dailyHelp'], age: 78, dailyNeeds: ['body', 'caregiver'] },
    'a child with asthma': { concerns: ['illness'], age: 8, health: ['asthma'], asthmaCare: ['emergency'] },
    'an adult with asthma, often in the ER': {
      concerns: ['illness', 'hospital'],
      age: 38,
      health: ['asthma', 'hardAlone'],
      asthmaCare: ['sickVisits'],
      emergency: 5,
    },
  };
  const counts = Object.values(people)
    .map((person) => play({ ...quiet, ...person }, today).asked.length)
    .sort((a, b) => a - b);

  it('is eight or fewer for half of the people, and twelve or fewer for 95 of 100', () => {
    assert.ok((counts[Math.floor(counts.length / 2)] ?? 99) <= 8, counts.join(' '));
    assert.ok((counts[Math.ceil(counts.length * 0.95) - 1] ?? 99) <= 12, counts.join(' '));
  });

  it('is foretold within two or three questions on the whole', () => {
    const misses = Object.values(people).flatMap((person) => {
      const { asked, left } = play({ ...quiet, ...person }, today);
      return left.map((told, at) => Math.abs(told - (asked.length - at)));
    });
    const mean = misses.reduce((sum, miss) => sum + miss, 0) / misses.length;
    assert.ok(mean < 2.5, String(mean));
  });

  it('is foretold so that it does not jump up: who hears "about 7 more" does not hear "about 13" next', () => {
    for (const [who, person] of Object.entries(people)) {
      const { left } = play({ ...quiet, ...person }, today);
      for (const [at, told] of left.entries())
        assert.ok(told <= (left[at - 1] ?? told) + 1, `${who}: ${left.join(' ')}`);
    }
  });

  it('stays small for somebody who says "I don’t know" to everything', () => {
    const { asked } = play({}, today);
    assert.ok(asked.length <= 19, asked.join(' '));
  });
});

/** Whether a count says nothing but what was known before, or knows it better. */
const isWithin = (count: Count | undefined, before: Count | undefined): boolean =>
  before === undefined ||
  (count !== undefined && count.from >= before.from && (count.to ?? Infinity) <= (before.to ?? Infinity));

describe('the next question', () => {
  const replyTo = (id: string): fc.Arbitrary<Reply> => {
    const question = questionById(id);
    const silences = fc.constantFrom<Reply>({ kind: 'notSure' }, { kind: 'declined' });
    const number = fc.integer({ min: 0, max: 90 }).map((n): Reply => ({ kind: 'count', count: { from: n, to: n } }));
    const ids = question.options.map((option) => option.id);
    const chosen = (min: number, max: number): fc.Arbitrary<Reply> =>
      fc.subarray(ids, { minLength: min, maxLength: max }).map((some): Reply => ({ kind: 'chosen', ids: some }));
    const said = question.kind === 'count' ? number : question.kind === 'one' ? chosen(1, 1) : chosen(0, ids.length);
    return fc.oneof({ weight: 5, arbitrary: said }, { weight: 1, arbitrary: silences });
  };
  const anyone = fc.record(Object.fromEntries(questions.map(({ id }) => [id, replyTo(id)])));

  it('is never one that was asked, and comes to an end, whatever is replied', () => {
    fc.assert(
      fc.property(anyone, fc.boolean(), (replies, everything) => {
        const { asked } = play((id) => replies[id] ?? { kind: 'notSure' }, today, [], { everything });
        assert.deepEqual(asked, [...new Set(asked)]);
      }),
      { numRuns: 400 },
    );
  });

  it('gives at least one fact that can still change a finding', () => {
    fc.assert(
      fc.property(anyone, (replies) => {
        const { replied, asked } = play((id) => replies[id] ?? { kind: 'notSure' }, today);
        asked.forEach((id, at) => {
          // These two change no finding, but what is told beside ECM.
          if (id === 'ecm' || id === 'concerns' || id === 'medicare' || id === 'otherPrograms') return;
          const { populations, supports } = catalogOn(today);
          const before = answersFrom(replied.slice(0, at));
          const missing = [...populations, ...supports].flatMap(
            ({ rule }) => evaluate(rule.when, before, today).missing,
          );
          assert.ok(
            factsGivenBy(questionById(id).id).some((fact) => missing.includes(fact)),
            id,
          );
        });
      }),
      { numRuns: 200 },
    );
  });

  it('first asks for a care manager so far, then for what is going on', () => {
    const { asked } = play({ ...quiet, concerns: [] }, today);
    assert.deepEqual(asked.slice(0, 2), ['ecm', 'concerns']);
  });

  it('asks nothing for ECM when there is a care manager, or when the new plan must go on', () => {
    for (const ecm of ['has', 'hadWithFormerPlan']) {
      const { asked } = play({ ...quiet, ecm, concerns: ['hospital'] }, today);
      assert.deepEqual(asked, ['ecm', 'concerns']);
    }
  });

  it('asks nothing about the mind of somebody who did not name it, but does when everything is to be checked', () => {
    const person: Person = { ...quiet, concerns: ['housing'], age: 40 };
    const first = play(person, today);
    assert.ok(!first.asked.includes('mindCare'));
    const more = play({ ...person, mind: ['feelings'] }, today, first.replied, { everything: true });
    assert.ok(more.asked.includes('mindCare') || more.asked.includes('hardThings'), more.asked.join(' '));
    assert.ok(!more.asked.some((id) => first.asked.includes(id)));
  });

  it('is asked again once its answer has run out, and not before', () => {
    const person: Person = { ...quiet, concerns: ['hospital'], age: 40, emergency: 'notSure' };
    const { replied } = play(person, today);
    const on = (day: IsoDate): string | undefined =>
      nextQuestion({ catalog: catalogOn(day), replied, everything: false, today: day })?.question.id;
    assert.equal(on('2026-12-21'), undefined);
    assert.equal(on('2027-03-01'), 'ecm');
  });

  it('asks nothing for a support that has lapsed', () => {
    const { asked } = play({ ...quiet, concerns: ['housing'], age: 40 }, '2027-01-01');
    assert.ok(!asked.includes('leaving') && !asked.includes('heal'));
  });

  it('looks into what was ticked; into all for "something else"', () => {
    const ticked = (ids: string[]): Replied[] => [{ question: 'concerns', reply: { kind: 'chosen', ids }, on: today }];
    const catalog = catalogOn(today);
    const focus = (ids: string[]): readonly string[] =>
      programmesInFocus({ catalog, replied: ticked(ids), everything: false });
    assert.deepEqual(focus(['illness']), ['ecm', 'medicallyTailoredMeals', 'asthmaRemediation']);
    assert.equal(focus([]).length, 16);
  });

  it('asks an adult nothing of CCS and foster care, and a detail only of what is so', () => {
    fc.assert(
      fc.property(anyone, (replies) => {
        const { replied, asked } = play((id) => replies[id] ?? { kind: 'notSure' }, today);
        asked.forEach((id, at) => {
          const { onlyIf } = questionById(id);
          const held = heldOn(today, answersFrom(replied.slice(0, at)));
          if (onlyIf) assert.equal(held[onlyIf], true, id);
          if (id === 'childNeeds') assert.ok(held.age === undefined || held.age.from < 21);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('asks somebody of 21 nothing of CCS, though they ticked it', () => {
    const said = {
      ...quiet,
      concerns: ['mind'],
      age: 21,
      mind: ['feelings'],
      mindCare: 'notSure',
      hardThings: 'notSure',
    };
    const before = [{ question: 'situation', reply: toReply(['enrolledInCcs']), on: today }];
    assert.equal(play(said, today, before).asked.includes('childNeeds'), false);
  });

  it('asks for the situation second of the young and of those who ticked nothing, and last of others', () => {
    assert.equal(play({ ...quiet, concerns: ['mind'], age: 16 }, today).asked[3], 'situation');
    assert.equal(play({ ...quiet, concerns: [], age: 40 }, today).asked[3], 'situation');
    assert.equal(play({ ...quiet, concerns: ['hospital'], age: 40 }, today).asked.at(-1), 'situation');
  });

  it('comes to the same findings, in whatever order the answers came', () => {
    const given = (all: readonly Replied[]): Map<string, Set<string>> => {
      const values = new Map<string, Set<string>>();
      for (const { question, reply } of all)
        for (const { fact, value } of givenBy(questionById(question), reply))
          values.set(fact, (values.get(fact) ?? new Set()).add(JSON.stringify(value)));
      return values;
    };
    fc.assert(
      fc.property(anyone, fc.infiniteStream(fc.nat()), (replies, draws) => {
        const { replied } = play((id) => replies[id] ?? { kind: 'notSure' }, today);
        // Somebody who says yes here and no there is not who this is about.
        fc.pre([...given(replied).values()].every((values) => values.size === 1));
        const left = [...replied];
        const mixed: Replied[] = [];
        while (left.length > 0) mixed.push(...left.splice((draws.next().value as number) % left.length, 1));
        const truths = (all: readonly Replied[]): unknown =>
          Object.values(found(all, today)).map(({ programme, truth, populations }) => [programme, truth, populations]);
        assert.deepEqual(truths(mixed), truths(replied));
      }),
      { numRuns: 150 },
    );
  });

  it('never says what all the answers at once would not say', () => {
    fc.assert(
      fc.property(anyone, (replies) => {
        const { replied } = play((id) => replies[id] ?? { kind: 'notSure' }, today);
        const all = questions.map(({ id }): Replied => ({ question: id, reply: replies[id]!, on: today }));
        const more = [...replied, ...all.filter(({ question }) => !replied.some((each) => each.question === question))];
        const some = heldOn(today, answersFrom(replied));
        const whole = heldOn(today, answersFrom(more));
        // As long as the rest takes nothing back, neither a yes or no nor a count (three stays, then none in the year).
        const told = Object.entries(some).filter(([, value]) => typeof value === 'boolean');
        fc.pre(told.every(([fact, value]) => whole[fact as YesNoFact] === value));
        fc.pre(CountFact.options.every((fact) => isWithin(whole[fact], some[fact])));
        const settled = found(replied, today);
        const full = found(more, today);
        for (const { programme, truth } of Object.values(settled))
          if (truth !== 'unknown') assert.equal(full[programme].truth, truth, programme);
      }),
      { numRuns: 150 },
    );
  });
});
