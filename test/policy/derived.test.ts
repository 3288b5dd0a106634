import assert from 'node:assert/strict';
import { heldOn } from '../../policy/derived.ts';
import { answering } from './answering.ts';

describe('what an answer says on a later day', () => {
  it('keeps the age as told on its day, and allows for a birthday from the next day on', () => {
    const said = answering({ age: 20 }, '2026-11-21');
    assert.deepEqual(heldOn('2026-11-21', said).age, { from: 20, to: 20 });
    assert.deepEqual(heldOn('2026-11-22', said).age, { from: 20, to: 21 });
    assert.deepEqual(heldOn('2027-11-20', said).age, { from: 20, to: 21 });
    assert.deepEqual(heldOn('2027-11-21', said).age, { from: 21, to: 22 });
  });

  it('knows the age exactly by the birth date, whatever age was told', () => {
    const said = answering({ age: 25, birthDate: '2005-11-22' }, '2026-11-21');
    assert.deepEqual(heldOn('2026-11-21', said).age, { from: 20, to: 20 });
    assert.deepEqual(heldOn('2026-11-22', said).age, { from: 21, to: 21 });
  });

  it('forgets on the 31st day that a home was to be lost in 30', () => {
    const said = answering({ losesHousingWithin30Days: true }, '2026-10-22');
    assert.equal(heldOn('2026-11-21', said).losesHousingWithin30Days, true);
    assert.equal(heldOn('2026-11-22', said).losesHousingWithin30Days, undefined);
  });

  it('forgets after 90 days how often somebody was in hospital, and never an illness', () => {
    const said = answering({ unplannedStaysIn6Months: 3, seriousChronicCondition: true }, '2026-08-23');
    assert.deepEqual(heldOn('2026-11-21', said).unplannedStaysIn6Months, { from: 3, to: 3 });
    assert.equal(heldOn('2026-11-22', said).unplannedStaysIn6Months, undefined);
    assert.equal(heldOn('2030-01-01', said).seriousChronicCondition, true);
  });

  it('knows without asking that somebody who sleeps outside has no fixed place', () => {
    assert.equal(heldOn('2026-11-21', answering({ sleepsWhereNotMeantForSleeping: true })).lacksFixedResidence, true);
    assert.equal(
      heldOn('2026-11-21', answering({ sleepsWhereNotMeantForSleeping: false })).lacksFixedResidence,
      undefined,
    );
  });

  it('knows that who leaves a hospital or jail with nowhere to go has no fixed place (policy.md 1.4 POF 1, line 70)', () => {
    const leaves = heldOn('2026-11-21', answering({ leavingInstitutionIntoHomelessness: true }));
    assert.deepEqual([leaves.leavingFacility, leaves.lacksFixedResidence], [true, true]);
    assert.equal(heldOn('2026-11-21', answering({ leavingFacility: true })).lacksFixedResidence, undefined);
  });

  it('asks nobody of 21 for CCS or foster care, and nobody of 19 for Family Maintenance', () => {
    const at = (age: number) => heldOn('2026-11-21', answering({ age }));
    assert.deepEqual([at(20).inCcs, at(21).inCcs], [undefined, false]);
    assert.deepEqual([at(20).inFosterCare, at(21).inFosterCare], [undefined, false]);
    assert.deepEqual([at(20).adoptionAssistance, at(21).adoptionAssistance], [undefined, false]);
    assert.deepEqual([at(21).fosterCareWithin12Months, at(22).fosterCareWithin12Months], [undefined, false]);
    assert.deepEqual([at(18).familyMaintenance, at(19).familyMaintenance], [undefined, false]);
    assert.deepEqual([at(17).agedOutOfFosterCare, at(18).agedOutOfFosterCare], [false, undefined]);
    assert.deepEqual([at(8).pregnantOrPostpartum, at(9).pregnantOrPostpartum], [false, undefined]);
    assert.deepEqual([at(64).pregnantOrPostpartum, at(65).pregnantOrPostpartum], [undefined, false]);
    assert.equal(
      heldOn('2026-11-21', answering({ age: 30, inCcs: true })).inCcs,
      true,
      'an answer of their own stands',
    );
  });

  it('knows that who was never in child welfare was in none of its forms, and who was in one was in it', () => {
    const never = heldOn('2026-11-21', answering({ everInChildWelfare: false }));
    assert.deepEqual([never.inFosterCare, never.familyMaintenance, never.formerFosterYouth], [false, false, false]);
    const out = heldOn('2026-11-21', answering({ agedOutOfFosterCare: true }));
    assert.deepEqual([out.everInChildWelfare, out.formerFosterYouth], [true, true]);
  });

  it('knows of one form of child welfare that was told, whatever was passed over as "none" (policy.md 1.4 POF 8)', () => {
    const out = heldOn('2026-11-21', answering({ agedOutOfFosterCare: true, formerFosterYouth: false }));
    assert.equal(out.formerFosterYouth, true);
    const late = heldOn('2026-11-21', answering({ formerFosterYouth: true, everInChildWelfare: false }));
    assert.equal(late.everInChildWelfare, true);
    assert.equal(late.agedOutOfFosterCare, undefined);
  });

  it('knows from 19 on that who was in foster care within a year was so at 18 (policy.md 1.4 POF 8, line 148)', () => {
    const at = (age: number) => heldOn('2026-11-21', answering({ age, fosterCareWithin12Months: true }));
    assert.equal(at(18).agedOutOfFosterCare, undefined);
    assert.equal(at(19).agedOutOfFosterCare, true);
    assert.equal(at(21).formerFosterYouth, true);
  });

  it('forgets after 90 days where somebody stood with a programme, and what was "recent"', () => {
    const said = answering({ inHomeCareWaiver: true, inCcs: true, recentPoliceContact: true }, '2026-08-23');
    const on90 = heldOn('2026-11-21', said);
    assert.deepEqual([on90.inHomeCareWaiver, on90.inCcs, on90.recentPoliceContact], [true, true, true]);
    const after = heldOn('2026-11-22', said);
    assert.deepEqual(
      [after.inHomeCareWaiver, after.in1915cWaiver, after.inCcs, after.recentPoliceContact],
      [undefined, undefined, undefined, undefined],
    );
  });

  it('knows that who lives in a nursing facility sleeps nowhere else, and the other way round', () => {
    const resident = heldOn('2026-11-21', answering({ livesInNursingFacility: true }));
    assert.deepEqual(
      [resident.sleepsWhereNotMeantForSleeping, resident.staysInShelter, resident.doubledUp, resident.livesAlone],
      [false, false, false, false],
    );
    assert.equal(resident.atRiskOfNursingHome, true);
    assert.equal(heldOn('2026-11-21', answering({ staysInShelter: true })).livesInNursingFacility, false);
  });

  it('knows that what happened in six months happened in twelve, and no more than in twelve', () => {
    const half = heldOn('2026-11-21', answering({ emergencyVisitsIn6Months: 3 }));
    assert.deepEqual(half.emergencyVisitsIn12Months, { from: 3, to: null });
    const year = heldOn('2026-11-21', answering({ emergencyVisitsIn12Months: 4 }));
    assert.deepEqual(year.emergencyVisitsIn6Months, { from: 0, to: 4 });
  });
});
