// Invariant 11: every rule, amount and claim has source, standing and dates; what has ended says so, and nothing breaks.
import assert from 'node:assert/strict';
import { dangerLines } from '../../bot/danger/lines.ts';
import { answersFrom } from '../../dialogs/answers.ts';
import { isIsoDate, type IsoDate } from '../../policy/calendar.ts';
import { catalogOn } from '../../policy/catalog.ts';
import { Citation } from '../../policy/citation.ts';
import type { Condition } from '../../policy/condition.ts';
import { findings, type Finding } from '../../policy/findings.ts';
import { ProgrammeId } from '../../policy/rule.ts';
import { sources } from '../../policy/sources.ts';
import { topics } from '../../policy/topics.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { planById, planIds } from '../../server/plans/index.ts';
import { keysIn } from './said.ts';
import { play } from './script.ts';
import { openTalk } from './talk.ts';
import { stateAt } from './waitings.ts';

const lastDay = '2026-12-31';
const nextDay = '2027-01-01';
const lapsing = ['recuperativeCare', 'shortTermPostHospitalizationHousing'];
const catalog = catalogOn('2026-11-20');
const rules = [...catalog.populations, ...catalog.supports].map(({ rule }) => rule);

function citesIn(condition: Condition): readonly Citation[] {
  if ('cite' in condition) return [condition.cite];
  if ('all' in condition) return condition.all.flatMap(citesIn);
  if ('any' in condition) return condition.any.flatMap(citesIn);
  return 'not' in condition ? citesIn(condition.not) : condition.of.flatMap(citesIn);
}

function isCited(cite: Citation | undefined, what: string): void {
  assert.ok(cite, what);
  const { source, place, standing } = Citation.parse(cite);
  assert.ok(sources[source].title !== '' && place !== '' && standing.length > 0, what);
}

describe('every rule and claim says where it is written', () => {
  for (const rule of rules) {
    it(`${rule.id}: each test, each judgement, each limit, and since when`, () => {
      const cites = citesIn(rule.when);
      assert.ok(cites.length > 0);
      for (const cite of cites) isCited(cite, rule.id);
      isCited(rule.inForce.cite, rule.id);
      assert.ok(isIsoDate(rule.inForce.from));
      const told = 'limits' in rule ? [...rule.limits, ...rule.planAlsoNeeds] : [];
      for (const { id, cite } of told) isCited(cite, id);
    });
  }

  it('each topic that we explain', () => {
    for (const [id, { cites }] of Object.entries(topics)) {
      assert.ok(cites.length > 0, id);
      for (const cite of cites) {
        isCited(cite, id);
        assert.notEqual(cite.standing, 'unverified', `${id}: what was found in no document is not explained`);
      }
    }
  });

  it('each plan: what it offers, and how it takes referrals', () => {
    for (const plan of planIds.map(planById)) {
      for (const { programme, cite } of plan.offers) isCited(cite, `${plan.id} ${programme}`);
      isCited(plan.intake.cite, plan.id);
      isCited(plan.memberServices.cite, plan.id);
    }
  });

  it('each line that danger words name', () => {
    for (const { verifiedOn, source } of Object.values(dangerLines))
      assert.ok(isIsoDate(verifiedOn) && source.length > 0);
  });

  it('each finding and each topic, as a member sees it', async () => {
    const store = await openMemoryStore();
    const talk = await openTalk({ store });
    const state = stateAt({ dialog: 'findings' });
    await talk.put({ ...state, cases: state.cases.map((each) => ({ ...each, everything: true })) });
    const { says } = await talk.picks('act:repeat');
    const cards = says.flatMap((say) => (say.kind === 'finding' && say.truth !== 'unknown' ? [say] : []));
    assert.ok(cards.length > 0);
    for (const { programme, cites } of cards) assert.ok(cites.length > 0, programme);
    for (const topic of Object.keys(topics)) {
      const told = await talk.picks(`topic:${topic}`);
      assert.ok(
        told.says.some((say) => say.kind === 'source' && say.cites.length > 0),
        topic,
      );
    }
    await store.close();
  });
});

describe('when a rule has ended', () => {
  let store: WholeStore;
  before(async () => (store = await openMemoryStore()));
  after(() => store.close());

  const replied = stateAt({ dialog: 'findings' }).cases[0]?.replies ?? [];
  const foundOn = (day: IsoDate): readonly Finding[] => findings(catalogOn(day), answersFrom(replied), day);

  it('on the last day it holds; on the next it is told with that day; no other rule changes', () => {
    assert.deepEqual(
      foundOn(lastDay).filter(({ lapsedOn }) => lapsedOn !== undefined),
      [],
    );
    const after = foundOn(nextDay);
    assert.deepEqual(
      after
        .filter(({ lapsedOn }) => lapsedOn === lastDay)
        .map(({ programme }) => programme)
        .sort(),
      lapsing,
    );
    for (const { programme, truth } of after.filter(({ lapsedOn }) => lapsedOn))
      assert.equal(truth, 'unknown', programme);
    const others = (all: readonly Finding[]) => all.filter(({ programme }) => !lapsing.includes(programme));
    assert.deepEqual(others(after), others(foundOn(lastDay)));
  });

  for (const channel of ['web', 'sms'] as const) {
    it(`a member is told kindly, with the day, and may still ask for it (${channel})`, async () => {
      for (const [day, lapsed] of [
        [lastDay, 0],
        [nextDay, 2],
      ] as const) {
        const talk = await openTalk({ store, channel, day });
        const state = stateAt({ dialog: 'findings' });
        await talk.put({ ...state, cases: state.cases.map((each) => ({ ...each, everything: true })) });
        const { says, all } = await talk.picks('act:repeat');
        assert.equal(keysIn(says).filter((key) => key === 'programmes.lapsed.self').length, lapsed);
        assert.equal(all.includes('December 31, 2026'), lapsed > 0);
        const programmes = says.flatMap((say) => (say.kind === 'finding' ? [say.programme] : []));
        assert.deepEqual([...programmes].sort(), [...ProgrammeId.options].sort());
        assert.equal((await talk.picks('ask:recuperativeCare')).outcome.dialog, 'file');
      }
    });
  }

  it('a whole talk goes on as before, in the year after too, and years before anything began', async () => {
    for (const day of [nextDay, '2031-06-15', '2021-12-31'] as const) {
      for (const channel of ['web', 'sms'] as const) {
        const talk = await openTalk({ store, channel, day });
        const { number, findings: found } = await play(talk);
        assert.ok(found && (await store.filed(number)));
        assert.deepEqual(talk.failures, []);
      }
    }
  });

  it('nothing that depends on the day is kept: the same conversation finds by the day on which it is asked', async () => {
    const state = stateAt({ dialog: 'findings' });
    const everything = { ...state, cases: state.cases.map((each) => ({ ...each, everything: true })) };
    const [before, after] = await Promise.all(
      ([lastDay, nextDay] as const).map((day) => openTalk({ store, day, key: 'over new year' })),
    );
    await before?.put(everything);
    const told = async (talk = before) => keysIn((await talk?.picks('act:repeat'))?.says ?? []);
    assert.ok(!(await told()).includes('programmes.lapsed.self'));
    assert.ok((await told(after)).includes('programmes.lapsed.self'));
    assert.deepEqual((await after?.state())?.cases, everything.cases);
  });
});
