/** Which of the two ECM forms, and which populations stand on it. */
import { fullYears } from '../../policy/calendar.ts';
import type { YesNoFact } from '../../policy/facts.ts';
import { PopulationId } from '../../policy/rule.ts';
import type { Referral } from '../referral.ts';
import { ecmBoxes, type Group } from './ecm-boxes.ts';
import type { Told } from './told.ts';

export type EcmForm = {
  readonly id: 'adult' | 'childYouth';
  readonly isAdult: boolean;
  readonly populations: readonly { readonly id: PopulationId; readonly groups: readonly Group[] }[];
};

/**
 * The Adult form from 21 on, else the Child/Youth form (policy.md 3.3). Foster care at 18 or later reaches "up to age
 * 26", and only the Child/Youth form has it: who says so gets that form, with the criteria of adults where theirs
 * apply. Who may have been in it, and was not sure or not asked, gets the Adult form with that population added.
 */
export function ecmFormFor({ person, filedOn }: Referral, told: Told): EcmForm {
  const years = fullYears(person.birthDate, filedOn);
  const isAdult = years >= 21;
  const reachesTo26 = isAdult && years <= 26;
  const wasInCare = known('agedOutOfFosterCare', told);
  const never = wasInCare === false || known('everInChildWelfare', told) === false;
  const withChildWelfare = !isAdult || (reachesTo26 && !never);
  const populations = PopulationId.options.flatMap((id): EcmForm['populations'] => {
    const { adult, youth } = ecmBoxes[id];
    if (id === 'childWelfare') return withChildWelfare && youth ? [{ id, groups: youth }] : [];
    const groups = isAdult ? adult : youth;
    return groups ? [{ id, groups }] : [];
  });
  return { id: !isAdult || (reachesTo26 && wasInCare === true) ? 'childYouth' : 'adult', isAdult, populations };
}

function known(fact: YesNoFact, { answers }: Told): boolean | undefined {
  const answer = answers.yesNo[fact];
  return answer?.kind === 'known' ? answer.value : undefined;
}
