/** Whether the plan's file says truly how to reach its FHIR server: looked at before anything starts. */
import type { FhirSettings } from '../../../referral/gateway-settings.ts';
import { KeyFileError, readPrivateKey } from './private-key.ts';

/** Throws with every field of the plan's file that is wrong, and why. Asks nobody outside: the plan may be down. */
export async function checkFhirSettings(settings: FhirSettings): Promise<void> {
  const faults = [
    ...addressFaults('baseUrl', settings.baseUrl),
    ...addressFaults('tokenUrl', settings.tokenUrl),
    ...(await keyFaults(settings.privateKeyFile)),
  ];
  if (faults.length > 0)
    throw new Error(["The plan's file is wrong:", ...faults.map((fault) => `  ${fault}`)].join('\n'));
}

function addressFaults(field: 'baseUrl' | 'tokenUrl', address: string | undefined): readonly string[] {
  if (address === undefined) return [];
  const { username, password, search, hash } = new URL(address);
  return [
    ...(username || password ? [`gateway.${field}: must hold no name or password`] : []),
    ...(search || hash || /[?#]$/.test(address) ? [`gateway.${field}: must end with its path`] : []),
  ];
}

async function keyFaults(file: string): Promise<readonly string[]> {
  try {
    await readPrivateKey(file);
    return [];
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    return [`gateway.privateKeyFile: ${error.message}`];
  }
}
