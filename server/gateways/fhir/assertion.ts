import * as client from 'openid-client';
import type { PrivateKey } from './private-key.ts';

/**
 * Signs us in at this token endpoint with our key, as SMART Backend Services asks
 * (https://hl7.org/fhir/smart-app-launch/STU2/client-confidential-asymmetric.html).
 */
export function signInAssertion(key: PrivateKey, tokenUrl: string, now: () => Date): client.ClientAuth {
  return client.PrivateKeyJwt(key, {
    [client.modifyAssertion]: (header, payload) => {
      const seconds = Math.floor(now().getTime() / 1000);
      header.typ = 'JWT';
      payload.aud = tokenUrl;
      // Clocks differ: good from a minute ago, for three more, where the guide allows five at most.
      payload.iat = seconds - 60;
      payload.exp = seconds + 3 * 60;
      delete payload.nbf;
    },
  });
}
