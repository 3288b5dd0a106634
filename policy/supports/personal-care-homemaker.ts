/** Help at home with bathing, dressing, meals, shopping. In-Home Supportive Services (IHSS) come first. */
import { all, any, is, not, oneOf, planDecides } from '../condition.ts';
import { support } from '../rule.ts';
import { kaiser, volume1 } from './cites.ts';

const form = kaiser('Personal Care and Homemaker Services');

const ihssIsNotEnough = any(
  oneOf('ihss', ['waiting'], form),
  all(oneOf('ihss', ['receives'], form), oneOf('ihssHours', ['needsMore', 'atMaximum'], form)),
  all(
    oneOf('ihss', ['notEligible'], form),
    any(planDecides('avoidsNursingHomeStay', form), planDecides('homeCareWaitList', form)),
  ),
);

const needsIt = any(
  is('atRiskOfNursingHome', form),
  all(any(is('needsHelpWithDailyLiving', form), is('needsHelpWithHousehold', form)), is('noOneElseToHelp', form)),
  oneOf('ihss', ['receives'], form),
  planDecides('atRiskOfHospital', form),
);

export const personalCareHomemaker = support({
  id: 'personalCareHomemaker',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: form },
  concerns: ['dailyHelp'],
  when: all(ihssIsNotEnough, needsIt, not(is('inHomeCareWaiver', form))),
  limits: [
    { id: 'notInsteadOfIhss', cite: form },
    {
      id: 'sixtyDaysWithoutIhss',
      duration: { value: 60, unit: 'days' },
      cite: volume1('Personal Care and Homemaker Services, limits'),
    },
  ],
  planAlsoNeeds: [{ id: 'ihssAskedFor', cite: form }],
});
