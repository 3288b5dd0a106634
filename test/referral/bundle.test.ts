// The referral as a FHIR Bundle, before two judges that we did not write.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Bundle, Consent, FhirResource, Task } from 'fhir/r4.js';
import { bundleOf } from '../../referral/bundle.ts';
import { base, theirs } from '../../referral/bundle/systems.ts';
import type { Referral } from '../../referral/referral.ts';
import { referencesIn } from '../fhir/atomic.ts';
import { codingsIn, judged, publishedCodes, resourcesIn } from '../fhir/judge.ts';
import { bindingFaults, hasGuide, profileOf, structureFaults, type Judged } from '../fhir/validators.ts';
import { antoniosReferral, davidsReferral } from '../journeys/filed.ts';
import { anyReferral } from './any-referral.ts';

const plan = { id: 'iehp', name: 'Inland Empire Health Plan' };
const skipped = hasGuide ? '' : ' (skipped: the profiles of the guide are not beside this project)';
const byProfiles = hasGuide ? it : it.skip;

const r4 = (type: string) => `${type}: R4 ok, bindings ok`;
const profiled = (type: string) => (hasGuide ? `${type}: R4 ok, profile ok, bindings ok` : r4(type));
const asked = (programmes: number): readonly string[] =>
  Array.from({ length: programmes }, () => [
    r4('QuestionnaireResponse'),
    profiled('ServiceRequest'),
    profiled('Task'),
  ]).flat();
const organizations = [r4('Organization'), r4('Organization')];
const consents = (asked: number) => [
  r4('QuestionnaireResponse'),
  ...Array.from({ length: asked }, () => profiled('Consent')),
];

const generated = (test: (bundle: Bundle, referral: Referral) => void, numRuns = 30): void =>
  fc.assert(
    fc.property(anyReferral(6), (referral) => test(bundleOf(referral, plan), referral)),
    { numRuns },
  );

describe(`a referral as a FHIR Bundle${skipped}`, function () {
  this.timeout(120_000);

  for (const language of ['en', 'es', 'hmn'] as const) {
    it(`David's, filed in ${language}, is right resource by resource`, async () => {
      assert.deepEqual(judged(bundleOf(await davidsReferral(language), plan), { profiles: hasGuide }), [
        ...organizations,
        r4('Patient'),
        ...consents(3),
        ...asked(5),
        r4('Provenance'),
      ]);
    });

    it(`Antonio's, filed by his daughter in ${language}, is right resource by resource`, async () => {
      assert.deepEqual(judged(bundleOf(await antoniosReferral(language), plan), { profiles: hasGuide }), [
        ...organizations,
        r4('Patient'),
        r4('RelatedPerson'),
        ...consents(4),
        ...asked(2),
        r4('Provenance'),
      ]);
    });
  }

  it('so is any other, whatever the contact, the consents, the helper and what was typed', () =>
    generated((bundle) => {
      assert.deepEqual([...structureFaults(bundle), ...bindingFaults(bundle)], []);
      assert.deepEqual(
        judged(bundle, { profiles: hasGuide }).filter((line) => line.includes('WRONG')),
        [],
      );
    }));

  it('claims the profiles of the guide for each request, task and consent', () =>
    generated((bundle) => {
      for (const { resourceType, meta } of resourcesIn(bundle)) {
        const name = { ServiceRequest: 'ServiceRequest', Task: 'TaskForReferralManagement', Consent: 'Consent' };
        const claimed = name[resourceType as keyof typeof name];
        const guide = 'http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-';
        assert.deepEqual(meta?.profile, claimed && [`${guide}${claimed}|2.3.0`]);
      }
    }));

  it('has every resource under its own address, and no reference that leads out of it', () =>
    generated((bundle) => {
      const entries = bundle.entry ?? [];
      const urls = entries.map(({ request }) => request?.url ?? '');
      assert.equal(new Set(urls).size, urls.length);
      for (const { fullUrl, request, resource } of entries) {
        const url = `${resource?.resourceType ?? ''}/${resource?.id ?? ''}`;
        assert.deepEqual([request?.method, request?.url, fullUrl], ['PUT', url, `${base}/${url}`]);
        for (const reference of referencesIn(resource)) assert.ok(urls.includes(reference), reference);
      }
    }));

  byProfiles('has no code of another list that the list has not, or has under another name', () =>
    generated((bundle) => {
      for (const { system = '', code = '', display } of codingsIn(resourcesIn(bundle))) {
        if (system.startsWith(base) || system === theirs.language || system === theirs.snomed) continue;
        const list = publishedCodes(system) ?? new Map<string, string>();
        assert.ok(list.has(code), `${code} of ${system}`);
        if (display !== undefined) assert.equal(display, list.get(code));
      }
    }),
  );

  it('has no codes but of lists that the profiles or R4 name, and of ours: none of a diagnosis or a bill', () =>
    generated((bundle) => {
      const systems = codingsIn(resourcesIn(bundle)).map(({ system = '' }) => system);
      assert.ok(!systems.some((system) => /icd|hcpcs|cpt|loinc/i.test(system)));
      const known: readonly string[] = Object.values(theirs);
      assert.deepEqual(
        systems.filter((system) => !known.includes(system) && !system.startsWith(`${base}/CodeSystem/`)),
        [],
      );
      assert.deepEqual(
        codingsIn(resourcesIn(bundle)).filter(({ system, code }) => system === theirs.snomed && code !== '410606002'),
        [],
      );
      const types = resourcesIn(bundle).map(({ resourceType }) => resourceType);
      assert.ok(!types.some((type) => ['Condition', 'Observation', 'DocumentReference', 'Procedure'].includes(type)));
    }));
});

describe(`the judges of a Bundle${skipped}`, function () {
  this.timeout(60_000);
  let bundle: Bundle;
  before(async () => (bundle = bundleOf(await antoniosReferral(), plan)));

  const first = (type: string): Judged => {
    const found = resourcesIn(bundle).find(({ resourceType }) => resourceType === type);
    assert.ok(found);
    return structuredClone(found);
  };
  const lineOf = (changed: Judged, profiles: boolean): string => {
    const entry = [{ resource: changed as FhirResource }];
    return judged({ ...bundle, entry }, { profiles })[0] ?? '';
  };

  it('see what is wrong by R4, and by its required lists', () => {
    const wrong = { ...first('Task'), authoredOn: '21 November', priority: 'soon', nonsense: true };
    assert.match(lineOf(wrong, false), /R4 WRONG \(.*authoredOn.*bindings WRONG/);
  });

  byProfiles('see what is wrong by a profile alone', () => {
    const consent = first('Consent');
    delete (consent as Consent).sourceReference;
    const lines = [
      lineOf(consent, true),
      lineOf({ ...first('Task'), intent: 'plan' } as Judged, true),
      lineOf({ ...first('Task'), requester: (first('Task') as Task).for } as Judged, true),
    ];
    for (const line of lines) assert.match(line, /R4 ok, profile WRONG \(.*\), bindings ok/);
    assert.match(lines[2] ?? '', /Task\.requester must not be a Patient/);
  });

  byProfiles('read the profiles of the version that is claimed, and no other', () => {
    const [claimed = ''] = (first('Task') as Task).meta?.profile ?? [];
    assert.throws(() => profileOf(claimed.replace('2.3.0', '3.0.0')));
  });
});
