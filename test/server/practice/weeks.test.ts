import assert from 'node:assert/strict';
import { ProgrammeId } from '../../../policy/rule.ts';
import { isReferralNumber } from '../../../server/ids.ts';
import { californiaDay } from '../../../server/desk/desk-time.ts';
import { isOpen } from '../../../referral/decision.ts';
import { isIn, referralQueues } from '../../../server/desk/queues/queue.ts';
import { planById } from '../../../server/plans/index.ts';
import { fillWithPractice } from '../../../server/practice/fill.ts';
import { inventedWeeks } from '../../../server/practice/weeks.ts';
import { openMemoryStore, type WholeStore } from '../../../server/storage/sqlite.ts';

const until = new Date('2026-11-23T18:00:00.000Z');
const weeks = { open: 200, seed: 7, until, plan: planById('iehp'), me: 'Pat Practice' };
const referralsIn = (happenings: ReturnType<typeof inventedWeeks>) =>
  happenings.flatMap((one) => (one.kind === 'said' && one.what.referral ? [one.what.referral] : []));

describe('invented weeks for practice', () => {
  let happenings: ReturnType<typeof inventedWeeks>;
  before(() => {
    happenings = inventedWeeks(weeks);
  });

  it('are the same for the same seed, and others for another', () => {
    assert.deepEqual(inventedWeeks(weeks), happenings);
    assert.notDeepEqual(inventedWeeks({ ...weeks, seed: 8, open: 5 }), inventedWeeks({ ...weeks, open: 5 }));
  });

  it('happen in order, in the last five weeks, and nothing lies ahead', () => {
    const times = happenings.map(({ at }) => Date.parse(at));
    assert.deepEqual(
      times,
      [...times].sort((one, other) => one - other),
    );
    assert.ok(
      times.every((at) => at < until.getTime()),
      'something lies ahead',
    );
    assert.ok(
      times.every((at) => at > until.getTime() - 37 * 86_400_000),
      'something is too old',
    );
  });

  it('name nobody who could be real: every phone is 555-01xx, every last name says what it is, every number is one of ours', () => {
    const phones = [...JSON.stringify(happenings).matchAll(/"phone":"([^"]+)"/g)].map(([, phone]) => phone ?? '');
    assert.deepEqual(
      phones.filter((phone) => !/^\d{3}-555-01\d\d$/.test(phone)),
      [],
    );
    const names = referralsIn(happenings).map(({ person }) => person.name);
    const honest = /(Example|Sample|Practice|Invented|Pretend|Madeup|Storybook|Testcase)$/;
    assert.deepEqual(
      names.filter((name) => !honest.test(name)),
      [],
    );
    assert.equal(new Set(names).size, names.length, 'two people have one name');
    assert.deepEqual(
      referralsIn(happenings).filter(({ number }) => !isReferralNumber(number)),
      [],
    );
  });

  it('ask for every programme of the plan, in every county of it, in many languages, by members and by helpers', () => {
    const referrals = referralsIn(happenings);
    const offered = new Set(weeks.plan.offers.map(({ programme }) => programme));
    const asked = new Set(referrals.flatMap(({ requests }) => requests.map(({ programme }) => programme)));
    assert.deepEqual(
      ProgrammeId.options.filter((id) => offered.has(id) && !asked.has(id)),
      [],
    );
    assert.deepEqual(new Set(referrals.map(({ person }) => person.county)), new Set(weeks.plan.counties));
    const languages = new Set(referrals.map(({ language }) => language));
    for (const tag of ['en', 'es', 'hmn', 'vi']) assert.equal(languages.has(tag), true, tag);
    assert.deepEqual(new Set(referrals.map(({ filer }) => filer.kind)), new Set(['self', 'helper']));
    for (const { filedOn, person } of referrals) assert.ok(person.birthDate < filedOn, person.birthDate);
  });

  describe('in a store', () => {
    let store: WholeStore;
    before(async () => {
      let now = until;
      store = await openMemoryStore({ now: () => now });
      await fillWithPractice(store, { ...weeks, open: 80 }, (then) => (now = then));
    });
    after(() => store.close());

    it('leave as many referrals open as were asked for, and people in each queue', async () => {
      const rows = await store.referrals('test');
      assert.equal(rows.filter(({ requests }) => requests.some(({ decision }) => isOpen(decision))).length, 80);
      const decisions = new Set(rows.flatMap(({ requests }) => requests.map(({ decision }) => decision)));
      assert.equal(decisions.size, 7, 'a decision that nobody has');
      const loops = rows.flatMap(({ requests }) => requests.map(({ loop }) => loop?.state ?? 'none'));
      assert.equal(new Set(loops).size, 6, 'a step of the loop that nobody is at');
      const flags = ['asksForFast', 'byHelper', 'confidential', 'doNotContact'] as const;
      assert.deepEqual(
        flags.filter((flag) => !rows.some((row) => row[flag])),
        [],
      );
      const look = { by: weeks.me, now: until };
      assert.deepEqual(
        referralQueues.filter((queue) => !rows.some((row) => isIn(queue, row, look))),
        [],
        'a queue that nobody is in',
      );
      assert.ok((await store.privacy('test')).length > 0, 'no wrong number');
      const [alerts, calls] = [await store.alerts('test'), await store.callBacks('test')];
      for (const waiting of [alerts, calls]) {
        assert.ok(
          waiting.some(({ takenBy, doneAt }) => !takenBy && !doneAt),
          'nobody waits',
        );
      }
      assert.ok(
        calls.some(({ doneAt }) => doneAt),
        'nothing is done',
      );
      const complaints = await store.complaints('test');
      assert.deepEqual(new Set(complaints.map(({ kind }) => kind)), new Set(['grievance', 'appeal']));
      assert.deepEqual(
        new Set((await store.undelivered('test')).map(({ kind }) => kind)),
        new Set(['referral', 'text']),
      );
    });

    it('keep each step at its own time', async () => {
      for (const { filedAt, receivedAt, requests } of await store.referrals('test')) {
        assert.ok(receivedAt === null || receivedAt > filedAt, 'received before it was filed');
        for (const { decidedOn } of requests) {
          assert.ok(decidedOn === null || decidedOn >= californiaDay(filedAt), 'decided before it was filed');
        }
      }
    });

    it('leave nothing in line that could still go out', async () => {
      const later = '2026-12-31T00:00:00.000Z';
      assert.deepEqual(await store.claim(later, later, 10), []);
    });
  });
});
