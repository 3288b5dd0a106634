/** Meals or groceries made for a health condition. Plans may not narrow the State's wide list of conditions. */
import { is } from '../condition.ts';
import { CommunitySupport } from '../rule.ts';
import { kaiser, laCare, volume1 } from './cites.ts';

export const medicallyTailoredMeals = CommunitySupport.parse({
  id: 'medicallyTailoredMeals',
  inForce: {
    from: '2022-01-01',
    authority: 'inLieuOfServices',
    cite: volume1('Medically Tailored Meals/Medically Supportive Food'),
  },
  concerns: ['illness'],
  when: is('nutritionSensitiveCondition', kaiser('Medically Tailored Meals/Medically Supportive Food')),
  limits: [
    { id: 'twelveWeeks', cite: laCare('Medically Tailored Meals') },
    { id: 'notForFoodAlone', cite: volume1('Medically Tailored Meals/Medically Supportive Food, limits') },
  ],
  planAlsoNeeds: [],
} satisfies CommunitySupport);
