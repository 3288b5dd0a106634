/** Changes to a home that let somebody stay in it: ramps, grab bars, wider doors. */
import { all, is, not } from '../condition.ts';
import { support } from '../rule.ts';
import { calOptima, cfpic, iehp, kaiser, laCare, volume1 } from './cites.ts';
import { lifetimeAmount } from './limits.ts';

export const homeModifications = support({
  id: 'homeModifications',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: laCare('Home modifications (eaa)') },
  concerns: ['dailyHelp'],
  when: all(
    // L.A. Care adds "hospitalization"; the nursing facility is what all sources have.
    is('atRiskOfNursingHome', cfpic('Community Supports Summary, Part 3')),
    // Who lives in one is in it, not at risk of it. Yet the State names these changes beside a move out of one (ECM
    // Policy Guide, p. 40), and what its guide to the supports asks then was not read: they are left to the plan.
    not(is('livesInNursingFacility', volume1('Environmental Accessibility Adaptations, eligibility'))),
    // "If housed, his unit could receive grab bars."
    not(is('sleepsWhereNotMeantForSleeping', cfpic('CalAIM opportunities: Scenario 2'))),
  ),
  alsoCalled: [{ name: 'Environmental Accessibility Adaptations', cite: cfpic('Community Supports Summary, Part 3') }],
  limits: [
    lifetimeAmount(laCare('Home modifications (eaa)')),
    { id: 'moreAfterMoveOrChange', cite: laCare('Home modifications (eaa)') },
    { id: 'noGeneralImprovements', cite: laCare('Home modifications (eaa)') },
    {
      id: 'decidedIn90Days',
      duration: { value: 90, unit: 'days' },
      cite: calOptima('GG.1355 (2024-09-01), III.I.13.c'),
    },
  ],
  planAlsoNeeds: [
    { id: 'healthProfessionalOrder', cite: iehp('Community Supports, Home Modifications') },
    { id: 'equipmentFirst', cite: laCare('Home modifications (eaa)') },
    { id: 'homeVisit', cite: kaiser('Environmental Accessibility Adaptations') },
    { id: 'ownerConsent', cite: kaiser('Environmental Accessibility Adaptations') },
  ],
});
