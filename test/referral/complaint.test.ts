import assert from 'node:assert/strict';
import {
  acknowledgeBy,
  answerBy,
  appealDays,
  Complaint,
  complaintClocks,
  ComplaintKind,
  ComplaintSubject,
  isPast,
  keepServicesDays,
  kindOf,
  urgentAnswerBy,
} from '../../referral/complaint.ts';
import { aComplaint } from './a-complaint.ts';

describe('a complaint and an appeal are two things', () => {
  it('only who does not agree with a letter appeals; all else is a grievance', () => {
    const kinds = Object.fromEntries(ComplaintSubject.options.map((subject) => [subject, kindOf(subject)]));
    assert.deepEqual(kinds, {
      care: 'grievance',
      letter: 'appeal',
      service: 'grievance',
      nobodyCalled: 'grievance',
      // A decision that comes late counts as a denial (GG.1510 II.U).
      noDecision: 'appeal',
    });
  });

  it('one that says it is the other is refused', () => {
    assert.equal(Complaint.safeParse(aComplaint({ kind: 'appeal', subject: 'letter' })).success, true);
    assert.equal(Complaint.safeParse(aComplaint({ kind: 'appeal', subject: 'care' })).success, false);
    assert.equal(Complaint.safeParse(aComplaint({ kind: 'grievance', subject: 'letter' })).success, false);
  });
});

describe('the days that a plan has for a complaint or an appeal (policy.md 3.7)', () => {
  for (const kind of ComplaintKind.options) {
    it(`it says within 5 calendar days that it came, over a holiday too (${kind})`, () => {
      assert.equal(acknowledgeBy(kind, '2026-11-24'), '2026-11-29');
      assert.equal(acknowledgeBy(kind, '2026-12-28'), '2027-01-02');
    });

    it(`it answers within 30 calendar days (${kind})`, () => {
      assert.equal(answerBy(kind, '2026-11-24'), '2026-12-24');
      assert.equal(answerBy(kind, '2028-01-31'), '2028-03-01');
    });

    it(`it answers within 72 clock hours what it takes as urgent, though the clock is put back (${kind})`, () => {
      assert.equal(urgentAnswerBy(kind, '2026-10-31T20:00:00.000Z'), '2026-11-03T20:00:00.000Z');
    });

    it(`each clock says where it was read (${kind})`, () => {
      const places = complaintClocks[kind].cites.map(({ place, standing }) => [place.slice(0, 7), standing]);
      assert.deepEqual(places, [[kind === 'appeal' ? 'GG.1510' : 'HH.1102', 'verified']]);
    });
  }

  it('an appeal is in time up to the 60th day from the letter, and a service may be kept up to the 10th', () => {
    assert.equal(isPast(appealDays, '2026-09-22', '2026-11-21'), false);
    assert.equal(isPast(appealDays, '2026-09-21', '2026-11-21'), true);
    assert.equal(isPast(keepServicesDays, '2026-11-11', '2026-11-21'), false);
    assert.equal(isPast(keepServicesDays, '2026-11-10', '2026-11-21'), true);
  });

  it('a letter whose date nobody told is never late', () =>
    assert.equal(isPast(appealDays, null, '2026-11-21'), false));
});
