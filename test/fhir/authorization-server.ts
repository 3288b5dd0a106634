/** A plan's OAuth authorization server: a real one behind real HTTP, as SMART Backend Services wants it. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as client from 'openid-client';
import sinon from 'sinon';

export type AuthorizationServer = {
  readonly tokenUrl: string;
  /** How the other parts of the plan ask whether a token was given here, still holds, and allows to write. */
  readonly passes: (token: string) => Promise<boolean>;
  /** The plan knows the client by this key from now on, and by no other. */
  readonly register: (publicKey: { readonly alg?: string }) => Promise<void>;
  /** What was sent to the token endpoint, oldest first. */
  readonly asked: readonly URLSearchParams[];
  /** Each of the next requests for a token is answered so, in turn. */
  readonly next: (...listeners: RequestListener[]) => void;
  readonly close: () => Promise<void>;
};

export const scope = 'system/*.cruds';

export async function openAuthorizationServer(given: {
  readonly clientId: string;
  readonly publicKey: { readonly alg?: string };
  readonly tokenSeconds?: number;
}): Promise<AuthorizationServer> {
  const { default: Provider } = await quietly(() => import('oidc-provider'));
  const instead: RequestListener[] = [];
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    if (request.url !== '/token') return provider(request, response);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => asked.push(new URLSearchParams(Buffer.concat(chunks).toString())));
    (instead.shift() ?? provider)(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const knowing = (publicKey: { readonly alg?: string }): Promise<RequestListener> =>
    quietly(() =>
      new Provider(issuer, {
        clients: [
          {
            ...noBrowser,
            client_id: given.clientId,
            grant_types: ['client_credentials'],
            scope,
            token_endpoint_auth_method: 'private_key_jwt',
            token_endpoint_auth_signing_alg: publicKey.alg,
            jwks: { keys: [publicKey] },
          },
          { ...noBrowser, client_id: 'engine', client_secret: 'secret', grant_types: [] },
        ],
        scopes: [scope],
        enabledJWA: { clientAuthSigningAlgValues: ['RS384', 'ES384'] },
        features: {
          clientCredentials: { enabled: true },
          introspection: { enabled: true, allowedPolicy: () => true },
          devInteractions: { enabled: false },
        },
        ttl: { ClientCredentials: given.tokenSeconds ?? 300 },
      }).callback(),
    );
  let provider = await knowing(given.publicKey);

  const engine = new client.Configuration(
    { issuer, introspection_endpoint: `${issuer}/token/introspection` },
    'engine',
    undefined,
    client.ClientSecretBasic('secret'),
  );
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to be noticed; only on this machine
  client.allowInsecureRequests(engine);

  return {
    tokenUrl: `${issuer}/token`,
    passes: async (token) => {
      const { active, scope: allowed } = await client.tokenIntrospection(engine, token);
      return active && allowed === scope;
    },
    register: async (publicKey) => void (provider = await knowing(publicKey)),
    asked,
    next: (...listeners) => void instead.push(...listeners),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** It warns of how it is set up, which is as tests want it. */
async function quietly<T>(made: () => T | Promise<T>): Promise<T> {
  const silenced = (['warn', 'info'] as const).map((way) => sinon.stub(console, way));
  try {
    return await made();
  } finally {
    for (const one of silenced) one.restore();
  }
}

const noBrowser = { redirect_uris: [], response_types: [] };
