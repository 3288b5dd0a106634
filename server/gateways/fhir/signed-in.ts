/** Requests to the plan's FHIR server in our name, all within the time of one try. */
import type { Bundle } from 'fhir/r4.js';
import type { FhirSettings } from '../../../referral/gateway-settings.ts';
import type { NotYet } from '../../../referral/plan-gateway.ts';
import { inTime } from '../../in-time.ts';
import { ask, type Answer } from './ask.ts';
import type { Tokens } from './tokens.ts';

/** Posts a Bundle to the base of the server. */
export type Post = (bundle: Bundle) => Promise<Answer | NotYet>;

/** For one try of so many milliseconds, for all its requests together. */
export function signedIn(settings: FhirSettings, tokens: Tokens, milliseconds: number): Post {
  const end = performance.now() + milliseconds;
  const left = (): number => Math.max(0, end - performance.now());
  // A token that was kept may have ended, or been given before our rights were mended. One of this try has not.
  let mayBeOld = true;

  async function post(body: string): Promise<Answer | NotYet> {
    const token = await inTime(tokens.get(), left()).catch(() => tooLate);
    if (token.kind === 'notYet') return token;
    mayBeOld &&= !token.isNew;
    const headers = { authorization: `Bearer ${token.token}`, 'content-type': fhir, accept: fhir };
    const url = settings.baseUrl.replace(/\/+$/, '');
    const question = { method: 'POST', headers, body, secret: token.token } as const;
    const answer = await ask(url, question, Math.min(settings.timeoutSeconds * 1000, left()));
    const isStrange = answer.kind === 'answer' && (answer.status === 401 || answer.status === 403);
    if (!isStrange) return answer;
    tokens.drop(token.token);
    if (!mayBeOld) return answer;
    mayBeOld = false;
    return post(body);
  }
  return (bundle) => post(JSON.stringify(bundle));
}

const fhir = 'application/fhir+json';
const tooLate: NotYet = { kind: 'notYet', trouble: 'timeout' };
