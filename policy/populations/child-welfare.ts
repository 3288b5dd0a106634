/** Children and youth involved in child welfare: five ways in, each with its own age. */
import { all, any, atLeast, atMost, is, planDecides, type Condition } from '../condition.ts';
import { population } from '../rule.ts';
import { isUnder21, isUpTo26 } from './ages.ts';
import { guide } from './guide.ts';

const fosterCare: Condition = all(
  isUnder21,
  any(is('inFosterCare', guide('p. 46 (1)')), is('fosterCareWithin12Months', guide('p. 46 (1)'))),
);

const agedOut: Condition = all(is('agedOutOfFosterCare', guide('p. 46 A')), isUpTo26('p. 46 A'));

/** Under 18; with a disability, the programme itself goes on until 21, and the guide names such a member (p. 47). */
const adoption: Condition = all(
  is('adoptionAssistance', guide('p. 46 B')),
  any(
    atMost('age', 17, guide('p. 46 B')),
    all(
      atLeast('age', 18, guide('p. 47')),
      atMost('age', 20, guide('p. 47')),
      is('disability', guide('p. 47')),
      planDecides('adoptionAssistanceTo21', guide('p. 46, notes, and p. 47')),
    ),
  ),
);

const familyMaintenance: Condition = all(
  is('familyMaintenance', guide('p. 46 C')),
  atMost('age', 17, guide('p. 46 C')),
);

export const childWelfare = population({
  id: 'childWelfare',
  inForce: { from: '2023-07-01', authority: 'stateBenefit', cite: guide('p. 9') },
  concerns: [],
  when: all(is('everInChildWelfare', guide('p. 45')), any(fosterCare, agedOut, adoption, familyMaintenance)),
});
