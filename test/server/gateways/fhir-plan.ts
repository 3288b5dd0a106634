/** A plan that takes referrals by FHIR: a real engine, a real authorization server, and a door between it and us. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleOf } from '../../../referral/bundle.ts';
import { followUpInFhir } from '../../../referral/bundle/follow-up.ts';
import type { FhirSettings } from '../../../referral/gateway-settings.ts';
import type { PlanGateway } from '../../../referral/plan-gateway.ts';
import { fhirGateway, type FhirParts } from '../../../server/gateways/fhir-gateway.ts';
import { openAuthorizationServer, scope, type AuthorizationServer } from '../../fhir/authorization-server.ts';
import { openFhirEngine, type FhirEngine } from '../../fhir/engine.ts';
import { temporaryFolder } from '../storage/samples.ts';
import { openDoor, type Door } from './fhir-door.ts';

export type FhirPlan = {
  readonly engine: FhirEngine;
  readonly authorization: AuthorizationServer;
  readonly door: Door;
  readonly settings: FhirSettings;
  readonly gateway: (more?: Partial<FhirSettings & FhirParts>) => PlanGateway;
  /** A new key in our file; gives back its public half, which the plan does not know yet. */
  readonly changeKey: (alg?: Alg) => { readonly alg?: string };
  readonly close: () => Promise<void>;
};

const folder = temporaryFolder();
const plan = { id: 'iehp', name: 'Inland Empire Health Plan' };

export type Alg = 'RS384' | 'ES384';

export async function openFhirPlan(
  more: { readonly alg?: Alg; readonly tokenSeconds?: number; readonly tls?: Parameters<typeof openDoor>[1] } = {},
): Promise<FhirPlan> {
  const privateKeyFile = path.join(folder, `${randomUUID()}.json`);
  const changeKey = (alg: Alg = 'ES384'): { readonly alg?: string } => {
    const pair = newKey(alg);
    writeFileSync(privateKeyFile, JSON.stringify(pair.private), { mode: 0o600 });
    return pair.public;
  };
  const engine = await openFhirEngine();
  const authorization = await openAuthorizationServer({
    clientId: 'navigator',
    publicKey: changeKey(more.alg),
    ...(more.tokenSeconds === undefined ? {} : { tokenSeconds: more.tokenSeconds }),
  });
  engine.requireToken(authorization.passes);
  engine.tellSmart({ token_endpoint: authorization.tokenUrl });
  const door = await openDoor(engine.url, more.tls);
  const settings: FhirSettings = {
    kind: 'fhir',
    baseUrl: door.url,
    clientId: 'navigator',
    scope,
    privateKeyFile,
    timeoutSeconds: 20,
  };
  return {
    engine,
    authorization,
    door,
    settings,
    gateway: (given = {}) =>
      fhirGateway(
        { ...settings, ...given },
        {
          bundleOf: (referral) => bundleOf(referral, plan),
          followUpOf: (followUp, at) => followUpInFhir(followUp, { plan, at }),
          now: () => new Date(),
          ...given,
        },
      ),
    changeKey,
    close: async () => {
      await Promise.all([door.close(), authorization.close(), engine.close()]);
    },
  };
}

/** A key pair as JWK. */
export function newKey(alg: Alg): { readonly private: object; readonly public: { readonly alg?: string } } {
  const { privateKey, publicKey } =
    alg === 'RS384'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const names = { kid: randomUUID(), alg, use: 'sig' };
  return {
    private: { ...privateKey.export({ format: 'jwk' }), ...names },
    public: { ...publicKey.export({ format: 'jwk' }), ...names },
  };
}
