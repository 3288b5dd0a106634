import assert from 'node:assert/strict';
import { matchMessages, mayApprove, MemberMatch } from '../../referral/member-match.ts';

describe('what a member match allows', () => {
  const both = { ecm: true, medicallyTailoredMeals: true };
  const neither = { ecm: false, medicallyTailoredMeals: false };
  const allowed = new Map<MemberMatch | null, Readonly<Record<'ecm' | 'medicallyTailoredMeals', boolean>>>([
    [null, neither],
    ['found', both],
    ['alreadyOpen', both],
    ['alreadyInEcm', { ecm: false, medicallyTailoredMeals: true }],
    ['notOurs', neither],
    ['noCoverage', neither],
    ['shareOfCost', neither],
  ]);
  for (const [match, may] of allowed) {
    it(`${match ?? 'nobody has looked'}: ECM ${String(may.ecm)}, a support ${String(may.medicallyTailoredMeals)}`, () => {
      assert.deepEqual(
        {
          ecm: mayApprove(match, 'ecm'),
          medicallyTailoredMeals: mayApprove(match, 'medicallyTailoredMeals'),
        },
        may,
      );
    });
  }

  it('has a message for whatever the member can do something about, and none for "found"', () => {
    const silent = MemberMatch.options.filter((match) => matchMessages[match] === null);
    assert.deepEqual(silent, ['found']);
  });
});
