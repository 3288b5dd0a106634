/** What somebody is in the middle of, five programmes' worth in one question; and the details that can matter then. */
import { fewerThanFour, fourOrMore } from './counts.ts';
import { many, no, yes, type Question } from './shape.ts';

const about = { concerns: [], sensitive: true } as const;

export const situations: readonly Question[] = [
  many('situation', about, {
    pregnancy: [yes('pregnantOrPostpartum')],
    jail: [yes('incarcerationWithin12Months')],
    foster: [yes('everInChildWelfare')],
    enrolledInCcs: [yes('inCcs')],
    nursingHome: [yes('livesInNursingFacility')],
  }),
  many(
    'justiceHealth',
    { ...about, onlyIf: 'incarcerationWithin12Months' },
    {
      care: [yes('mentalHealthCare')],
      substances: [yes('substanceUseDisorder')],
      illness: [yes('significantCondition')],
      childhood: [yes('developmentalDisability')],
      brain: [yes('brainInjury')],
    },
  ),
  many(
    'childWelfare',
    { ...about, onlyIf: 'everInChildWelfare' },
    {
      now: [yes('inFosterCare')],
      lastYear: [yes('fosterCareWithin12Months')],
      at18: [yes('agedOutOfFosterCare')],
      adoption: [yes('adoptionAssistance')],
      family: [yes('familyMaintenance')],
    },
  ),
  many(
    'childNeeds',
    { ...about, onlyIf: 'inCcs', under: 21 },
    {
      rides: [yes('lacksTransportation')],
      food: [yes('lacksFood')],
      police: [yes('recentPoliceContact')],
      crisis: [yes('crisisIntervention')],
      childhood: [{ fact: 'adverseChildhoodExperiences', value: fourOrMore }],
    },
    [
      no('lacksTransportation'),
      no('lacksFood'),
      no('recentPoliceContact'),
      no('crisisIntervention'),
      { fact: 'adverseChildhoodExperiences', value: fewerThanFour },
    ],
  ),
];
