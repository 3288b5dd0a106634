/** One token, asked for at the plan's token endpoint with our key. */
import * as client from 'openid-client';
import type { FhirSettings } from '../../../referral/gateway-settings.ts';
import type { NotYet } from '../../../referral/plan-gateway.ts';
import type { Log } from '../../log.ts';
import { isLoopback } from '../../loopback.ts';
import { notYet } from './answer.ts';
import { ask, type Answer } from './ask.ts';
import { signInAssertion } from './assertion.ts';
import { verdictOf } from './outcome.ts';
import { KeyFileError, readPrivateKey } from './private-key.ts';
import { findTokenUrl } from './token-url.ts';

/** `until`: when it is given up, in milliseconds since 1970. */
export type Given = { readonly kind: 'given'; readonly token: string; readonly until: number };

export type TokenParts = {
  readonly now: () => Date;
  readonly log: Pick<Log, 'warn'> | undefined;
};

/** Everything is read anew each time, the key's file too: what an operator mends counts from the next try on. */
export async function askForToken(settings: FhirSettings, { now, log }: TokenParts): Promise<Given | NotYet> {
  const began = now();
  const key = await readPrivateKey(settings.privateKeyFile).catch((error: unknown) => {
    log?.warn({ why: error instanceof KeyFileError ? error.message : 'unknown' }, 'the plan gateway has no key');
    return null;
  });
  if (!key) return { kind: 'notYet', trouble: 'unauthorized' };
  const timeout = settings.timeoutSeconds * 1000;
  const url = settings.tokenUrl ?? (await findTokenUrl(settings.baseUrl, timeout, now));
  if (typeof url !== 'string') return url;

  let answer: Answer | NotYet = { kind: 'notYet', trouble: 'unreachable' };
  const configuration = known(settings, url, signInAssertion(key, url, now));
  configuration[client.customFetch] = async (to, { headers, body }) => {
    const form = await new Response(body).text();
    const secret = new URLSearchParams(form).get('client_assertion');
    answer = await ask(to, { method: 'POST', headers, body: form, secret }, timeout);
    if (answer.kind === 'notYet') throw new TypeError(answer.trouble);
    return new Response(answer.body, { status: answer.status, headers: { 'content-type': 'application/json' } });
  };
  try {
    const { access_token: token, expires_in: life = 0 } = await client.clientCredentialsGrant(configuration, {
      scope: settings.scope,
    });
    if (!Token.test(token)) return { kind: 'notYet', trouble: 'badAnswer' };
    return { kind: 'given', token, until: began.getTime() + (life - margin(life)) * 1000 };
  } catch {
    return notGiven(answer, now());
  }
}

/** What a header can carry, and servers take in one. */
const Token = /^[\x21-\x7e]{1,16000}$/;

function known({ clientId }: FhirSettings, url: string, proof: client.ClientAuth): client.Configuration {
  const configuration = new client.Configuration({ issuer: url, token_endpoint: url }, clientId, undefined, proof);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to be noticed; only on this machine
  if (isLoopback(new URL(url).hostname)) client.allowInsecureRequests(configuration);
  return configuration;
}

/** In seconds. Given up half a minute early, or at half its time: a referral may be under way for a while. */
const margin = (life: number): number => Math.min(30, life / 2);

/** The token endpoint is OAuth's, not FHIR's: what it refuses (RFC 6749 5.2) is us, and an operator mends that. */
function notGiven(answer: Answer | NotYet, now: Date): NotYet {
  if (answer.kind === 'notYet') return answer;
  // Whatever came with a 200 may hold a token, which is nobody's to read.
  if (answer.status < 300) return { kind: 'notYet', trouble: 'badAnswer' };
  const verdict = verdictOf(answer.status, []);
  return notYet(verdict.kind === 'refused' ? 'unauthorized' : verdict.trouble, answer, now);
}
