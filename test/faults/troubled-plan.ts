/** A plan that is down, slow, or hasty, by the seed. */
import type { GatewaySettings } from '../../referral/gateway-settings.ts';
import type { Referral } from '../../referral/referral.ts';
import type { Balance } from './books.ts';

export type TroubledPlan = {
  readonly settings: Exclude<GatewaySettings, { kind: 'desk' }>;
  /** What it has of these referrals, and of none of them. */
  readonly balance: (filed: readonly Referral[]) => Promise<Balance>;
  /** How many came before what the same member had filed earlier. */
  readonly early: () => number;
  /** What it has done, by kind. */
  readonly faults: () => Readonly<Record<string, number>>;
  /** From now on it works. */
  readonly recover: () => void;
  readonly close: () => Promise<void>;
};

/** Of a hundred things that it does so many go wrong. */
export const often = 30;

/** Down for a while, again and again, by the clock: gives back whether it is down at this moment. */
export function outages(every: number, milliseconds: number): () => boolean {
  const began = Date.now();
  return () => (Date.now() - began) % every > every - milliseconds;
}
