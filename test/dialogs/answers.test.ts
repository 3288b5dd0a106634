import assert from 'node:assert/strict';
import { answersBearingOn, answersFrom, bearOn, concernsFrom, withoutRepliesTo } from '../../dialogs/answers.ts';
import type { Replied, Reply } from '../../dialogs/reply.ts';
import { catalogOn } from '../../policy/catalog.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import { toReply, type Told } from './talks.ts';

const today: IsoDate = '2026-11-21';
const said = (question: string, told: Told | Reply, on: IsoDate = today): Replied => ({
  question,
  reply: typeof told === 'object' && 'kind' in told ? told : toReply(told),
  on,
});
const known = (value: unknown, on = today): unknown => ({ kind: 'known', value, on });

describe('what replies say of a member', () => {
  it('takes each ticked choice as said, and leaves the others open', () => {
    const { yesNo } = answersFrom([said('health', ['longIllness'])]);
    assert.deepEqual(yesNo.seriousChronicCondition, known(true));
    assert.deepEqual(yesNo.nutritionSensitiveCondition, known(true));
    assert.equal(yesNo.disability, undefined);
  });

  it('takes "none of these" as a no to all of them', () => {
    const { yesNo } = answersFrom([said('housingRisk', [])]);
    assert.deepEqual(yesNo, {
      losesHousingWithin30Days: known(false),
      leavingInstitutionIntoHomelessness: known(false),
      fleeingViolence: known(false),
      enteredHousingWithin24Months: known(false),
    });
  });

  it('takes no "yes" back for a "none of these" elsewhere, but for a plain "no"', () => {
    const pregnant = said('situation', ['pregnancy']);
    assert.deepEqual(answersFrom([pregnant, said('health', [])]).yesNo.pregnantOrPostpartum, known(true));
    assert.deepEqual(answersFrom([said('health', []), pregnant]).yesNo.pregnantOrPostpartum, known(true));
    const changed = answersFrom([said('health', ['hardAlone']), said('keepUp', 'no')]);
    assert.deepEqual(changed.yesNo.complexNeedHardToManage, known(false));
  });

  it('takes no count back for a "none of these" elsewhere: 4 hard things in childhood stay 4', () => {
    const told = said('hardThings', ['childhood']);
    const { count } = answersFrom([told, said('childNeeds', [])]);
    assert.deepEqual(count.adverseChildhoodExperiences, known({ from: 4, to: null }));
    assert.deepEqual(answersFrom([said('childNeeds', []), told]).count, count);
    const none = answersFrom([said('hardThings', []), said('childNeeds', [])]);
    assert.deepEqual(none.count.adverseChildhoodExperiences, known({ from: 0, to: 3 }));
  });

  it('marks as not sure what the question would have told, but not what is known already', () => {
    const { yesNo } = answersFrom([said('keepUp', 'yes'), said('health', 'notSure')]);
    assert.deepEqual(yesNo.complexNeedHardToManage, known(true));
    assert.deepEqual(yesNo.disability, { kind: 'notSure', on: today });
  });

  it('lets a later reply stand, also "I don’t know" in place of an answer', () => {
    const later = answersFrom([said('age', 61), said('age', 62)]);
    assert.deepEqual(later.count.age, known({ from: 62, to: 62 }));
    const unsure = answersFrom([said('age', 61), said('age', 'notSure')]);
    assert.deepEqual(unsure.count.age, { kind: 'notSure', on: today });
  });

  it('passes over a question that is no longer asked', () => {
    assert.deepEqual(answersFrom([said('shoeSize', 'big')]).yesNo, {});
  });

  it('asks anew whether a place to heal is needed, once somebody is leaving a hospital on a later day', () => {
    const before = [said('leaving', 'no'), said('heal', 'no')];
    assert.deepEqual(answersFrom(before).yesNo.needsPlaceToHeal, known(false));
    const after = answersFrom([...before, said('leaving', 'yes', '2026-11-28')]);
    assert.deepEqual(after.yesNo.leavingFacility, known(true, '2026-11-28'));
    assert.equal(after.yesNo.needsPlaceToHeal, undefined);
  });

  it('reads worries as worries, and "something else" as none', () => {
    assert.deepEqual(concernsFrom([said('concerns', ['mind', 'housing'])]), ['housing', 'mind']);
    assert.deepEqual(concernsFrom([said('concerns', [])]), []);
    assert.deepEqual(concernsFrom([said('concerns', 'notSure')]), []);
    assert.deepEqual(answersFrom([said('concerns', ['housing'])]).yesNo, {});
  });

  it('opens questions again when told to', () => {
    assert.deepEqual(withoutRepliesTo([said('age', 61), said('leaving', 'no')], ['leaving']), [said('age', 61)]);
  });
});

describe('what goes with a request', () => {
  const catalog = catalogOn(today);
  const replied = [
    said('ecm', 'none'),
    said('age', 62),
    said('housing', 'outside'),
    said('health', ['longIllness']),
    said('mind', ['substances']),
    said('nursingHome', 'no'),
  ];

  it('is, for meals, the illness and nothing of mind, age or home', () => {
    const { yesNo, count, choice } = answersBearingOn('medicallyTailoredMeals', answersFrom(replied), catalog);
    assert.deepEqual(Object.keys(yesNo), ['nutritionSensitiveCondition']);
    assert.deepEqual(count, {});
    assert.deepEqual(choice, {});
    assert.deepEqual(bearOn('medicallyTailoredMeals', replied, catalog), ['health']);
  });

  it('is, for a care manager, also whether there was one before', () => {
    const { choice, count } = answersBearingOn('ecm', answersFrom(replied), catalog);
    assert.deepEqual(Object.keys(choice), ['ecm']);
    assert.deepEqual(Object.keys(count), ['age']);
  });
});
