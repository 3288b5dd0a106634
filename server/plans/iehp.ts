/** Inland Empire Health Plan: Riverside and San Bernardino counties. As of its decks of 23 October 2024. */
import type { Citation } from '../../policy/citation.ts';
import type { SupportId } from '../../policy/rule.ts';
import type { Hours, PlanFile } from '../../dialogs/plan.ts';

const cite = (place: string): Citation => ({ source: 'iehp2024', place, standing: 'verified' });

const counties = ['Riverside', 'San Bernardino'];

/** As the deck gives them for Member Services. */
const officeHours: Hours[] = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '17:00' }];

const everyPlan: Citation = { source: 'dhcsStakeholderNews2026', place: 'Transitional Rent', standing: 'verified' };

/** The deck lists these for all of the plan, and says of no one of them since when. */
const supports: SupportId[] = [
  'housingTransitionNavigation',
  'housingDeposits',
  'housingTenancySustaining',
  'dayHabilitation',
  'recuperativeCare',
  'shortTermPostHospitalizationHousing',
  'respite',
  'assistedLivingTransitions',
  'homeTransition',
  'personalCareHomemaker',
  'homeModifications',
  'medicallyTailoredMeals',
  'asthmaRemediation',
];

export const iehp: PlanFile = {
  id: 'iehp',
  name: 'Inland Empire Health Plan',
  shortName: 'IEHP',
  memberServices: { number: '1-800-440-4347', hours: officeHours, cite: cite('Contact Information') },
  tty: '711',
  counties,
  offers: [
    {
      programme: 'ecm',
      counties,
      from: '2022-01-01', // both counties had Whole Person Care or Health Homes before
      cite: { source: 'ecmPolicyGuide2026', place: 'pp. 8-9 and 125-126', standing: 'verified' },
    },
    ...supports.map((programme) => ({ programme, counties, cite: cite('Community Supports Services') })),
    { programme: 'soberingCenters', counties: ['Riverside'], cite: cite('Community Supports Services') },
    // A duty of every plan, for people with a behavioral health need; of other needs nothing was found.
    { programme: 'transitionalRent', counties, from: '2026-01-01', partly: true, cite: everyPlan },
  ],
  intake: {
    phone: '1-800-440-4347',
    fax: '909-890-5751',
    email: 'ECM@iehp.org',
    cite: cite('How to Connect an IEHP Member to ECM Services; How to Refer'),
  },
  // Its referral form for Community Supports. What it asks of providers alone has no line: no diagnosis, code or proof.
  forms: [
    {
      title: 'IEHP referral form',
      cite: cite('Community Supports, How to Refer: the general referral form'),
      supports,
      sections: [
        {
          title: 'Kind of request',
          lines: [
            { label: 'Expedited: decision within 72 hours', tick: 'asksForFast' },
            { label: 'Standard pre-service', tick: 'standard' },
            { label: 'Patient request', tick: 'filedByMember' },
          ],
        },
        {
          title: 'Member',
          lines: [
            { label: 'Member name', value: 'name', wide: true },
            { label: 'Date of birth', value: 'birthDate' },
            { label: 'Member ID', value: 'cardNumber' },
            { label: 'Health plan', value: 'plan' },
            { label: 'Phone', value: 'phone' },
            { label: 'Address, city, ZIP', value: 'mailingAddress', wide: true },
          ],
        },
        {
          title: 'Service requested',
          lines: [
            { label: 'Service requested', value: 'requested', wide: true },
            { label: 'Why, by the member’s answers', value: 'told', wide: true },
            { label: 'Requested at the same time', value: 'also', wide: true },
          ],
        },
        {
          title: 'Referred by',
          lines: [
            { label: 'Name', value: 'referrer', wide: true },
            { label: 'Phone', value: 'referrerPhone' },
            { label: 'Date', value: 'referralDate' },
            { label: 'Relationship to member', value: 'relationship' },
            { label: 'Organization', value: 'organization' },
          ],
        },
      ],
    },
  ],
  // No document says who takes danger alerts. The hours of Member Services stand in: the plan must set its own.
  onCall: { hours: officeHours, minutesToTake: 15 },
  notices: {},
  // No name in another language was found in the plan's own documents.
  names: {},
};
