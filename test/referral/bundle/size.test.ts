// The largest referral that there can be goes in one transaction, and nothing of it is left behind.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Bundle, FhirResource, QuestionnaireResponse, Task } from 'fhir/r4.js';
import { bundleOf, mostEntries } from '../../../referral/bundle.ts';
import type { Referral } from '../../../referral/referral.ts';
import { openFhirEngine } from '../../fhir/engine.ts';
import { judged, judgedIn, resourcesIn } from '../../fhir/judge.ts';
import { hasGuide } from '../../fhir/validators.ts';
import { anyReferral } from '../any-referral.ts';
import { largestReferral } from '../largest.ts';

const plan = { id: 'iehp', name: 'Inland Empire Health Plan' };
const tasksIn = (bundle: Bundle): readonly Task[] =>
  resourcesIn(bundle).filter((one): one is Task & FhirResource => one.resourceType === 'Task');

/** The answers to which a Task leads, inside it or beside it; null: to none. */
function answersOf({ contained = [], input = [] }: Task, bundle: Bundle): QuestionnaireResponse | null {
  const links = input.flatMap(({ valueReference }) => valueReference?.reference ?? []);
  const [link = ''] = links.filter((one) => one.startsWith('#') || one.startsWith('QuestionnaireResponse/'));
  const inside = contained.find(({ id }) => link === `#${id ?? ''}`);
  const beside = resourcesIn(bundle).find(({ resourceType, id }) => link === `${resourceType}/${id ?? ''}`);
  return ((inside ?? beside) as QuestionnaireResponse | undefined) ?? null;
}

describe('the largest referral', function () {
  this.timeout(120_000);
  const largest = bundleOf(largestReferral(), plan);

  it('is right resource by resource, inside and out', () => {
    assert.deepEqual(
      judged(largest, { profiles: hasGuide }).filter((line) => line.includes('WRONG')),
      [],
    );
    assert.equal(judgedIn(largest).length, resourcesIn(largest).length + 16);
  });

  it('is no more than a server takes in one transaction, and is there once however often it is sent', async () => {
    assert.deepEqual([largest.entry?.length, mostEntries], [42, 50]);
    const engine = await openFhirEngine();
    try {
      for (let times = 0; times < 2; times += 1) {
        const body = JSON.stringify(largest);
        const headers = { 'Content-Type': 'application/fhir+json' };
        const response = await fetch(engine.url, { method: 'POST', headers, body });
        assert.equal(response.status, 200, await response.clone().text());
        assert.deepEqual(await engine.counts(), {
          Consent: 4,
          Organization: 2,
          Patient: 1,
          Provenance: 1,
          QuestionnaireResponse: 1,
          RelatedPerson: 1,
          ServiceRequest: 16,
          Task: 16,
        });
      }
    } finally {
      await engine.close();
    }
  });

  it('would be refused whole, were the answers beside the tasks', async () => {
    const apart = { ...largest, entry: [...(largest.entry ?? []), ...Array.from({ length: 9 }, another)] };
    const engine = await openFhirEngine();
    try {
      const headers = { 'Content-Type': 'application/fhir+json' };
      const response = await fetch(engine.url, { method: 'POST', headers, body: JSON.stringify(apart) });
      assert.equal(response.status, 400);
    } finally {
      await engine.close();
    }
  });

  it('each of any referral fits, and each task still leads to its own answers and to no others', () => {
    const answered = (referral: Referral) =>
      referral.requests.map(({ answers: { yesNo, count, date, choice } }) =>
        [yesNo, count, date, choice].flatMap((part) => Object.keys(part)).sort(),
      );
    fc.assert(
      fc.property(fc.oneof(anyReferral(), fc.constant(largestReferral())), (referral) => {
        const bundle = bundleOf(referral, plan);
        assert.ok((bundle.entry?.length ?? 0) <= mostEntries, `${bundle.entry?.length ?? 0} entries`);
        assert.deepEqual(
          tasksIn(bundle).map((task) => (answersOf(task, bundle)?.item ?? []).map(({ linkId }) => linkId).sort()),
          answered(referral),
        );
        for (const task of tasksIn(bundle))
          for (const one of task.contained ?? []) {
            assert.equal(answersOf(task, bundle), one, 'what is inside a task is what it leads to');
            assert.equal(one.meta, undefined, 'R4 allows no label on what is inside');
          }
      }),
      { numRuns: 60 },
    );
  });
});

const another = (_nothing: unknown, index: number) => ({
  resource: { resourceType: 'Patient' as const, id: `another-${index}` },
  request: { method: 'PUT' as const, url: `Patient/another-${index}` },
});
