/**
 * The rules, written down a second time: by hand, out of the documents and not out of `policy/`, as plain predicates.
 * Thousands of people whose every answer is known are then held against both.
 *
 * Two things that the documents do not say of themselves:
 * - A judgement that is the plan's alone ("avoidable", "level of care", Transitional Rent, its own discretion) stands
 *   outside truth: here it is simply not written; which ones belong to which rule is listed further down.
 * - A rule that was read only in a copy, or in no document at all, can be met, but a "no" to it is never held against
 *   anybody: where `notRead` stands, "no match" is impossible and the second transcription says "open".
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { catalogOn } from '../../policy/catalog.ts';
import { Citation, type SourceId, type Standing } from '../../policy/citation.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { CountFact, YesNoFact, choiceValues, type Fact } from '../../policy/facts.ts';
import { findings } from '../../policy/findings.ts';
import { PopulationId, SupportId } from '../../policy/rule.ts';
import { topics } from '../../policy/topics.ts';
import type { Truth } from '../../policy/truth.ts';
import { answering, today } from './answering.ts';

type Three = boolean | 'open';

/** One person, as they told it; what they left open is unknown, and never no. */
type Told = { readonly [F in YesNoFact]: Three } & { readonly [F in CountFact]: number | 'open' } & {
  readonly ihss: string;
  readonly ihssHours: string;
};

const every = (...parts: readonly Three[]): Three =>
  parts.includes(false) ? false : parts.includes('open') ? 'open' : true;
const some = (...parts: readonly Three[]): Three =>
  parts.includes(true) ? true : parts.includes('open') ? 'open' : false;
const not = (part: Three): Three => (part === 'open' ? 'open' : !part);
const atLeast = (count: number | 'open', least: number): Three => (count === 'open' ? 'open' : count >= least);
const says = (choice: string, ...values: readonly string[]): Three =>
  choice === 'open' ? 'open' : values.includes(choice);
/** Read in a copy, or in no document: met where it is met, else open. */
const notRead = (part: Three): Three => (part === false ? 'open' : part);

// ECM Policy Guide, January 2026

/** "Adult" is 21 or older, "child or youth" is under 21 (p. 11). */
const adult = (p: Told): Three => atLeast(p.age, 21);
const under21 = (p: Told): Three => not(adult(p));

/** One or more of (i) to (vi) (p. 12): (v) is 30 days, not the federal 14. */
const homeless = (p: Told): Three =>
  some(
    p.lacksFixedResidence,
    p.sleepsWhereNotMeantForSleeping,
    p.staysInShelter,
    p.leavingInstitutionIntoHomelessness,
    p.losesHousingWithin30Days,
    p.fleeingViolence,
  );

/** Criteria for access to specialty mental health services or Drug Medi-Cal (pp. 127-129); nobody need have used them. */
const meetsAccess = (p: Told): Three =>
  some(
    p.mentalHealthMakesLifeHard,
    p.substanceUseDisorder,
    // Only under 21: high risk evidenced by homelessness, or by involvement in the child welfare system (p. 127).
    every(under21(p), some(homeless(p), p.formerFosterYouth)),
  );

const noStableHousing = (p: Told): Three => some(homeless(p), p.doubledUp);

const populations: Readonly<Record<PopulationId, (p: Told) => Three>> = {
  // Pp. 12-14. (a) asks adults for a complex need, which pregnant and postpartum people have met (footnote 9);
  // (b) asks families with anybody under 21, and young people, for none.
  homelessness: (p) =>
    some(
      every(adult(p), homeless(p), some(p.complexNeedHardToManage, p.pregnantOrPostpartum)),
      every(some(under21(p), p.familyMemberUnder21), some(homeless(p), p.doubledUp)),
    ),
  // Pp. 19-20: hospital and short nursing facility stays are one number.
  avoidableUse: (p) =>
    some(
      every(adult(p), some(atLeast(p.emergencyVisitsIn6Months, 5), atLeast(p.unplannedStaysIn6Months, 3))),
      every(under21(p), some(atLeast(p.emergencyVisitsIn12Months, 3), atLeast(p.unplannedStaysIn12Months, 2))),
    ),
  // Pp. 24-25: three needs for adults, one for those under 21.
  behavioralHealth: (p) =>
    some(
      every(
        adult(p),
        meetsAccess(p),
        some(p.lacksFood, noStableHousing(p), p.cannotWorkOrTakePart, p.formerFosterYouth, p.recentPoliceContact),
        some(
          p.crisisCareIsMainCare,
          atLeast(p.behavioralEmergencyVisitsIn12Months, 2),
          atLeast(p.behavioralStaysIn12Months, 2),
        ),
      ),
      every(under21(p), meetsAccess(p)),
    ),
  // Pp. 33-35: adults only.
  longTermCareRisk: (p) =>
    every(
      adult(p),
      p.needsSkilledNursing,
      some(
        p.needsHelpWithDailyLiving,
        p.hardToCommunicate,
        p.lacksFood,
        noStableHousing(p),
        p.livesAlone,
        p.needsHelpDeciding,
        p.caregivingFallsShort,
      ),
    ),
};

// Community Supports. The State's two guides of 2025 were not read: the sources are plans' pages and forms.

/** That the guide has HUD's definition with the State's changes, and which at-risk cases it adds, was not read. */
const homelessOrAtRisk = (p: Told): Three => notRead(noStableHousing(p));

/** Health Net says "a serious health condition"; the State's list behind that was not read. */
const clinicalRisk = (p: Told): Three =>
  notRead(
    some(
      p.seriousChronicCondition,
      p.mentalHealthMakesLifeHard,
      p.substanceUseDisorder,
      p.disability,
      p.pregnantOrPostpartum,
    ),
  );

/** Health Net: homeless with a serious health condition, or prioritized by the local Coordinated Entry System. */
const housingTest = (p: Told): Three => some(every(homelessOrAtRisk(p), clinicalRisk(p)), p.prioritizedForHousing);

const supports: Readonly<Record<SupportId, (p: Told) => Three>> = {
  housingTransitionNavigation: housingTest,
  // "In conjunction with" navigation: its finding is never "met" by itself (see below).
  housingDeposits: housingTest,
  // CalAIM 301: exiting recuperative care or another facility, and homeless or at risk of it.
  shortTermPostHospitalizationHousing: (p) => every(p.leavingFacility, homelessOrAtRisk(p)),
  // L.A. Care: needs care to become medically stable; homeless or unstable housing, which more than we ask may be.
  recuperativeCare: (p) => every(p.needsPlaceToHeal, homelessOrAtRisk(p)),
  medicallyTailoredMeals: (p) => notRead(p.nutritionSensitiveCondition),
  // Kaiser's form, read in a copy. Who is not eligible for IHSS is so for one of two reasons that only the plan can
  // judge: it avoids a short nursing facility stay, or there is a waiver's waiting list.
  personalCareHomemaker: (p) =>
    notRead(
      every(
        some(
          p.atRiskOfNursingHome,
          every(some(p.needsHelpWithDailyLiving, p.needsHelpWithHousehold), p.noOneElseToHelp),
          says(p.ihss, 'receives'),
        ),
        some(
          says(p.ihss, 'waiting', 'notEligible'),
          every(says(p.ihss, 'receives'), says(p.ihssHours, 'needsMore', 'atMaximum')),
        ),
        not(p.inHomeCareWaiver),
      ),
    ),
  // CalAIM 301: at risk of a nursing facility; and "if housed", for there must be a home to change.
  homeModifications: (p) => every(p.atRiskOfNursingHome, not(p.sleepsWhereNotMeantForSleeping)),
};

const truthOf = (part: Three): Truth => (part === 'open' ? 'unknown' : part ? 'met' : 'unmet');

// People

const oftenNo = fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const yesNo = fc.record(
  Object.fromEntries(YesNoFact.options.map((fact) => [fact, oftenNo])) as Record<YesNoFact, fc.Arbitrary<boolean>>,
);
const numbers = fc
  .record({
    age: fc.oneof(fc.constantFrom(0, 17, 19, 20, 21, 22, 65), fc.nat(100)),
    emergency: fc.nat(6),
    emergencyBefore: fc.nat(3),
    stays: fc.nat(4),
    staysBefore: fc.nat(2),
    behavioralEmergencyVisitsIn12Months: fc.nat(3),
    behavioralStaysIn12Months: fc.nat(3),
  })
  .map(({ emergency, emergencyBefore, stays, staysBefore, ...rest }) => ({
    ...rest,
    emergencyVisitsIn6Months: emergency,
    emergencyVisitsIn12Months: emergency + emergencyBefore,
    unplannedStaysIn6Months: stays,
    unplannedStaysIn12Months: stays + staysBefore,
  }));
const choices = fc.record({
  ihss: fc.constantFrom<string>(...choiceValues.ihss),
  ihssHours: fc.constantFrom<string>(...choiceValues.ihssHours),
});
const allKnown: fc.Arbitrary<Told> = fc
  .tuple(yesNo, numbers, choices)
  .map(([said, counted, chosen]) => ({ ...said, ...counted, ...chosen }));

/** The same, with some of it left open. */
const someOpen: fc.Arbitrary<Told> = fc
  .tuple(allKnown, fc.array(fc.constantFrom<Fact>(...YesNoFact.options, ...CountFact.options), { maxLength: 12 }))
  .map(([told, open]) => ({ ...told, ...Object.fromEntries(open.map((fact) => [fact, 'open'])) }));

const asAnswers = (told: Told): ReturnType<typeof answering> =>
  answering(Object.fromEntries(Object.entries(told).filter(([, said]) => said !== 'open')));

describe('the second transcription of the rules', () => {
  const catalog = catalogOn(today);
  const rules = [...catalog.populations, ...catalog.supports].map(({ rule }) => rule);
  const written: Readonly<Record<string, (p: Told) => Three>> = { ...populations, ...supports };

  it('is of every rule', () => assert.deepEqual(rules.map(({ id }) => id).sort(), Object.keys(written).sort()));

  /** Where the sources allow "no match" at all, people are found who have it. */
  const canComeTo: Readonly<Record<PopulationId | SupportId, readonly Truth[]>> = {
    homelessness: ['met', 'unmet'],
    avoidableUse: ['met', 'unmet'],
    behavioralHealth: ['met', 'unmet'],
    longTermCareRisk: ['met', 'unmet'],
    housingTransitionNavigation: ['met', 'unknown'],
    housingDeposits: ['met', 'unknown'],
    shortTermPostHospitalizationHousing: ['met', 'unknown', 'unmet'],
    recuperativeCare: ['met', 'unknown', 'unmet'],
    medicallyTailoredMeals: ['met', 'unknown'],
    personalCareHomemaker: ['met', 'unknown'],
    homeModifications: ['met', 'unmet'],
  };

  it('says the same of everybody, rule by rule', () => {
    const seen = new Map<string, Set<Truth>>(rules.map(({ id }) => [id, new Set<Truth>()]));
    fc.assert(
      fc.property(allKnown, (told) => {
        const answers = asAnswers(told);
        for (const { id, when } of rules) {
          const expected = truthOf(written[id]!(told));
          seen.get(id)!.add(expected);
          assert.equal(evaluate(when, answers, today).truth, expected, id);
        }
      }),
      { numRuns: 4000 },
    );
    for (const { id } of rules) assert.deepEqual([...seen.get(id)!].sort(), [...canComeTo[id]].sort(), id);
  });

  it('is never contradicted where it is settled though something was not told', () => {
    fc.assert(
      fc.property(someOpen, (told) => {
        const answers = asAnswers(told);
        for (const { id, when } of rules) {
          const expected = written[id]!(told);
          if (expected !== 'open') assert.equal(evaluate(when, answers, today).truth, truthOf(expected), id);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('comes to the same findings: one population is enough, and deposits come after navigation', () => {
    fc.assert(
      fc.property(allKnown, (told) => {
        const [ecm, ...others] = findings(catalog, asAnswers(told), today);
        const fits = PopulationId.options.map((id) => populations[id](told));
        assert.ok(ecm);
        // A screen that looks at four populations of nine never says "no match" of ECM.
        assert.equal(ecm.truth, some(...fits) === true ? 'met' : 'unknown');
        assert.deepEqual(
          ecm.populations,
          PopulationId.options.filter((_, at) => fits[at] === true),
        );
        for (const { programme, truth, after } of others) {
          const expected = truthOf(supports[SupportId.parse(programme)](told));
          const comesAfter = programme === 'housingDeposits' && expected === 'met';
          assert.equal(truth, comesAfter ? 'unknown' : expected, programme);
          assert.equal(after, comesAfter ? 'housingTransitionNavigation' : undefined, programme);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('ends, for the two supports of the 1115 waiver, with 2026: nothing is said of them from 2027 on', () => {
    fc.assert(
      fc.property(allKnown, (told) => {
        for (const { programme, truth, lapsedOn } of findings(catalogOn('2027-01-01'), asAnswers(told), '2027-01-01')) {
          const ended = programme === 'recuperativeCare' || programme === 'shortTermPostHospitalizationHousing';
          assert.equal(lapsedOn, ended ? '2026-12-31' : undefined, programme);
          if (ended) assert.equal(truth, 'unknown');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves to the plan what the documents leave to it, and nothing else', () => {
    const judged: Readonly<Record<PopulationId | SupportId, readonly string[]>> = {
      homelessness: ['transitionalRent'],
      avoidableUse: ['avoidable', 'planDiscretion'],
      behavioralHealth: ['highRisk', 'otherSocialFactor'],
      longTermCareRisk: [
        'ableToLiveInCommunity',
        'notBoundForIntermediateOrSubacuteCare',
        'nursingFacilityLevelOfCare',
        'otherSocialFactor',
      ],
      housingTransitionNavigation: ['transitionalRent'],
      housingDeposits: ['transitionalRent'],
      shortTermPostHospitalizationHousing: ['ongoingNeed'],
      recuperativeCare: [],
      medicallyTailoredMeals: [],
      personalCareHomemaker: ['avoidsNursingHomeStay'],
      homeModifications: [],
    };
    for (const { id, when } of rules) {
      const found = [...JSON.stringify(when).matchAll(/"planDecides":"(\w+)"/g)].map(([, judgement]) => judgement);
      assert.deepEqual([...new Set(found)].sort(), judged[id], id);
    }
  });
});

describe('the citations of the rules and topics', () => {
  const citationsIn = (whole: unknown): Citation[] => {
    const found: Citation[] = [];
    JSON.stringify(whole, (_, value: unknown) => {
      const read = Citation.safeParse(value);
      if (read.success) found.push(read.data);
      return value;
    });
    return found;
  };
  const { populations: cited, supports: citedSupports } = catalogOn(today);

  it('stand as far as their documents were read: in the original, in a copy, or not at all', () => {
    const standings: Readonly<Record<SourceId, Standing>> = {
      ecmPolicyGuide2026: 'verified',
      communitySupportsGuideVolume1: 'unverified',
      communitySupportsGuideVolume2: 'unverified',
      kaiserCommunitySupportsForm2026: 'secondhand',
      healthNetCommunitySupports: 'verified',
      laCare: 'verified',
      calOptima: 'verified',
      iehp2024: 'verified',
      dhcsToolkits2021: 'verified',
      cfpic2025: 'verified',
      alliance2023: 'verified',
      alliance: 'verified',
      bhsaManual: 'secondhand',
      dhcsStakeholderNews2026: 'verified',
      closedLoopReferralFaq: 'verified',
      stateLines: 'verified',
    };
    const all = citationsIn([cited, citedSupports, topics]);
    assert.ok(all.length > 100);
    for (const { source, place, standing } of all) assert.equal(standing, standings[source], `${source} ${place}`);
  });

  it('of each population are to its own pages of the guide, to shared definitions, or to the dates', () => {
    const homelessList = [12];
    const ages = [11];
    const dates = [8, 9];
    const own: Readonly<Record<PopulationId, readonly number[]>> = {
      homelessness: [12, 13, 14],
      avoidableUse: [19, 20],
      behavioralHealth: [24, 25, 127, 128, 129],
      longTermCareRisk: [33, 34, 35],
    };
    for (const { rule } of cited) {
      const may = [...own[rule.id], ...homelessList, ...ages, ...dates];
      for (const { source, place } of citationsIn(rule)) {
        assert.equal(source, 'ecmPolicyGuide2026');
        const pages = place.match(/^pp?\. (\d+(?:-\d+)?)/)?.[1]?.split('-') ?? [];
        assert.ok(pages.length > 0 && pages.every((page) => may.includes(Number(page))), `${rule.id}: ${place}`);
        assert.equal(place.startsWith('pp. '), pages.length === 2, place);
      }
    }
  });
});
