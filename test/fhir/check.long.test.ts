// What the plan's engineer is told of a Bundle: each resource, each profile, each pass, and whether anything is wrong.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Bundle, Patient } from 'fhir/r4.js';
import { bundleOf } from '../../referral/bundle.ts';
import { codes } from '../../referral/bundle/systems.ts';
import { planById } from '../../server/plans/index.ts';
import { check } from './check.ts';
import { codingsIn } from './judge.ts';
import { people } from './people.ts';
import { hasGuide } from './validators.ts';

async function told(bundle: Bundle): Promise<{ readonly wrong: number; readonly said: string }> {
  const lines: string[] = [];
  const wrong = await check(bundle, (line) => lines.push(line));
  return { wrong, said: lines.join('\n') };
}

describe('the check of a Bundle, line by line', function () {
  this.timeout(120_000);

  for (const [name, { about, plan, referral }] of Object.entries(people))
    it(`finds nothing wrong, and nothing unexplained: ${about}`, async () => {
      const bundle = bundleOf(await referral(), planById(plan));
      const { wrong, said } = await told(bundle);
      assert.equal(wrong, 0, said);
      assert.match(said, /doubled 0\n\nNothing is wrong\.$/);
      assert.doesNotMatch(said, /WRONG|NOT EXPLAINED/);
      if (hasGuide) assert.match(said, /Task .* SDOHCC-TaskForReferralManagement\|2\.3\.0 +ok\n/, name);
    });

  it('is the same each time', async () => {
    const bundle = async () => JSON.stringify(bundleOf(await people['david']!.referral(), planById('iehp')));
    assert.equal(await bundle(), await bundle());
  });

  it('counts what is wrong: a code that there is not, a reference to nothing, a remark that nobody has explained', async () => {
    const bundle = bundleOf(await people['david']!.referral(), planById('iehp'));
    const change = (changed: Partial<Patient>): Bundle => ({
      ...bundle,
      entry:
        bundle.entry?.map((entry) =>
          entry.resource?.resourceType === 'Patient'
            ? { ...entry, resource: { ...entry.resource, ...changed } }
            : entry,
        ) ?? [],
    });
    const bad = { gender: 'tall' as Patient['gender'] & string };
    const outside = { managingOrganization: { reference: 'Organization/elsewhere' } };
    const odd = { maritalStatus: { coding: [{ system: 'https://elsewhere.example/status', code: 'fine' }] } };
    for (const [changed, line] of [
      [bad, /Patient .* bindings +WRONG \(.*gender/],
      [outside, /1 lead out of the Bundle Organization\/elsewhere/],
      [odd, /Patient\.maritalStatus: Code "fine".*\n +NOT EXPLAINED/],
    ] as const) {
      const { wrong, said } = await told(change(changed));
      assert.ok(wrong > 0, said);
      assert.match(said, line);
      assert.match(said, /WRONG\.$/);
    }
  });

  it('is explained: docs/fhir.md has each list of codes of ours, and each kind of input', async () => {
    const page = readFileSync(path.join(import.meta.dirname, '../../docs/fhir.md'), 'utf8');
    const bundle = bundleOf(await people['largest']!.referral(), planById('iehp'));
    const names = [
      ...Object.values(codes).map((url) => path.basename(url)),
      ...codingsIn(bundle).flatMap(({ system, code }) =>
        system === codes.finding || system === codes.input ? [code] : [],
      ),
    ];
    assert.deepEqual(
      [...new Set(names)].filter((name) => !page.includes(`\`${name ?? ''}\``)),
      [],
    );
  });

  it('is a command, which says how it is used and ends with an error where it is used otherwise', () => {
    const run = (...words: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'test/fhir/referral.ts', ...words], { encoding: 'utf8' });
    const { status, stdout } = run('largest', '--as', 'bundle');
    assert.deepEqual([status, (JSON.parse(stdout) as Bundle).type], [0, 'transaction']);
    const json = run('largest', '--as', 'json');
    assert.equal((JSON.parse(json.stdout) as { number: string }).number, '70000000000005');
    for (const words of [[], ['nobody'], ['largest', '--as', 'fax']]) {
      const { status: failed, stderr } = run(...words);
      assert.equal(failed, 2);
      assert.match(stderr, /--as bundle \| json \| pdf \| check/);
    }
  });
});
