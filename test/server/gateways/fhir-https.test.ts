import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { referral, temporaryFolder } from '../storage/samples.ts';
import { openFhirPlan, type FhirPlan } from './fhir-plan.ts';

const folder = temporaryFolder();
const files = { key: path.join(folder, 'key.pem'), cert: path.join(folder, 'cert.pem') };

/** A certificate that nobody has signed but itself; false where there is nothing to make one with. */
function makeCertificate(): boolean {
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const named = ['-subj', '/CN=An invented plan', '-addext', 'subjectAltName=IP:127.0.0.1'];
  try {
    const args = ['req', '-x509', ...made, ...named, '-keyout', files.key, '-out', files.cert];
    execFileSync('openssl', args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('A plan whose certificate is its own', () => {
  let plan: FhirPlan;
  before(async function () {
    // Needs the openssl command.
    if (!makeCertificate()) return this.skip();
    plan = await openFhirPlan({
      tls: { key: readFileSync(files.key, 'utf8'), cert: readFileSync(files.cert, 'utf8') },
    });
  });
  after(() => (plan as FhirPlan | undefined)?.close());

  it('is not trusted, and hears nothing', async () => {
    const submitted = await plan.gateway().submit(referral('12345678901234'));
    assert.deepEqual(submitted, { kind: 'notYet', trouble: 'unreachable' });
    assert.deepEqual(plan.door.came, []);
  });

  it('is trusted by a process that was started with NODE_EXTRA_CA_CERTS', async () => {
    const child = path.join(import.meta.dirname, 'fhir-child.ts');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', child, JSON.stringify(plan.settings)],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: files.cert } },
    );
    assert.deepEqual(JSON.parse(stdout), { kind: 'received' });
    assert.equal((await plan.engine.counts())['Task'], 2);
  });
});
