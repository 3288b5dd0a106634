import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Plan } from '../../../dialogs/plan.ts';
import { readConfig } from '../../../server/config.ts';
import { clockOn } from '../../../server/clock.ts';
import { checkGateway, gatewayOf } from '../../../server/gateways/plan-gateway.ts';
import { createLog } from '../../../server/log.ts';
import { planById, readPlan } from '../../../server/plans/index.ts';
import { iehp } from '../../../server/plans/iehp.ts';
import { startServer } from '../../../server/start.ts';
import { openMemoryStore } from '../../../server/storage/sqlite.ts';
import { filedReferral, referral } from '../storage/samples.ts';
import { everything, seen, sharedFolder } from './folder/shared-folder.ts';

const number = '12345678901234';
const folderPlan = (folder: string): Plan => readPlan({ ...iehp, gateway: { kind: 'folder', path: folder } });
const fhirPlan = (privateKeyFile: string): Plan =>
  readPlan({ ...iehp, gateway: { kind: 'fhir', baseUrl: 'http://127.0.0.1:9/fhir', clientId: 'us', privateKeyFile } });

describe("The way to the plan, as the plan's file says it", () => {
  it('is the desk here, unless it says another', async () => {
    const plan = planById('iehp');
    assert.deepEqual(await checkGateway(plan), []);
    const store = await openMemoryStore();
    await filedReferral(store, referral(number));
    assert.deepEqual(await gatewayOf(plan, { store, now: () => new Date() }).submit(referral(number)), {
      kind: 'received',
    });
    await store.close();
  });

  it('is a folder, with a real form for each programme', async () => {
    const folder = sharedFolder();
    chmodSync(folder, 0o700);
    const plan = folderPlan(folder);
    assert.deepEqual(await checkGateway(plan), []);
    const store = await openMemoryStore();
    await gatewayOf(plan, { store, now: () => new Date() }).submit(referral(number));
    assert.deepEqual(
      seen(folder),
      ['-adult.pdf', '-medicallyTailoredMeals.pdf', '.json', '.manifest.json'].map((end) => number + end),
    );
    await store.close();
  });

  it('is a FHIR server, which need not answer while we start', async () => {
    const file = path.join(sharedFolder(), 'key.json');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES384' };
    writeFileSync(file, JSON.stringify(jwk), { mode: 0o600 });
    const plan = fhirPlan(file);
    assert.deepEqual(await checkGateway(plan), []);
    const store = await openMemoryStore();
    const told = await gatewayOf(plan, { store, now: () => new Date() }).submit(referral(number));
    assert.deepEqual([told.kind, 'trouble' in told && told.trouble], ['notYet', 'unreachable']);
    await store.close();
  });

  describe('stops the start, before anything is opened to others,', () => {
    const start = async (plan: Plan): Promise<void> => {
      const folder = mkdtempSync(path.join(tmpdir(), 'start-'));
      const store = await openMemoryStore();
      const config = readConfig({ PORT: '0', DATA_DIR: folder, KEY_FILE: path.join(`${folder}-keys`, 'keys.json') });
      try {
        const parts = { config, store, clock: clockOn('2026-11-21'), log: createLog('silent'), plan };
        await (await startServer(parts)).close();
      } finally {
        rmSync(folder, { recursive: true });
      }
    };

    it('where the folder is not there, and does not make it', async () => {
      const folder = path.join(sharedFolder(), 'nowhere');
      await assert.rejects(start(folderPlan(folder)), /gateway\.path: there must be the folder \S+nowhere/);
      assert.throws(() => readdirSync(folder));
    });

    it('where it is not set up for a plan', async () => {
      const folder = sharedFolder();
      rmSync(path.join(folder, 'acks'), { recursive: true });
      await assert.rejects(start(folderPlan(folder)), /gateway\.path: there must be a folder \S+acks/);
      assert.deepEqual(everything(folder), []);
    });

    it('where it is a file', async () => {
      const file = path.join(sharedFolder(), 'file');
      writeFileSync(file, '');
      await assert.rejects(start(folderPlan(file)), /gateway\.path: \S+file is not a folder/);
    });

    it('where the key of a FHIR server is not there', async () => {
      await assert.rejects(start(fhirPlan('/nowhere/key.json')), /gateway\.privateKeyFile: .*\/nowhere\/key\.json/);
    });

    it('and where all is well it does not', async () => {
      await start(folderPlan(sharedFolder()));
    });
  });

  it('is called unwise where others may look into the folder, and the start goes on', async () => {
    const folder = sharedFolder();
    chmodSync(folder, 0o755);
    assert.deepEqual(await checkGateway(folderPlan(folder)), [
      'gateway.path: others may look into the folder (mode 755); 700 is enough',
    ]);
  });

  const wrong: readonly [what: string, gateway: object, said: RegExp][] = [
    ['a way that nobody knows', { kind: 'fax' }, /gateway\.kind/],
    [
      'a folder that hangs on where we start',
      { kind: 'folder', path: 'drop' },
      /gateway\.path: must be an absolute path/,
    ],
    [
      'an address that anybody can listen to',
      { kind: 'fhir', baseUrl: 'http://plan.example/fhir', clientId: 'us', privateKeyFile: '/k' },
      /gateway\.baseUrl: must be an https address/,
    ],
    [
      'a day of no hours',
      { kind: 'folder', path: '/drop', acknowledgedWithinHours: 0 },
      /gateway\.acknowledgedWithinHours/,
    ],
  ];
  for (const [what, gateway, said] of wrong)
    it(`cannot be ${what}`, () =>
      assert.throws(() => readPlan({ ...iehp, gateway: gateway as Plan['gateway'] }), said));
});
