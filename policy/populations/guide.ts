/** A place in the ECM Policy Guide of January 2026, which decides about every population. */
import type { Citation } from '../citation.ts';

export const guide = (place: string): Citation => ({ source: 'ecmPolicyGuide2026', place, standing: 'verified' });
