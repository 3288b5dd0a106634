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
  readonly medicare: string;
};

const every = (...parts: readonly Three[]): Three =>
  parts.includes(false) ? false : parts.includes('open') ? 'open' : true;
const some = (...parts: readonly Three[]): Three =>
  parts.includes(true) ? true : parts.includes('open') ? 'open' : false;
const not = (part: Three): Three => (part === 'open' ? 'open' : !part);
const atLeast = (count: number | 'open', least: number): Three => (count === 'open' ? 'open' : count >= least);
const atMost = (count: number | 'open', most: number): Three => not(atLeast(count, most + 1));
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
    // Only under 21: high risk evidenced by homelessness, child welfare or juvenile justice (p. 127).
    every(under21(p), some(homeless(p), inChildWelfare(p), p.incarcerationWithin12Months)),
  );

/** In any form of it, now or before: foster care, adoption assistance, Family Maintenance (pp. 45-46). */
const inChildWelfare = (p: Told): Three =>
  some(
    p.everInChildWelfare,
    p.formerFosterYouth,
    p.inFosterCare,
    p.fosterCareWithin12Months,
    p.agedOutOfFosterCare,
    p.adoptionAssistance,
    p.familyMaintenance,
  );

/** "Up to age 26": 26 itself is told, and left to the plan. */
const upTo26 = (p: Told): Three => atMost(p.age, 26);

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
        some(
          p.lacksFood,
          noStableHousing(p),
          p.cannotWorkOrTakePart,
          p.formerFosterYouth,
          p.recentPoliceContact,
          atLeast(p.adverseChildhoodExperiences, 4),
        ),
        some(
          p.crisisCareIsMainCare,
          atLeast(p.behavioralEmergencyVisitsIn12Months, 2),
          atLeast(p.behavioralStaysIn12Months, 2),
        ),
      ),
      every(under21(p), meetsAccess(p)),
    ),
  // P. 32: adults with one of seven conditions, of which the third has a long list, with asthma in it (p. 133), and HIV
  // is the sixth; under 21, or up to 26 out of foster care, without any.
  justiceInvolved: (p) =>
    every(
      p.incarcerationWithin12Months,
      some(
        under21(p),
        every(some(p.formerFosterYouth, p.agedOutOfFosterCare), upTo26(p)),
        p.mentalHealthCare,
        p.mentalHealthMakesLifeHard,
        p.substanceUseDisorder,
        p.significantCondition,
        p.seriousChronicCondition,
        p.asthma,
        p.developmentalDisability,
        p.brainInjury,
        p.pregnantOrPostpartum,
      ),
    ),
  // Pp. 33-35: adults only, who live in the community.
  longTermCareRisk: (p) =>
    every(
      adult(p),
      not(p.livesInNursingFacility),
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
  // P. 37: adults who live in a nursing facility and are interested in moving out.
  nursingFacilityTransition: (p) => every(adult(p), p.livesInNursingFacility, some(p.wantsHome, p.wantsAssistedLiving)),
  // P. 42: under 21, in CCS, and one of six factors.
  californiaChildrensServices: (p) =>
    every(
      under21(p),
      p.inCcs,
      some(
        p.lacksFood,
        noStableHousing(p),
        p.lacksTransportation,
        atLeast(p.adverseChildhoodExperiences, 4),
        p.recentPoliceContact,
        p.crisisIntervention,
      ),
    ),
  // P. 46: five ways in; p. 47 has adoption assistance until 21 for those with a disability.
  childWelfare: (p) =>
    some(
      every(under21(p), some(p.inFosterCare, p.fosterCareWithin12Months)),
      every(upTo26(p), p.agedOutOfFosterCare),
      every(atMost(p.age, 17), some(p.adoptionAssistance, p.familyMaintenance)),
      every(under21(p), p.adoptionAssistance, p.disability),
    ),
  // P. 50 (1); (2) is the plan's.
  birthEquity: (p) => p.pregnantOrPostpartum,
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
  // The same three; the Alliance: "once housing is secured". Whoever has no home of their own has none to keep.
  housingTenancySustaining: (p) =>
    every(
      some(
        every(notRead(some(p.losesHousingWithin30Days, p.fleeingViolence)), clinicalRisk(p)),
        p.prioritizedForHousing,
      ),
      not(some(p.sleepsWhereNotMeantForSleeping, p.staysInShelter, p.doubledUp, p.lacksFixedResidence)),
    ),
  // L.A. Care: homeless, in a home for less than 24 months after it, at risk of homelessness or of an institution: who
  // lives in one is in it.
  dayHabilitation: (p) =>
    some(
      homelessOrAtRisk(p),
      p.enteredHousingWithin24Months,
      every(p.atRiskOfNursingHome, not(p.livesInNursingFacility)),
    ),
  // The bulletin of 2026 and CalAIM 301: homeless or at risk, a clinical risk, and a transition or no shelter at all.
  transitionalRent: (p) =>
    every(
      homelessOrAtRisk(p),
      clinicalRisk(p),
      some(
        p.leavingFacility,
        p.staysInShelter,
        p.sleepsWhereNotMeantForSleeping,
        p.fosterCareWithin12Months,
        // Until when "recently" is, was not read; past 26, which is the State's end of it for ECM (p. 46), it is not.
        every(p.agedOutOfFosterCare, notRead(atMost(p.age, 25)), atMost(p.age, 26)),
      ),
    ),
  // CalAIM 301: exiting recuperative care or another facility, and homeless or at risk of it.
  shortTermPostHospitalizationHousing: (p) => every(p.leavingFacility, homelessOrAtRisk(p)),
  // L.A. Care: needs care to become medically stable; homeless or unstable housing, which more than we ask may be.
  recuperativeCare: (p) => every(p.needsPlaceToHeal, homelessOrAtRisk(p)),
  medicallyTailoredMeals: (p) => notRead(p.nutritionSensitiveCondition),
  // Kaiser's form: cared for at home by somebody who needs a break; or in foster care, or in CCS.
  respite: (p) =>
    notRead(
      some(
        every(not(p.livesInNursingFacility), p.needsHelpWithDailyLiving, p.dependsOnCaregiver, p.caregiverNeedsBreak),
        p.inFosterCare,
        p.inCcs,
      ),
    ),
  // Kaiser's form: from a nursing facility after 60 days, or from a home instead of one; adults in practice.
  assistedLivingTransitions: (p) =>
    notRead(
      every(
        atLeast(p.age, 18),
        p.wantsAssistedLiving,
        some(
          every(p.livesInNursingFacility, atLeast(p.daysInFacility, 60)),
          every(not(p.livesInNursingFacility), not(p.sleepsWhereNotMeantForSleeping), p.atRiskOfNursingHome),
        ),
      ),
    ),
  // Kaiser's form: 60 days and more, and interested in moving back.
  homeTransition: (p) => notRead(every(p.livesInNursingFacility, atLeast(p.daysInFacility, 60), p.wantsHome)),
  // IEHP: 18 and older; the rest is for the moment itself.
  soberingCenters: (p) => atLeast(p.age, 18),
  // IEHP: poorly controlled asthma, by any one sign.
  asthmaRemediation: (p) =>
    every(
      p.asthma,
      some(
        atLeast(p.asthmaEmergencyVisitsIn12Months, 1),
        atLeast(p.asthmaStaysIn12Months, 1),
        atLeast(p.asthmaSickVisitsIn12Months, 2),
        atMost(p.asthmaControlScore, 19),
      ),
    ),
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
  // CalAIM 301: at risk of a nursing facility; and "if housed", for there must be a home to change. Of who is in one
  // and moves out to a home, what the State's guide asks was not read.
  homeModifications: (p) =>
    every(p.atRiskOfNursingHome, not(p.sleepsWhereNotMeantForSleeping), notRead(not(p.livesInNursingFacility))),
};

const truthOf = (part: Three): Truth => (part === 'open' ? 'unknown' : part ? 'met' : 'unmet');

// People

const oftenNo = fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const yesNo = fc.record(
  Object.fromEntries(YesNoFact.options.map((fact) => [fact, oftenNo])) as Record<YesNoFact, fc.Arbitrary<boolean>>,
);
const numbers = fc
  .record({
    age: fc.oneof(fc.constantFrom(0, 9, 17, 18, 19, 20, 21, 22, 25, 26, 27, 65), fc.nat(100)),
    adverseChildhoodExperiences: fc.nat(6),
    daysInFacility: fc.constantFrom(0, 30, 59, 60, 61, 400),
    asthmaEmergencyVisitsIn12Months: fc.nat(1),
    asthmaStaysIn12Months: fc.nat(1),
    asthmaSickVisitsIn12Months: fc.nat(3),
    asthmaControlScore: fc.integer({ min: 15, max: 25 }),
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
  medicare: fc.constantFrom<string>(...choiceValues.medicare),
});
const allKnown: fc.Arbitrary<Told> = fc
  .tuple(yesNo, numbers, choices)
  .map(([said, counted, chosen]) => likely({ ...said, ...counted, ...chosen }));

/** Who is in one form of child welfare is in child welfare, and who aged out was in foster care. */
function likely(told: Told): Told {
  const formerFosterYouth = some(told.formerFosterYouth, told.agedOutOfFosterCare);
  return { ...told, formerFosterYouth, everInChildWelfare: inChildWelfare(told) };
}

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
    justiceInvolved: ['met', 'unmet'],
    longTermCareRisk: ['met', 'unmet'],
    nursingFacilityTransition: ['met', 'unmet'],
    californiaChildrensServices: ['met', 'unmet'],
    childWelfare: ['met', 'unmet'],
    birthEquity: ['met', 'unmet'],
    housingTransitionNavigation: ['met', 'unknown'],
    housingDeposits: ['met', 'unknown'],
    housingTenancySustaining: ['met', 'unknown', 'unmet'],
    dayHabilitation: ['met', 'unknown'],
    transitionalRent: ['met', 'unknown', 'unmet'],
    respite: ['met', 'unknown'],
    assistedLivingTransitions: ['met', 'unknown'],
    homeTransition: ['met', 'unknown'],
    soberingCenters: ['met', 'unmet'],
    asthmaRemediation: ['met', 'unmet'],
    shortTermPostHospitalizationHousing: ['met', 'unknown', 'unmet'],
    recuperativeCare: ['met', 'unknown', 'unmet'],
    medicallyTailoredMeals: ['met', 'unknown'],
    personalCareHomemaker: ['met', 'unknown'],
    homeModifications: ['met', 'unknown', 'unmet'],
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
        assert.equal(ecm.truth, truthOf(some(...fits)));
        assert.deepEqual(
          ecm.populations,
          PopulationId.options.filter((_, at) => fits[at] === true),
        );
        for (const { programme, truth, after } of others) {
          const expected = truthOf(supports[SupportId.parse(programme)](told));
          const comesAfter = programme === 'housingDeposits' && expected === 'met';
          const explained = programme === 'soberingCenters' && expected === 'met';
          assert.equal(truth, comesAfter || explained ? 'unknown' : expected, programme);
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
      justiceInvolved: ['atExactly26'],
      nursingFacilityTransition: [
        'ableToLiveInCommunity',
        'likelyToMoveSuccessfully',
        'notInIntermediateOrSubacuteCare',
      ],
      californiaChildrensServices: ['otherSocialFactor'],
      childWelfare: ['adoptionAssistanceTo21', 'atExactly26'],
      birthEquity: ['birthEquityDisparity'],
      longTermCareRisk: [
        'ableToLiveInCommunity',
        'notBoundForIntermediateOrSubacuteCare',
        'nursingFacilityLevelOfCare',
        'otherSocialFactor',
      ],
      housingTransitionNavigation: ['noOtherPlaceToGo', 'otherHomelessRules', 'transitionalRent'],
      housingDeposits: ['noOtherPlaceToGo', 'otherHomelessRules', 'transitionalRent'],
      housingTenancySustaining: ['noOtherPlaceToGo', 'transitionalRent'],
      dayHabilitation: ['improvesHousingStability', 'noOtherPlaceToGo', 'otherHomelessRules'],
      transitionalRent: [
        'fullServicePartnership',
        'noOtherPlaceToGo',
        'otherHomelessRules',
        'otherTransition',
        'rentForOtherNeeds',
      ],
      shortTermPostHospitalizationHousing: ['noOtherPlaceToGo', 'ongoingNeed', 'otherHomelessRules'],
      recuperativeCare: ['shortTermHelpOnly'],
      respite: ['avoidsNursingHomeStay', 'otherRespiteGroup'],
      assistedLivingTransitions: ['nursingFacilityLevelOfCare', 'safeInAssistedLiving'],
      homeTransition: ['nursingFacilityLevelOfCare', 'recuperativeCareCounts', 'safeAtHome'],
      medicallyTailoredMeals: [],
      soberingCenters: ['soberingNow'],
      asthmaRemediation: [],
      personalCareHomemaker: ['atRiskOfHospital', 'avoidsNursingHomeStay', 'homeCareWaitList'],
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
    // A document that only a plan's own file cites has none here.
    const standings: Readonly<Partial<Record<SourceId, Standing>>> = {
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
      santaClara: 'verified',
      sanMateo: 'verified',
      contraCosta: 'verified',
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
      justiceInvolved: [32, 130, 131, 132, 133, 134],
      nursingFacilityTransition: [37, 38],
      californiaChildrensServices: [42],
      childWelfare: [45, 46, 47],
      birthEquity: [50, 51],
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
