// A referral at a plan's FHIR server, over real HTTP: once, however often it is sent.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Bundle, BundleEntry, FhirResource, Task } from 'fhir/r4.js';
import { bundleOf } from '../../../referral/bundle.ts';
import type { Referral } from '../../../referral/referral.ts';
import { openFhirEngine, type FhirEngine } from '../../fhir/engine.ts';
import { resourcesIn } from '../../fhir/judge.ts';
import { antoniosReferral, davidsReferral } from '../../journeys/filed.ts';
import { anyReferral } from '../any-referral.ts';

const plan = { id: 'alliance', name: 'Central California Alliance for Health' };

const post = (engine: FhirEngine, bundle: Bundle): Promise<Response> =>
  fetch(engine.url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/fhir+json' },
    body: JSON.stringify(bundle),
  });

async function send(engine: FhirEngine, referral: Referral): Promise<void> {
  const response = await post(engine, bundleOf(referral, plan));
  const answer = (await response.json()) as Bundle;
  assert.equal(response.status, 200, JSON.stringify(answer));
  const failed = (answer.entry ?? []).filter(({ response: one }: BundleEntry) => !one?.status.startsWith('2'));
  assert.deepEqual(failed, []);
}

/** What is stored, without what the server itself writes. */
async function contents(engine: FhirEngine): Promise<readonly FhirResource[]> {
  const types = Object.keys(await engine.counts()) as Task['resourceType'][];
  const all = (await Promise.all(types.map((type) => engine.stored(type)))).flat();
  return byId(
    all.map(
      ({ meta, ...rest }) => (meta?.profile ? { ...rest, meta: { profile: meta.profile } } : rest) as FhirResource,
    ),
  );
}

const byId = (resources: readonly FhirResource[]): readonly FhirResource[] =>
  [...resources].sort((a, b) => (a.id ?? '').localeCompare(b.id ?? ''));

describe('a referral at a FHIR server', function () {
  this.timeout(120_000);
  let engine: FhirEngine;
  beforeEach(async () => (engine = await openFhirEngine()));
  afterEach(() => engine.close());

  it("David's, sent twice, doubles nothing and changes nothing", async () => {
    const referral = await davidsReferral();
    await send(engine, referral);
    const counts = {
      Consent: 3,
      Organization: 2,
      Patient: 1,
      Provenance: 1,
      QuestionnaireResponse: 6,
      ServiceRequest: 5,
      Task: 5,
    };
    assert.deepEqual(await engine.counts(), counts);
    const before = await contents(engine);
    assert.deepEqual(before, byId(resourcesIn(bundleOf(referral, plan))), 'what was sent is what is there');
    await send(engine, referral);
    assert.deepEqual(await engine.counts(), counts);
    assert.deepEqual(await contents(engine), before);
  });

  it("Antonio's beside David's has the two organizations with it, and nothing else in common", async () => {
    await send(engine, await davidsReferral());
    await send(engine, await antoniosReferral());
    assert.deepEqual(await engine.counts(), {
      Consent: 7,
      Organization: 2,
      Patient: 2,
      Provenance: 2,
      QuestionnaireResponse: 9,
      RelatedPerson: 1,
      ServiceRequest: 7,
      Task: 7,
    });
  });

  it('any referral, sent twice at the same moment and once more, is there once', async () => {
    await fc.assert(
      fc.asyncProperty(anyReferral(5), async (referral) => {
        const bundle = bundleOf(referral, plan);
        const before = await engine.counts();
        engine.next({ kind: 'duplicate' });
        await Promise.all([send(engine, referral), send(engine, referral)]);
        await send(engine, referral);
        const after = await engine.counts();
        const shared = before['Organization'] ? 2 : 0;
        const more =
          Object.values(after).reduce((sum, one) => sum + one, 0) -
          Object.values(before).reduce((sum, one) => sum + one, 0);
        assert.equal(more, (bundle.entry?.length ?? 0) - shared);
      }),
      { numRuns: 20 },
    );
  });

  it('an answer that was lost leaves all of it there, for whoever asks by the ids', async () => {
    const bundle = bundleOf(await davidsReferral(), plan);
    engine.next({ kind: 'drop', when: 'afterWork' });
    await assert.rejects(post(engine, bundle));
    for (const { request } of bundle.entry ?? [])
      assert.equal((await fetch(`${engine.url}/${request?.url ?? ''}`)).status, 200);
  });

  it('the tasks of a referral are found by its number', async () => {
    const referral = await davidsReferral();
    await send(engine, referral);
    await send(engine, await antoniosReferral());
    const found = (await (
      await fetch(`${engine.url}/Task?owner=Organization/${ownerIn(referral)}&_count=100`)
    ).json()) as Bundle;
    const groups = resourcesIn(found).map((task) => (task as Task).groupIdentifier?.value);
    assert.equal(groups.filter((number) => number === referral.number).length, 5);
  });
});

function ownerIn(referral: Referral): string {
  const [organization] = resourcesIn(bundleOf(referral, plan));
  return organization?.id ?? '';
}
