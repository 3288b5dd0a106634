/** Messages that a worker can send with one key: each is a reviewed text of the catalogue, and no worker writes one. */
import { z } from 'zod';

export const DeskMessage = z.enum([
  /** Please call us about your request. */
  'callUs',
  /** We tried to call you and did not reach you. */
  'triedToCall',
  /** What a member match found (member-match.ts), each with what the member can do. */
  'notOurs',
  'noCoverage',
  'shareOfCost',
  'alreadyInEcm',
  'alreadyOpen',
]);
export type DeskMessage = z.infer<typeof DeskMessage>;

/**
 * Whether it tells what stands in the plan's records of a member: whoever typed their name and birth date would read it.
 * `notOurs` does not: where there is no record nobody can be known to be the member, and it says only that what was
 * typed was not found.
 */
export const tellsRecords = (message: DeskMessage): boolean =>
  ['noCoverage', 'shareOfCost', 'alreadyInEcm', 'alreadyOpen'].includes(message);
