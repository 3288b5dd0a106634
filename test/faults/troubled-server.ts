/** A plan with a real FHIR engine and a real authorization server, which fails before, in, and after its work. */
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FhirResource } from 'fhir/r4.js';
import { bundleOf } from '../../referral/bundle.ts';
import { iehp } from '../../server/plans/iehp.ts';
import { below, type Random } from '../crash/seeded.ts';
import { openAuthorizationServer, scope } from '../fhir/authorization-server.ts';
import { openFhirEngine, type Fault } from '../fhir/engine.ts';
import { balance } from './books.ts';
import { before } from './numbers.ts';
import { often, outages, type TroubledPlan } from './troubled-plan.ts';

/** Our patience for one request, in seconds. */
const timeoutSeconds = 1;

export async function openTroubledServer(random: Random, folder: string): Promise<TroubledPlan> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const names = { kid: 'bench', alg: 'ES384', use: 'sig' };
  const privateKeyFile = path.join(folder, 'key.json');
  writeFileSync(privateKeyFile, JSON.stringify({ ...privateKey.export({ format: 'jwk' }), ...names }), { mode: 0o600 });
  const engine = await openFhirEngine({ judging: false });
  const authorization = await openAuthorizationServer({
    clientId: 'navigator',
    publicKey: { ...publicKey.export({ format: 'jwk' }), ...names },
  });
  engine.requireToken(authorization.passes);
  const count: Record<string, number> = {};
  const isDown = outages(10_000, 2_000);
  const worked = new Set<string>();
  let early = 0;
  engine.always(({ identifier }) => {
    const number = identifier?.value ?? '';
    const [name, fault] = isDown() ? down : below(random, 100) < often ? faultOf(random) : none;
    if (fault) count[name] = (count[name] ?? 0) + 1;
    if (idle.has(name)) return fault;
    if (!before(number).every((one) => worked.has(one))) early += 1;
    worked.add(number);
    return fault;
  });
  return {
    settings: {
      kind: 'fhir',
      baseUrl: engine.url,
      tokenUrl: authorization.tokenUrl,
      clientId: 'navigator',
      scope,
      privateKeyFile,
      timeoutSeconds,
    },
    balance: async (filed) => {
      const there = await Promise.all(Object.keys(await engine.counts()).map((type) => engine.stored(type as Type)));
      return balance(new Map(filed.map((referral) => [referral.number, bundleOf(referral, iehp)])), there.flat());
    },
    early: () => early,
    faults: () => count,
    recover: () => {
      engine.always(null);
    },
    close: async () => {
      await Promise.all([engine.close(), authorization.close()]);
    },
  };
}

type Type = FhirResource['resourceType'];
type Named = readonly [name: string, fault: Fault | null];
const none: Named = ['', null];
const down: Named = ['down', { kind: 'answer', status: 503 }];

/** Those in which nothing of the work is done. */
const idle: ReadonlySet<string> = new Set(['down', 'hung up before the work', 'failed']);

const slow = timeoutSeconds * 1500;
/** Before and after the work was done: what the sender cannot tell apart. */
function faultOf(random: Random): Named {
  const faults: readonly Named[] = [
    ['hung up before the work', { kind: 'drop', when: 'beforeWork' }],
    ['answer lost', { kind: 'drop', when: 'afterWork' }],
    ['answered too late', { kind: 'delay', after: slow }],
    ['worked too late', { kind: 'delay', before: slow }],
    ['failed', { kind: 'answer', status: 500 }],
    ['worked and failed', { kind: 'answerAfterWork', status: 502, body: '<html>Bad gateway</html>' }],
    ['answered with a page', { kind: 'answerAfterWork', status: 200, body: '<html>OK</html>' }],
    ['heard it twice', { kind: 'duplicate' }],
    ['kept a part', { kind: 'refuseEntry', index: below(random, 13), status: 503 }],
  ];
  return faults[below(random, faults.length)] ?? none;
}
