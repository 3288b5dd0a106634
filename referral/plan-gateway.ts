/** The port through which a referral reaches the plan. */
import type { Referral } from './referral.ts';

/** What the plan said to one try. `unreachable` is tried again; `refused` is not, and the desk sees the reason code. */
export type Submitted = 'received' | { readonly refused: string } | { readonly unreachable: true };

/** Where referrals go. The same referral may be submitted more than once: its number makes it one. */
export interface PlanGateway {
  submit(referral: Referral): Promise<Submitted>;
}
