/** For how long an answer says something. */
import { daysBetween, type IsoDate } from './calendar.ts';
import type { Fact } from './facts.ts';

/**
 * For how many days an answer holds. What looks 30 days ahead holds for 30. Where somebody lives, how often they were
 * in hospital, and where they stand with a programme is asked again after 90 days: long enough for one conversation
 * with its pauses, short beside the windows of 6 and 12 months. Everything else holds until the member changes it.
 */
const windows: { readonly [F in Fact]?: number } = {
  losesHousingWithin30Days: 30,
  leavingInstitutionIntoHomelessness: 30,
  leavingFacility: 30,
  needsPlaceToHeal: 30,
  lacksFixedResidence: 90,
  sleepsWhereNotMeantForSleeping: 90,
  staysInShelter: 90,
  doubledUp: 90,
  fleeingViolence: 90,
  prioritizedForHousing: 90,
  pregnantOrPostpartum: 90,
  enteredHousingWithin24Months: 90,
  incarcerationWithin12Months: 90,
  inFosterCare: 90,
  fosterCareWithin12Months: 90,
  familyMaintenance: 90,
  adoptionAssistance: 90,
  livesInNursingFacility: 90,
  daysInFacility: 30,
  asthmaEmergencyVisitsIn12Months: 90,
  asthmaStaysIn12Months: 90,
  asthmaSickVisitsIn12Months: 90,
  asthmaControlScore: 90,
  emergencyVisitsIn6Months: 90,
  emergencyVisitsIn12Months: 90,
  unplannedStaysIn6Months: 90,
  unplannedStaysIn12Months: 90,
  crisisCareIsMainCare: 90,
  behavioralEmergencyVisitsIn12Months: 90,
  behavioralStaysIn12Months: 90,
  recentPoliceContact: 90,
  ecm: 90,
  ihss: 90,
  ihssHours: 90,
  in1915cWaiver: 90,
  inHomeCareWaiver: 90,
  inCcs: 90,
  inHospice: 90,
  inComplexCareManagement: 90,
  inCommunityTransitions: 90,
  inCountyCaseManagement: 90,
  medicare: 90,
};

/** Whether an answer about this fact, given on that day, no longer says anything today. */
export function hasRunOut(fact: Fact, on: IsoDate, today: IsoDate): boolean {
  const days = windows[fact];
  return days !== undefined && on !== today && daysBetween(on, today) > days;
}
