/** Meals or groceries made for a health condition. Plans may not narrow the State's wide list of conditions. */
import { is } from '../condition.ts';
import { support } from '../rule.ts';
import { cfpic, contraCosta, kaiser, laCare, volume1 } from './cites.ts';

export const medicallyTailoredMeals = support({
  id: 'medicallyTailoredMeals',
  inForce: {
    from: '2022-01-01',
    authority: 'inLieuOfServices',
    cite: volume1('Medically Tailored Meals/Medically Supportive Food'),
  },
  concerns: ['illness'],
  when: is('nutritionSensitiveCondition', kaiser('Medically Tailored Meals/Medically Supportive Food')),
  alsoCalled: [{ name: 'Medically-Supportive Food', cite: cfpic('Community Supports Summary, Part 2') }],
  limits: [
    {
      id: 'twoMealsADay',
      times: 2,
      per: 'day',
      cite: contraCosta('Medically Tailored Meals/Medically Supportive Food'),
    },
    { id: 'twelveWeeks', duration: { value: 12, unit: 'weeks' }, cite: laCare('Medically Tailored Meals') },
    { id: 'notForFoodAlone', cite: contraCosta('Medically Tailored Meals/Medically Supportive Food') },
    { id: 'notWithOtherMeals', cite: contraCosta('Medically Tailored Meals/Medically Supportive Food') },
  ],
  planAlsoNeeds: [],
});
