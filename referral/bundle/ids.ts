/** The ids that a referral's resources have at the plan: the same whenever it is sent, and telling nothing. */
import { createHash } from 'node:crypto';
import type { Referral } from '../referral.ts';

/**
 * The id of one resource of a referral, by its part in it. Out of the number and the case's random id, which is never
 * sent: whoever reads an id in a log can neither find the number by trying all of them, nor the person.
 */
export function idIn({ number, caseId }: Pick<Referral, 'number' | 'caseId'>, part: string): string {
  return uuidOf(['referral', number, caseId, part]);
}

/** The id of an organization, the same in every referral. */
export function organizationId(kind: 'plan' | 'platform', name: string): string {
  return uuidOf(['organization', kind, name]);
}

/** Ours, once made at random. */
const namespace = Buffer.from('5f0c9a3e5b1d4e0f9c2a7b86d1e43f70', 'hex');

/** RFC 9562, version 5. Joined as JSON, so that no two lists of words read alike. */
function uuidOf(words: readonly string[]): string {
  const bytes = createHash('sha1').update(namespace).update(JSON.stringify(words)).digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
