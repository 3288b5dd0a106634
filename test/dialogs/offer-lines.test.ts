import assert from 'node:assert/strict';
import { offerLines } from '../../dialogs/offer-lines.ts';
import type { Plan } from '../../dialogs/plan.ts';
import type { Param } from '../../dialogs/say.ts';
import { emptyDraft, type Case } from '../../dialogs/case.ts';
import type { World } from '../../dialogs/world.ts';
import { catalogOn } from '../../policy/catalog.ts';
import type { Finding } from '../../policy/findings.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import type { Truth } from '../../policy/truth.ts';
import { mintTurnIds } from '../../server/ids.ts';
import { planById } from '../../server/plans/index.ts';

const today = '2026-11-21';
const finding = (programme: ProgrammeId, truth: Truth = 'met'): Finding => ({
  programme,
  truth,
  populations: [],
  because: [],
  missing: [],
  planDecides: [],
  unsure: [],
});

/** What is said of one programme beside others that were found, to somebody of that county. */
function said(
  about: Finding,
  others: readonly Finding[],
  county: string,
  plan: Plan = planById('alliance'),
): readonly { readonly key: string; readonly filled: Param | undefined }[] {
  const world: World = {
    today,
    plan,
    catalog: catalogOn(today),
    channel: 'web',
    staffed: true,
    onCall: true,
    news: [],
    ids: mintTurnIds(),
  };
  const of: Case = {
    id: 'one',
    whose: 'self',
    helper: {},
    everything: false,
    confidential: false,
    draft: emptyDraft,
    filed: [],
    replies: [{ question: 'county', reply: { kind: 'chosen', ids: [county] }, on: today }],
  };
  return offerLines(about, [about, ...others], of, world).map(({ key, params }) => ({
    key,
    filled: params?.['names'] ?? params?.['date'],
  }));
}

const ecm = finding('ecm');
const meals = finding('medicallyTailoredMeals');
const helper = finding('personalCareHomemaker');

describe('what is said of what a plan offers (policy.md 2.1 and 3.9)', () => {
  it('is nothing where it is on the list', () => {
    assert.deepEqual(said(meals, [ecm], 'Merced'), []);
    assert.deepEqual(said(ecm, [meals], 'Mariposa'), []);
  });

  it('is that it may be only a part, where the list says so', () => {
    assert.deepEqual(said(finding('homeModifications'), [], 'Santa Cruz'), [
      { key: 'findings.partly', filled: undefined },
    ]);
  });

  it('is that we do not know, and what the list does have for the same trouble', () => {
    assert.deepEqual(said(finding('asthmaRemediation'), [ecm, helper, meals], 'Merced'), [
      { key: 'findings.notListedIn', filled: undefined },
      { key: 'findings.near', filled: { words: ['programmes.medicallyTailoredMeals.short'] } },
    ]);
  });

  it('names a care manager where nothing of the kind is on the list, and nobody who may not fit', () => {
    assert.deepEqual(said(finding('asthmaRemediation'), [ecm, meals], 'Mariposa')[1]?.filled, {
      words: ['programmes.ecm.short'],
    });
    assert.equal(
      said(finding('asthmaRemediation'), [finding('medicallyTailoredMeals', 'unknown')], 'Merced').length,
      1,
    );
  });

  it('is the last day, where the plan has ended it', () => {
    const plan = planById('alliance');
    const ended = plan.offers.map((offer) =>
      offer.programme === 'respite' ? { ...offer, to: '2026-06-30' as const } : offer,
    );
    assert.deepEqual(said(finding('respite'), [], 'Merced', { ...plan, offers: ended }), [
      { key: 'findings.ended', filled: { date: '2026-06-30' } },
    ]);
  });

  it('is nothing of what matched nothing', () => {
    assert.deepEqual(said(finding('asthmaRemediation', 'unmet'), [ecm, meals], 'Merced'), []);
  });
});
