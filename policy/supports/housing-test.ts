/** The three-way test of 2025 that the housing supports share. */
import { all, any, is, planDecides, type Condition } from '../condition.ts';
import { healthNet } from './cites.ts';
import { clinicalRisk } from './clinical-risk.ts';
import { homelessOrAtRisk } from './homeless-or-at-risk.ts';

/** One of the three is enough. What is judged of rent comes first, so that it is told where little else is known. */
export const threeWays = (homeless: Condition): Condition =>
  any(
    planDecides('transitionalRent', healthNet('Housing supports: determined eligible for Transitional Rent')),
    all(homeless, clinicalRisk),
    is('prioritizedForHousing', healthNet('Housing supports: prioritized for housing through local CES')),
  );

export const housingTest: Condition = threeWays(homelessOrAtRisk);
