/** Whether the person of a referral is a member of the plan, as the desk has found in the plan's own records. */
import { z } from 'zod';
import type { ProgrammeId } from '../policy/rule.ts';
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

/**
 * Whether a request may be approved after this finding; null: nobody has looked yet. Nobody gets ECM or Community
 * Supports without being enrolled in the plan, or with a share of cost other than for long-term care (ECM Policy Guide,
 * January 2026, p. 10 and footnote 6). A provider's request for the same is no ground to turn down the member's (p. 100).
 */
export function mayApprove(match: MemberMatch | null, programme: ProgrammeId): boolean {
  switch (match) {
    case 'found':
    case 'alreadyOpen':
      return true;
    case 'alreadyInEcm':
      return programme !== 'ecm';
    case 'notOurs':
    case 'noCoverage':
    case 'shareOfCost':
    case null:
      return false;
  }
}

/** The message that goes with each finding; null: nothing is to be said. */
export const matchMessages: Readonly<Record<MemberMatch, DeskMessage | null>> = {
  found: null,
  notOurs: 'notOurs',
  noCoverage: 'noCoverage',
  shareOfCost: 'shareOfCost',
  alreadyInEcm: 'alreadyInEcm',
  alreadyOpen: 'alreadyOpen',
};
