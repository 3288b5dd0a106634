/** Other programmes that ECM may not go together with. Asked last, of few, and only to tell: they change no finding. */
import { many, one, yes, type Question } from './shape.ts';

const about = { concerns: [] } as const;

export const otherPrograms: readonly Question[] = [
  one('medicare', about, {
    none: [{ fact: 'medicare', value: 'none' }],
    original: [{ fact: 'medicare', value: 'original' }],
    // Before the next one: a plan for people with both may have a card of its own beside the Medi-Cal card.
    both: [{ fact: 'medicare', value: 'both' }],
    advantage: [{ fact: 'medicare', value: 'advantage' }],
    pace: [{ fact: 'medicare', value: 'pace' }],
  }),
  many('otherPrograms', about, {
    waiver: [yes('in1915cWaiver')],
    hospice: [yes('inHospice')],
    planCare: [yes('inComplexCareManagement')],
    movingOut: [yes('inCommunityTransitions')],
    county: [yes('inCountyCaseManagement')],
  }),
];
