import type { Texter } from '../../referral/texter.ts';

/** Where no carrier is set up, texts that we would start are refused, and the desk sees them. */
export const noTexter: Texter = { start: () => Promise.resolve({ kind: 'refused', reason: 'textingOff' }) };
