/**
 * Homeless or at risk of it, as the Community Supports mean it (HUD, 24 CFR 91.5, with the State's changes).
 * Not ECM's list (`populations/homeless.ts`). That Volume 2 has these very words was not read: the outer cases stand
 * on the sister programme's manual or on general knowledge, so a "no" to them is never "no match".
 */
import { all, any, is, planDecides, type Condition } from '../condition.ts';
import { bhsa, iehp, volume2 } from './cites.ts';

const imminent = bhsa('Chapter 9, Appendix A.1, 4');

/** Only who has nowhere else to live, and no means to find it: that is for the plan to see. */
export const losesHousing: Condition = all(
  is('losesHousingWithin30Days', imminent),
  planDecides('noOtherPlaceToGo', imminent),
);

export const fleesViolence: Condition = is('fleeingViolence', volume2('Definition of homeless'));

/** Each is enough to be homeless. */
export const waysToBeHomeless: readonly Condition[] = [
  is('lacksFixedResidence', iehp('Community Supports, HUD definition of homeless')),
  is('sleepsWhereNotMeantForSleeping', iehp('Community Supports, HUD definition of homeless')),
  is('staysInShelter', iehp('Community Supports, HUD definition of homeless')),
  is('leavingInstitutionIntoHomelessness', bhsa('Chapter 9, Appendix A.1, 3')),
  // Young people alone under 25, and families, who are homeless under other federal statutes.
  planDecides('otherHomelessRules', bhsa('Chapter 9, Appendix A.1, 5')),
  losesHousing,
  fleesViolence,
];

/** Each is enough to be at risk of it. */
export const waysToBeAtRisk: readonly Condition[] = [is('doubledUp', volume2('Definition of at risk of homelessness'))];

export const homelessOrAtRisk: Condition = any(...waysToBeHomeless, ...waysToBeAtRisk);
