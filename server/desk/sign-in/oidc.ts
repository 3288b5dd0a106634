/** Sign-in with the plan's own single sign-on: OpenID Connect, authorization code with PKCE, state and nonce. */
import * as client from 'openid-client';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { isLoopback } from '../../loopback.ts';
import type { Role, Worker } from './session.ts';

/** How the plan's identity provider knows this desk. */
export type OidcConfig = NonNullable<Config['oidc']>;

/** What must come back unchanged with the answer of the identity provider. */
export const Pending = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  until: z.number(),
});
export type Pending = z.infer<typeof Pending>;

export type Oidc = {
  /** Where to send the browser, and what to keep until it returns. */
  begin(now: Date): Promise<{ readonly url: string; readonly pending: Pending }>;
  /** Who has returned; `role` is null when their account has none at this desk. Throws on anything forged. */
  finish(returned: URL, pending: Pending): Promise<Omit<Worker, 'role'> & { readonly role: Role | null }>;
};

const pendingMinutes = 10;

export function createOidc(config: OidcConfig, publicUrl: string): Oidc {
  const redirectUri = new URL('/desk/sign-in/callback', publicUrl).href;
  let found: Promise<client.Configuration> | undefined;
  // Looked up at the first sign-in, and again after a failure: the chat must start while single sign-on is down.
  const discovered = () =>
    (found ??= discover(config).catch((error: unknown) => {
      found = undefined;
      throw error;
    }));

  return {
    async begin(now) {
      const verifier = client.randomPKCECodeVerifier();
      const pending = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier,
        until: now.getTime() + pendingMinutes * 60_000,
      };
      const url = client.buildAuthorizationUrl(await discovered(), {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: pending.state,
        nonce: pending.nonce,
      });
      return { url: url.href, pending };
    },
    async finish(returned, pending) {
      const configuration = await discovered();
      const tokens = await client.authorizationCodeGrant(configuration, returned, {
        pkceCodeVerifier: pending.verifier,
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        idTokenExpected: true,
      });
      const token = Claims.parse(tokens.claims());
      // Some providers keep roles or the name out of the ID token and tell them at the userinfo endpoint.
      const lacks = token.roles === undefined || token.name === undefined;
      const more = lacks && configuration.serverMetadata().userinfo_endpoint !== undefined;
      const told = more ? await client.fetchUserInfo(configuration, tokens.access_token, token.sub) : {};
      const claims = { ...token, ...Claims.partial().parse(told) };
      const name = claims.name ?? token.sub;
      // A name can be changed or shared; the subject cannot, so the log has both.
      return { name, by: name === token.sub ? name : `${name} [${token.sub}]`, role: highest(claims.roles) };
    },
  };
}

const Claims = z.looseObject({
  sub: z.string().min(1).max(255),
  name: z.string().min(1).max(200).optional(),
  roles: z.union([z.string(), z.array(z.string())]).optional(),
});

function highest(roles: string | readonly string[] | undefined): Role | null {
  const held = typeof roles === 'string' ? [roles] : (roles ?? []);
  return (['admin', 'worker', 'reader'] as const).find((role) => held.includes(role)) ?? null;
}

async function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<client.Configuration> {
  const url = new URL(issuer);
  const options =
    url.protocol === 'http:' && isLoopback(url.hostname)
      ? // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to be noticed; only on this machine
        { execute: [client.allowInsecureRequests] }
      : {};
  return client.discovery(url, clientId, clientSecret, undefined, options);
}
