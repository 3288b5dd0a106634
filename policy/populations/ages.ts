/** Who counts as an adult and who as a child or youth, wherever the guide says no other age. */
import { all, any, atLeast, atMost, planDecides, type Condition } from '../condition.ts';
import { guide } from './guide.ts';

export const isAdult: Condition = atLeast('age', 21, guide('p. 11'));
export const isUnder21: Condition = atMost('age', 20, guide('p. 11'));

/** "Up to age 26": 25 and younger for certain; whether 26 itself counts, the plan says. */
export const isUpTo26 = (place: string): Condition =>
  any(
    atMost('age', 25, guide(place)),
    all(atLeast('age', 26, guide(place)), atMost('age', 26, guide(place)), planDecides('atExactly26', guide(place))),
  );
