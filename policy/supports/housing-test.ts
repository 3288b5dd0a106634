/** The three-way test of 2025 that the housing supports share. */
import { all, any, is, planDecides, type Condition } from '../condition.ts';
import { healthNet, volume2 } from './cites.ts';
import { homelessOrAtRisk } from './homeless-or-at-risk.ts';

const clinicalRisk: Condition = any(
  is('seriousChronicCondition', healthNet('Housing supports: serious health condition')),
  is('mentalHealthMakesLifeHard', volume2('Clinical risk factors')),
  is('substanceUseDisorder', volume2('Clinical risk factors')),
  is('disability', volume2('Clinical risk factors')),
  is('pregnantOrPostpartum', volume2('Clinical risk factors')),
);

export const housingTest: Condition = any(
  all(homelessOrAtRisk, clinicalRisk),
  planDecides('transitionalRent', healthNet('Housing supports: determined eligible for Transitional Rent')),
  is('prioritizedForHousing', healthNet('Housing supports: prioritized for housing through local CES')),
);
