import assert from 'node:assert/strict';
import { text, type Key } from '../../locales/index.ts';
import { catalogOn } from '../../policy/catalog.ts';
import { criteriaIn } from '../../policy/condition.ts';
import { heldOn } from '../../policy/derived.ts';
import type { Fact } from '../../policy/facts.ts';
import { findings } from '../../policy/findings.ts';
import { OverlapId, OverlapKind, overlaps, overlapsIn } from '../../policy/overlaps.ts';
import { questionsGiving } from '../../dialogs/questions.ts';
import { answering, today, type Said } from './answering.ts';

const inThem = (said: Partial<Record<Fact, Said>>): readonly string[] =>
  overlapsIn(heldOn(today, answering(said))).map(({ id, kind }) => `${id} ${kind}`);

describe('what goes together with ECM', () => {
  it('has every programme of policy.md 1.5 once, with its place', () => {
    assert.deepEqual(overlaps.map(({ id }) => id).sort(), [...OverlapId.options].sort());
    for (const { cites } of overlaps) assert.ok(cites.every(({ standing }) => standing === 'verified'));
  });

  const cases: readonly [where: string, said: Partial<Record<Fact, Said>>, expected: readonly string[]][] = [
    ['A, CCS', { inCcs: true }, ['ccs both']],
    ['A, foster care nursing', { inFosterCare: true }, ['fosterCareNursing both']],
    ['A, IHSS', { ihss: 'receives' }, ['ihss both']],
    ['A, IHSS only asked for', { ihss: 'waiting' }, []],
    ['A, Medicare Advantage', { medicare: 'advantage' }, ['medicareAdvantage both']],
    ['A, Medicare FFS', { medicare: 'original' }, ['originalMedicare both']],
    ['B, 1915(c) waivers', { in1915cWaiver: true }, ['waiver choose']],
    ['B, HCBA among them', { inHomeCareWaiver: true }, ['waiver choose']],
    ['B, Complex Care Management', { inComplexCareManagement: true }, ['complexCareManagement choose']],
    ['B, California Community Transitions', { inCommunityTransitions: true }, ['communityTransitions choose']],
    ['C, hospice', { inHospice: true }, ['hospice notWhileIn']],
    ['C and E, PACE', { medicare: 'pace' }, ['pace notWhileIn']],
    ['C and E, one plan for both', { medicare: 'both' }, ['medicareAndMediCalInOne notWhileIn']],
    ['D, county case management', { inCountyCaseManagement: true }, ['countyCaseManagement planSorts']],
    ['no Medicare', { medicare: 'none' }, []],
  ];
  for (const [where, said, expected] of cases) {
    it(`is told (policy.md 1.5 ${where})`, () => assert.deepEqual(inThem(said), expected));
  }

  it('never changes a finding: an overlap informs, and the plan checks (policy.md 1.5, last line)', () => {
    const fits = { pregnantOrPostpartum: true } as const;
    const all = {
      in1915cWaiver: true,
      inHospice: true,
      inComplexCareManagement: true,
      inCommunityTransitions: true,
      inCountyCaseManagement: true,
      medicare: 'pace',
    } as const;
    const truths = (said: Partial<Record<Fact, Said>>): unknown =>
      findings(catalogOn(today), answering(said), today).map(({ programme, truth }) => [programme, truth]);
    assert.deepEqual(truths({ ...fits, ...all }), truths(fits));
  });

  it('asks for no fact that no question gives', () => {
    for (const { when } of overlaps)
      for (const { fact } of when ? criteriaIn(when) : []) assert.ok(questionsGiving(fact).length > 0, fact);
  });

  it('has English words for each', () => {
    const keys = [
      ...OverlapId.options.map((id) => `programmes.overlaps.${id}`),
      ...OverlapKind.options.flatMap((kind) => [`programmes.overlap.${kind}.self`, `programmes.overlap.${kind}.other`]),
    ];
    for (const key of keys) assert.ok(text('en', key as Key), key);
  });
});
