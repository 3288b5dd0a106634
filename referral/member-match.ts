/** Whether the person of a referral is a member of the plan, as the desk has found in the plan's own records. */
import { z } from 'zod';
import type { DeskMessage } from './desk-message.ts';

export const MemberMatch = z.enum([
  'found',
  'notOurs',
  /** A member, with no coverage on the day of the request. */
  'noCoverage',
  'shareOfCost',
  'alreadyInEcm',
  /** A provider has asked for the same already. */
  'alreadyOpen',
]);
export type MemberMatch = z.infer<typeof MemberMatch>;

/** The message that goes with each finding; null: nothing is to be said. */
export const matchMessages: Readonly<Record<MemberMatch, DeskMessage | null>> = {
  found: null,
  notOurs: 'notOurs',
  noCoverage: 'noCoverage',
  shareOfCost: 'shareOfCost',
  alreadyInEcm: 'alreadyInEcm',
  alreadyOpen: 'alreadyOpen',
};
