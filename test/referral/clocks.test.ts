/**
 * When a member is asked whether anybody called, by hand from the plans' rules: a decision in 5 working days, an urgent
 * one in 72 hours (ECM Policy Guide, pp. 103-104), home modifications in 90 days (CalOptima GG.1355), a provider in 10
 * working days after the yes (p. 112). Thanksgiving 2026 is 26 November; the day after is a State holiday, too.
 */
import assert from 'node:assert/strict';
import type { IsoDate } from '../../policy/calendar.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import { runOut, type Clocked } from '../../referral/clocks.ts';
import type { Decision, Loop } from '../../referral/decision.ts';
import type { LoopClock } from '../../referral/news-topic.ts';
import type { RequestStatus } from '../../referral/status.ts';

const filedOn = '2026-11-20';
/** Noon in California. */
const filedAt = '2026-11-20T20:00:00.000Z';

function request(programme: ProgrammeId, set: Partial<RequestStatus> = {}): RequestStatus {
  const nothing = { decidedOn: null, noticeMailedOn: null, loop: null, loopOn: null, provider: null };
  return { programme, decision: 'pending', ...nothing, ...set };
}

function referral(requests: readonly RequestStatus[], set: Partial<Clocked> = {}): Clocked {
  return { filedOn, receivedOn: filedOn, asksForFast: false, requests, ...set };
}

const asked = (of: Clocked, at: string, today: IsoDate): readonly string[] =>
  runOut(of, filedAt, { at, today }).map(({ clock, due, programmes }) => `${clock} ${due} ${programmes.join('+')}`);
const onDay = (of: Clocked, today: IsoDate): readonly string[] => asked(of, `${today}T20:00:00.000Z`, today);

/** The first day on which each clock is asked about, within half a year. */
function firstDays(of: Clocked): Partial<Record<LoopClock, IsoDate>> {
  const first: Partial<Record<LoopClock, IsoDate>> = {};
  for (let day = 0; day < 180; day += 1) {
    const at = new Date(Date.parse(filedAt) + day * 86_400_000);
    const today = at.toISOString().slice(0, 10) as IsoDate;
    for (const { clock } of runOut(of, filedAt, { at: new Date(at.getTime() + 60_000).toISOString(), today }))
      first[clock] ??= today;
  }
  return first;
}

const decided = { decidedOn: '2026-11-24' } as const;
const mailed = { ...decided, noticeMailedOn: '2026-11-25' } as const;
const stepped = (state: Exclude<Loop['state'], 'closed'>): Partial<RequestStatus> => ({
  loop: { state },
  loopOn: '2026-11-30',
});
const closed = { loop: { state: 'closed', reason: 'unableToReach' }, loopOn: '2026-11-30' } as const;

/** Friday, and the day after the fifth working day, over two holidays. */
const deciding = { decision: '2026-12-02' } as const;
/** The tenth working day after Tuesday 24 November is 10 December. */
const calling = { assignment: '2026-12-11' } as const;

// prettier-ignore
const table: readonly [decision: Decision, what: string, set: Partial<RequestStatus>, first: Partial<Record<LoopClock, IsoDate>>][] = [
  ['pending',          'no word',                       {},                                    deciding],
  ['pendingInfo',      'the plan asked something',      {},                                    {}],
  ['void',             'nothing goes on',               decided,                               {}],
  ['withdrawn',        'taken back',                    decided,                               {}],
  ['denied',           'no letter yet: as undecided',   decided,                               deciding],
  ['denied',           'its letter was mailed',         mailed,                                {}],
  ['approved',         'nobody named',                  decided,                               calling],
  ['approved',         'a provider is asked',           { ...decided, ...stepped('pending') }, calling],
  ['approved',         'a provider agreed',             { ...decided, ...stepped('accepted') }, calling],
  ['approved',         'a provider declined',           { ...decided, ...stepped('declined') }, calling],
  ['approved',         'they try to reach the member',  { ...decided, ...stepped('outreachInitiated') }, {}],
  ['approved',         'closed',                        { ...decided, ...closed },             {}],
  ['approvedModified', 'no letter yet: as undecided',   decided,                               deciding],
  ['approvedModified', 'no letter yet, and agreed',     { ...decided, ...stepped('accepted') }, deciding],
  ['approvedModified', 'mailed, nothing begun',         mailed,                                {}],
  ['approvedModified', 'mailed, a provider agreed',     { ...mailed, ...stepped('accepted') }, calling],
  ['approvedModified', 'mailed, a provider declined',   { ...mailed, ...stepped('declined') }, calling],
  ['approvedModified', 'mailed, they try to reach',     { ...mailed, ...stepped('outreachInitiated') }, {}],
  ['approvedModified', 'mailed, closed',                { ...mailed, ...closed },              {}],
];

describe('A member is asked whether anybody called', () => {
  for (const [decision, what, set, first] of table) {
    const days = Object.entries(first).map(([clock, day]) => `${clock} ${day}`);
    it(`${decision}, ${what}: ${days.join(', ') || 'never'}`, () => {
      assert.deepEqual(firstDays(referral([request('ecm', { decision, ...set })])), first);
    });
  }

  for (const [decision, what, set] of table.filter((row) => row[3] === deciding)) {
    it(`72 hours after the filing, too, where it was asked for fast: ${decision}, ${what}`, () => {
      const fast = referral([request('ecm', { decision, ...set })], { asksForFast: true });
      assert.deepEqual(firstDays(fast), { urgent: '2026-11-23', ...deciding });
      assert.deepEqual(asked(fast, '2026-11-23T19:59:00.000Z', '2026-11-23'), []);
      assert.deepEqual(asked(fast, '2026-11-23T20:01:00.000Z', '2026-11-23'), ['urgent 2026-11-22 ecm']);
    });
  }

  it('not of hours where the plan has answered', () => {
    for (const [decision, , set] of table.filter((row) => row[3] !== deciding)) {
      const fast = referral([request('ecm', { decision, ...set })], { asksForFast: true });
      assert.equal('urgent' in firstDays(fast), false, decision);
    }
  });

  it('after 90 days of home modifications, and never of hours', () => {
    const of = referral([request('homeModifications')], { asksForFast: true });
    assert.deepEqual(firstDays(of), { decision: '2027-02-19' });
  });

  it('nothing before the plan has it', () => {
    assert.deepEqual(firstDays(referral([request('ecm')], { receivedOn: null, asksForFast: true })), {});
  });

  it('once for what ran out on one day, and apart for what did on another', () => {
    const of = referral([
      request('ecm'),
      request('housingTransitionNavigation'),
      request('homeModifications'),
      request('medicallyTailoredMeals', { decision: 'approved', decidedOn: '2026-11-20' }),
      request('recuperativeCare', { decision: 'approved', ...decided }),
    ]);
    assert.deepEqual(onDay(of, '2026-12-11'), [
      'decision 2026-12-01 ecm+housingTransitionNavigation',
      'assignment 2026-12-08 medicallyTailoredMeals',
      'assignment 2026-12-10 recuperativeCare',
    ]);
  });

  it('not of the day itself, and not a month later', () => {
    const of = referral([request('ecm')]);
    assert.deepEqual(onDay(of, '2026-12-01'), []);
    assert.deepEqual(onDay(of, '2026-12-31'), ['decision 2026-12-01 ecm']);
    assert.deepEqual(onDay(of, '2027-01-01'), []);
  });

  it('not of a day that had passed before they heard of it', () => {
    const late = { decision: 'approvedModified', ...decided, noticeMailedOn: '2026-12-11' } as const;
    assert.deepEqual(onDay(referral([request('ecm', { ...late, ...stepped('accepted') })]), '2026-12-14'), []);
    const anew = { decision: 'approved', ...decided, loop: { state: 'declined' }, loopOn: '2026-12-11' } as const;
    assert.deepEqual(onDay(referral([request('ecm', anew)]), '2026-12-14'), []);
  });
});
