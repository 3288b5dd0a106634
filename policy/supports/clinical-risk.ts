/** A clinical risk factor, as the housing supports ask for one. The State's own list was not read. */
import { any, is, type Condition } from '../condition.ts';
import { healthNet, volume2 } from './cites.ts';

export const clinicalRisk: Condition = any(
  is('seriousChronicCondition', healthNet('Housing supports: serious health condition')),
  is('mentalHealthMakesLifeHard', volume2('Clinical risk factors')),
  is('substanceUseDisorder', volume2('Clinical risk factors')),
  is('disability', volume2('Clinical risk factors')),
  is('pregnantOrPostpartum', volume2('Clinical risk factors')),
);
