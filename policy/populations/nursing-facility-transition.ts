/** Adult nursing facility residents transitioning to the community. Short stays in a hospital between do not matter. */
import { all, any, is, planDecides } from '../condition.ts';
import { population } from '../rule.ts';
import { isAdult } from './ages.ts';
import { guide } from './guide.ts';

const interested = guide('p. 37 (1)');

export const nursingFacilityTransition = population({
  id: 'nursingFacilityTransition',
  inForce: { from: '2023-01-01', authority: 'stateBenefit', cite: guide('p. 9') },
  concerns: ['dailyHelp'],
  when: all(
    isAdult,
    is('livesInNursingFacility', guide('p. 37 A')),
    any(is('wantsHome', interested), is('wantsAssistedLiving', interested)),
    planDecides('likelyToMoveSuccessfully', guide('p. 37 (2)')),
    planDecides('ableToLiveInCommunity', guide('p. 37 (3)')),
    planDecides('notInIntermediateOrSubacuteCare', guide('p. 38')),
  ),
});
