/**
 * Homeless or at risk of it, as the Community Supports mean it (HUD, 24 CFR 91.5, with the State's changes).
 * Not ECM's list (`populations/homeless.ts`). That Volume 2 has these very words was not read: the outer cases stand
 * on the sister programme's manual or on general knowledge, so a "no" to them is never "no match".
 */
import { any, is, planDecides, type Condition } from '../condition.ts';
import { bhsa, iehp, volume2 } from './cites.ts';

export const homelessOrAtRisk: Condition = any(
  is('lacksFixedResidence', iehp('Community Supports, HUD definition of homeless')),
  is('sleepsWhereNotMeantForSleeping', iehp('Community Supports, HUD definition of homeless')),
  is('staysInShelter', iehp('Community Supports, HUD definition of homeless')),
  is('leavingInstitutionIntoHomelessness', bhsa('Chapter 9, Appendix A.1, 3')),
  is('losesHousingWithin30Days', bhsa('Chapter 9, Appendix A.1, 4')),
  is('fleeingViolence', volume2('Definition of homeless')),
  is('doubledUp', volume2('Definition of at risk of homelessness')),
  // Young people alone under 25, and families, who are homeless under other federal statutes.
  planDecides('otherHomelessRules', bhsa('Chapter 9, Appendix A.1, 5')),
);
