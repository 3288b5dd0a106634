/** The three-way test of 2025 that the housing supports share. */
import { all, any, is, planDecides, type Condition } from '../condition.ts';
import { healthNet } from './cites.ts';
import { clinicalRisk } from './clinical-risk.ts';
import { homelessOrAtRisk } from './homeless-or-at-risk.ts';

export const housingTest: Condition = any(
  all(homelessOrAtRisk, clinicalRisk),
  planDecides('transitionalRent', healthNet('Housing supports: determined eligible for Transitional Rent')),
  is('prioritizedForHousing', healthNet('Housing supports: prioritized for housing through local CES')),
);
