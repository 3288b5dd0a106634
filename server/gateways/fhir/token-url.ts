/** Where the plan's FHIR server says that tokens are given. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { SecureUrl } from '../../../referral/gateway-settings.ts';
import type { NotYet } from '../../../referral/plan-gateway.ts';
import { notYet } from './answer.ts';
import { ask } from './ask.ts';
import { parseJson } from './parse-json.ts';

/** Reads `.well-known/smart-configuration` of the server. */
export async function findTokenUrl(baseUrl: string, timeout: number, now: () => Date): Promise<string | NotYet> {
  const url = `${baseUrl.replace(/\/+$/, '')}/.well-known/smart-configuration`;
  const answer = await ask(url, { method: 'GET', headers: { accept: 'application/json' }, secret: null }, timeout);
  if (answer.kind === 'notYet') return answer;
  const found = answer.status === 200 ? SmartConfiguration.safeParse(parseJson(answer.body)).data : undefined;
  const tokenUrl = found?.token_endpoint;
  if (tokenUrl !== undefined && maySendTo(tokenUrl, baseUrl)) return tokenUrl;
  return notYet(answer.status >= 500 ? 'planFailed' : 'badAnswer', answer, now());
}

/**
 * Whether this server may have us sign in there: one with a public name may not have us knock at what stands in our
 * own network. Where a plan needs that, its file says `tokenUrl`.
 */
export function maySendTo(tokenUrl: string, baseUrl: string): boolean {
  const { hostname, username, password } = new URL(tokenUrl);
  if (username !== '' || password !== '') return false;
  return isPublicName(hostname) || !isPublicName(new URL(baseUrl).hostname);
}

/** Addresses are not, and a name without a dot is one of the network that it is asked in. */
function isPublicName(host: string): boolean {
  const name = host.replace(/\.$/, '');
  if (isIP(name.replace(/[[\]]/g, '')) > 0 || !name.includes('.')) return false;
  return !/\.(localhost|local|internal|lan|home\.arpa)$/.test(name);
}

const SmartConfiguration = z.looseObject({ token_endpoint: SecureUrl });
