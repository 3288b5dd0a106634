/** Changes to a home that let somebody stay in it: ramps, grab bars, wider doors. */
import { all, is, not } from '../condition.ts';
import { CommunitySupport } from '../rule.ts';
import { cfpic, iehp, kaiser, laCare } from './cites.ts';

export const homeModifications = CommunitySupport.parse({
  id: 'homeModifications',
  inForce: { from: '2022-01-01', authority: 'inLieuOfServices', cite: laCare('Home modifications (eaa)') },
  concerns: ['dailyHelp'],
  when: all(
    // L.A. Care adds "hospitalization"; the nursing facility is what all sources have.
    is('atRiskOfNursingHome', cfpic('Community Supports Summary, Part 3')),
    // "If housed, his unit could receive grab bars."
    not(is('sleepsWhereNotMeantForSleeping', cfpic('CalAIM opportunities: Scenario 2'))),
  ),
  limits: [{ id: 'lifetimeAmount', cite: laCare('Home modifications (eaa)') }],
  planAlsoNeeds: [
    { id: 'healthProfessionalOrder', cite: iehp('Community Supports, Home Modifications') },
    { id: 'equipmentFirst', cite: laCare('Home modifications (eaa)') },
    { id: 'homeVisit', cite: kaiser('Environmental Accessibility Adaptations') },
    { id: 'ownerConsent', cite: kaiser('Environmental Accessibility Adaptations') },
  ],
} satisfies CommunitySupport);
