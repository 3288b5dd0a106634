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
