import { z } from 'zod';

/** The plan's decision on one request (policy.md 3.6). A provider's word is never one of these. */
export const Decision = z.enum([
  'pending',
  'pendingInfo',
  'approved',
  'approvedModified',
  'denied',
  'void',
  'withdrawn',
]);
export type Decision = z.infer<typeof Decision>;

/** The plan has still to decide. */
export const isOpen = (decision: Decision): boolean => decision === 'pending' || decision === 'pendingInfo';

/** A yes, also to less or to something else than was asked for: only then is there a loop. */
export const isApproved = (decision: Decision): boolean => decision === 'approved' || decision === 'approvedModified';

/** A letter with rights tells it, and nobody before that letter (policy.md 3.7). */
export const hasNotice = (decision: Decision): boolean => decision === 'denied' || decision === 'approvedModified';

/** A letter with rights may go with it: with those, and with a delay to learn more (ECM Policy Guide, p. 104; GG.1507 II.C.1). */
export const mayHaveNotice = (decision: Decision): boolean => hasNotice(decision) || decision === 'pendingInfo';

/** Why a closed-loop referral was closed (policy.md 3.8). */
export const ClosureReason = z.enum([
  'servicesReceived',
  'providerDeclined',
  'unableToReach',
  'noLongerEligible',
  'noLongerNeeded',
  'other',
]);
export type ClosureReason = z.infer<typeof ClosureReason>;

/** What became of an approved request (policy.md 3.8). `declined` is a provider's word, and no denial. */
export const Loop = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('accepted') }),
  z.strictObject({ state: z.literal('declined') }),
  z.strictObject({ state: z.literal('pending') }),
  z.strictObject({ state: z.literal('outreachInitiated') }),
  z.strictObject({ state: z.literal('closed'), reason: ClosureReason }),
]);
export type Loop = z.infer<typeof Loop>;
