/** Our store and sender, a plan's real FHIR engine and authorization server, and a network between them that we break. */
import assert from 'node:assert/strict';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FhirResource } from 'fhir/r4.js';
import { bundleOf } from '../../../referral/bundle.ts';
import { followUpInFhir } from '../../../referral/bundle/follow-up.ts';
import type { FhirSettings } from '../../../referral/gateway-settings.ts';
import { drain, type Clock, type Gateways } from '../../../referral/outbox.ts';
import type { Referral } from '../../../referral/referral.ts';
import { fhirGateway, type FhirParts } from '../../../server/gateways/fhir-gateway.ts';
import { noTexter } from '../../../server/gateways/no-texter.ts';
import { openMemoryStore, type WholeStore } from '../../../server/storage/sqlite.ts';
import { balance } from '../../faults/books.ts';
import { openAuthorizationServer, scope } from '../../fhir/authorization-server.ts';
import { openFhirEngine, type FhirEngine } from '../../fhir/engine.ts';
import { filedReferral, noon, referral, temporaryFolder } from '../storage/samples.ts';
import { openProxy, type Proxy } from './tcp-proxy.ts';

const folder = temporaryFolder();
const plan = { id: 'iehp', name: 'Inland Empire Health Plan' };

export type Rig = {
  readonly engine: FhirEngine;
  readonly store: WholeStore;
  /** The way to the FHIR server, and the way to where tokens are given. */
  readonly network: Proxy;
  readonly tokens: Proxy;
  readonly settings: FhirSettings;
  readonly gateways: (more?: Partial<FhirSettings & FhirParts>) => Gateways;
  /** Files one more, by a member of its own. */
  readonly file: () => Promise<string>;
  /** All that is due. */
  readonly send: (gateways: Gateways) => Promise<void>;
  readonly wait: (seconds: number) => void;
  /** Whether the member would be told that the plan has it. Throws where that is said and is not so. */
  readonly isTold: (number: string) => Promise<boolean>;
  /** Why it waits, or was refused; null: neither. */
  readonly reasonOf: (number: string) => Promise<string | null>;
  /** Goes on over a good network, and holds that all that was filed is there once, whole, and told so. */
  readonly recover: (gateways?: Gateways) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openRig(more: { readonly store?: WholeStore; readonly now?: () => Date } = {}): Promise<Rig> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const names = { kid: 'rig', alg: 'ES384', use: 'sig' };
  const privateKeyFile = path.join(folder, `${randomUUID()}.json`);
  writeFileSync(privateKeyFile, JSON.stringify({ ...privateKey.export({ format: 'jwk' }), ...names }), { mode: 0o600 });
  const engine = await openFhirEngine({ judging: false });
  const authorization = await openAuthorizationServer({
    clientId: 'navigator',
    publicKey: { ...publicKey.export({ format: 'jwk' }), ...names },
  });
  const network = await openProxy(Number(new URL(engine.url).port));
  const tokens = await openProxy(Number(new URL(authorization.tokenUrl).port));
  engine.requireToken(authorization.passes);
  const store = more.store ?? (await openMemoryStore());
  const settings: FhirSettings = {
    kind: 'fhir',
    baseUrl: `http://127.0.0.1:${network.port}/fhir`,
    // The assertion must name where it goes, as the plan knows that place.
    tokenUrl: authorization.tokenUrl,
    clientId: 'navigator',
    scope,
    privateKeyFile,
    timeoutSeconds: 5,
  };
  let seconds = 0;
  const clock: Clock = {
    now: more.now ?? (() => new Date(Date.parse(noon) + seconds * 1000)),
    random: () => 0,
    wait: () => new Promise(() => undefined),
  };
  const filed: Referral[] = [];
  let settled = 0;
  const gateways = (given: Partial<FhirSettings & FhirParts> = {}): Gateways => ({
    plan: fhirGateway(
      { ...settings, ...given },
      {
        bundleOf: (one) => bundleOf(one, plan),
        followUpOf: (followUp, at) => followUpInFhir(followUp, { plan, at }),
        now: () => new Date(),
        ...given,
      },
    ),
    texter: noTexter,
    news: { tell: () => Promise.resolve({ kind: 'done' }) },
  });
  const atThePlan = async (): Promise<readonly FhirResource[]> =>
    (await Promise.all(Object.keys(await engine.counts()).map((type) => engine.stored(type as 'Patient')))).flat();
  const balanceOf = async (some: readonly Referral[]): Promise<{ lacking: number; doubled: number }> =>
    balance(new Map(some.map((one) => [one.number, bundleOf(one, plan)])), await atThePlan());
  const receivedAt = async (number: string): Promise<string | null> =>
    (await store.referral(number, 'Ana'))?.receivedAt ?? null;

  const isTold = async (number: string): Promise<boolean> => {
    if ((await receivedAt(number)) === null) return false;
    const { lacking } = await balanceOf(filed.filter((one) => one.number === number));
    assert.equal(lacking, 0, 'the member is told that the plan has what it has not');
    return true;
  };
  const send = async (given: Gateways): Promise<void> => {
    await drain(store, given, clock);
  };

  return {
    engine,
    store,
    network,
    tokens,
    settings,
    gateways,
    file: async () => {
      const number = String(10_000_000_000_000 + filed.length * 7919);
      const sample = referral(number);
      const one = { ...sample, person: { ...sample.person, name: `Member ${filed.length}` } };
      filed.push(one);
      await filedReferral(store, one, `member ${filed.length}`);
      return number;
    },
    send,
    wait: (more) => void (seconds += more),
    isTold,
    reasonOf: async (number) => {
      const found = (await store.undelivered('Ana')).find((one) => one.number === number);
      return found?.reason ?? null;
    },
    recover: async (given = gateways()) => {
      network.clear();
      tokens.clear();
      for (let rounds = 0; rounds < 2; rounds += 1) {
        seconds += 7200;
        await send(given);
      }
      assert.deepEqual(await balanceOf(filed), { lacking: 0, doubled: 0 });
      for (const { number } of filed.slice(settled)) {
        assert.equal((await receivedAt(number)) !== null, true, 'the member is not told that the plan has it');
      }
      settled = filed.length;
    },
    close: async () => {
      await Promise.all([network.close(), tokens.close(), engine.close(), authorization.close()]);
      if (!more.store) await store.close();
    },
  };
}
