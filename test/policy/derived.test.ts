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

  it('knows that what happened in six months happened in twelve, and no more than in twelve', () => {
    const half = heldOn('2026-11-21', answering({ emergencyVisitsIn6Months: 3 }));
    assert.deepEqual(half.emergencyVisitsIn12Months, { from: 3, to: null });
    const year = heldOn('2026-11-21', answering({ emergencyVisitsIn12Months: 4 }));
    assert.deepEqual(year.emergencyVisitsIn6Months, { from: 0, to: 4 });
  });
});
