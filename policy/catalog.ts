import type { CommunitySupport, InForce, Population, ProgrammeId } from './rule.ts';
import type { IsoDate } from './calendar.ts';
import type { Condition } from './condition.ts';
import { avoidableUse } from './populations/avoidable-use.ts';
import { behavioralHealth } from './populations/behavioral-health.ts';
import { birthEquity } from './populations/birth-equity.ts';
import { californiaChildrensServices } from './populations/california-childrens-services.ts';
import { childWelfare } from './populations/child-welfare.ts';
import { homelessness } from './populations/homelessness.ts';
import { justiceInvolved } from './populations/justice-involved.ts';
import { longTermCareRisk } from './populations/long-term-care-risk.ts';
import { nursingFacilityTransition } from './populations/nursing-facility-transition.ts';
import { assistedLivingTransitions } from './supports/assisted-living-transitions.ts';
import { asthmaRemediation } from './supports/asthma-remediation.ts';
import { dayHabilitation } from './supports/day-habilitation.ts';
import { homeModifications } from './supports/home-modifications.ts';
import { homeTransition } from './supports/home-transition.ts';
import { housingDeposits } from './supports/housing-deposits.ts';
import { housingTenancySustaining } from './supports/housing-tenancy-sustaining.ts';
import { housingTransitionNavigation } from './supports/housing-transition-navigation.ts';
import { medicallyTailoredMeals } from './supports/medically-tailored-meals.ts';
import { personalCareHomemaker } from './supports/personal-care-homemaker.ts';
import { recuperativeCare } from './supports/recuperative-care.ts';
import { respite } from './supports/respite.ts';
import { shortTermPostHospitalizationHousing } from './supports/short-term-post-hospitalization-housing.ts';
import { soberingCenters } from './supports/sobering-centers.ts';
import { transitionalRent } from './supports/transitional-rent.ts';

/** Every rule, seen from one day: a rule whose last day is past is kept, marked with that day. */
export type Catalog = {
  readonly on: IsoDate;
  readonly populations: readonly Dated<Population>[];
  readonly supports: readonly Dated<CommunitySupport>[];
};
export type Dated<T> = { readonly rule: T; readonly lapsedOn?: IsoDate };

const populations: readonly Population[] = [
  homelessness,
  avoidableUse,
  behavioralHealth,
  justiceInvolved,
  longTermCareRisk,
  nursingFacilityTransition,
  californiaChildrensServices,
  childWelfare,
  birthEquity,
];
/** The fifteen Community Supports, whatever the day. */
export const everySupport: readonly CommunitySupport[] = [
  housingTransitionNavigation,
  housingDeposits,
  housingTenancySustaining,
  dayHabilitation,
  transitionalRent,
  recuperativeCare,
  shortTermPostHospitalizationHousing,
  respite,
  assistedLivingTransitions,
  homeTransition,
  personalCareHomemaker,
  homeModifications,
  medicallyTailoredMeals,
  soberingCenters,
  asthmaRemediation,
];

/** The rules of a day. What is not yet in force is left out; nothing falls back to what was, or to what will be. */
export function catalogOn(day: IsoDate): Catalog {
  return { on: day, populations: seenOn(day, populations), supports: seenOn(day, everySupport) };
}

function seenOn<T extends { readonly inForce: InForce }>(day: IsoDate, rules: readonly T[]): readonly Dated<T>[] {
  return rules
    .filter(({ inForce }) => inForce.from <= day)
    .map((rule) =>
      rule.inForce.to !== undefined && rule.inForce.to < day ? { rule, lapsedOn: rule.inForce.to } : { rule },
    );
}

/** What is tested for a programme: the conditions of every population for ECM, a support's own for the rest. */
export function conditionsOf(programme: ProgrammeId, catalog: Catalog): readonly Condition[] {
  const rules =
    programme === 'ecm' ? catalog.populations : catalog.supports.filter(({ rule }) => rule.id === programme);
  return rules.map(({ rule }) => rule.when);
}
