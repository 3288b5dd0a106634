/** Central California Alliance for Health: five counties. Its current page wins over the one of 2023. */
import type { Citation } from '../../policy/citation.ts';
import type { ProgrammeId, SupportId } from '../../policy/rule.ts';
import type { FormMap, Hours, PlanFile } from '../../dialogs/plan.ts';

const now = (place: string): Citation => ({ source: 'alliance', place, standing: 'verified' });
const in2023 = (place: string): Citation => ({ source: 'alliance2023', place, standing: 'verified' });
const guide: Citation = { source: 'ecmPolicyGuide2026', place: 'pp. 8-9 and 125-126', standing: 'verified' };

/** The counties of the page of 2023. Mariposa and San Benito came on 1 January 2024: no list for them was found. */
const counties2023 = ['Merced', 'Monterey', 'Santa Cruz'];

const served = ['Mariposa', 'Merced', 'Monterey', 'San Benito', 'Santa Cruz'];
const everyPlan: Citation = { source: 'dhcsStakeholderNews2026', place: 'Transitional Rent', standing: 'verified' };

/** 8 to 5 on the current page; it was 8 to 5:30 in 2023. */
const officeHours: Hours[] = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '17:00' }];

/** "Available" in each of the three counties; the page does not say since when. */
const available: ProgrammeId[] = [
  'housingTransitionNavigation',
  'housingDeposits',
  'housingTenancySustaining',
  'medicallyTailoredMeals',
  'recuperativeCare',
  'shortTermPostHospitalizationHousing',
];

const about = 'Social information, safety concerns';

/**
 * The current page names these forms; what is on them was not found. The tips of 2023 say what a referral should tell,
 * and the rest is what every referral has.
 */
const ownForm = (title: string, tips: string, supports: SupportId[]): FormMap => ({
  title,
  cite: now('Provider referral page, forms'),
  supports,
  sections: [
    {
      title: 'Services asked for',
      lines: supports.map((support) => ({ label: serviceNames[support] ?? support, tick: support })),
    },
    {
      title: 'Member',
      lines: [
        { label: 'Member name', value: 'name', wide: true },
        { label: 'Date of birth', value: 'birthDate' },
        { label: 'Member ID (CIN)', value: 'cardNumber' },
        { label: 'Address', value: 'mailingAddress', wide: true },
        { label: 'Phone', value: 'phone' },
        { label: 'County', value: 'county' },
        { label: tips, value: 'told', wide: true },
      ],
    },
    {
      title: 'Referred by',
      lines: [
        { label: 'Name', value: 'referrer', wide: true },
        { label: 'Relationship to member', value: 'relationship' },
        { label: 'Phone', value: 'referrerPhone' },
        { label: 'Date of referral', value: 'referralDate' },
        { label: 'Organization', value: 'organization' },
      ],
    },
  ],
});

const serviceNames: Partial<Record<SupportId, string>> = {
  housingTransitionNavigation: 'Housing Transition Navigation Services',
  housingDeposits: 'Housing Deposits',
  housingTenancySustaining: 'Housing Tenancy and Sustaining Services',
  homeModifications: 'Environmental Accessibility Adaptations',
  medicallyTailoredMeals: 'Medically Tailored Meals',
  personalCareHomemaker: 'Personal Care and Homemaker Services',
  respite: 'Respite Services for Caregivers',
};

export const alliance: PlanFile = {
  id: 'alliance',
  name: 'Central California Alliance for Health',
  shortName: 'Alliance',
  memberServices: { number: '800-700-3874', hours: officeHours, cite: now('Provider referral page') },
  tty: '711',
  counties: served,
  offers: [
    { programme: 'ecm', counties: ['Monterey', 'Santa Cruz'], from: '2022-01-01', cite: guide },
    { programme: 'ecm', counties: ['Merced'], from: '2022-07-01', cite: guide },
    // A benefit everywhere since 2022; the plan has served these two since 2024.
    { programme: 'ecm', counties: ['Mariposa', 'San Benito'], from: '2024-01-01', cite: guide },
    ...available.map((programme) => ({
      programme,
      counties: counties2023,
      cite: in2023('When Community Supports will be offered in each county'),
    })),
    ...(['personalCareHomemaker', 'respite'] as const).map((programme) => ({
      programme,
      counties: counties2023,
      from: '2023-01-01' as const,
      cite: in2023('When Community Supports will be offered in each county'),
    })),
    // "TBD" in Santa Cruz; asthma remediation was "TBD" everywhere, and the others are not on the page.
    {
      programme: 'soberingCenters',
      counties: ['Merced', 'Monterey'],
      cite: in2023('When Community Supports will be offered in each county'),
    },
    // A duty of every plan, for people with a behavioral health need; of other needs nothing was found.
    { programme: 'transitionalRent', counties: served, from: '2026-01-01', partly: true, cite: everyPlan },
    {
      programme: 'homeModifications',
      counties: counties2023,
      from: '2023-01-01',
      partly: true,
      cite: in2023('When Community Supports will be offered in each county'),
    },
  ],
  // The page of 2023 also gave 831-430-5512, fax 831-430-5819 and a street address; the current one gives these,
  // and names the fax as the one for authorization requests (TAR): the plan must say if it takes referrals there too.
  intake: { phone: '800-700-3874', fax: '831-430-5850', cite: now('Provider referral page') },
  forms: [
    ownForm('Community Supports, Housing', 'Social information, housing history, safety concerns', [
      'housingTransitionNavigation',
      'housingDeposits',
      'housingTenancySustaining',
    ]),
    ownForm('Community Supports, Environmental Accessibility Adaptations', about, ['homeModifications']),
    ownForm('Community Supports, Medically Tailored Meals', about, ['medicallyTailoredMeals']),
    ownForm('Community Supports, Personal Care and Homemaker Services, Respite', about, [
      'personalCareHomemaker',
      'respite',
    ]),
  ],
  // No document says who takes danger alerts. The hours of Member Services stand in: the plan must set its own.
  onCall: { hours: officeHours, minutesToTake: 15 },
  notices: {},
  names: {
    es: {
      ecm: 'Manejo Mejorado del Cuidado',
      communitySupports: 'Apoyos Comunitarios',
      housingDeposits: 'Depósitos para la Vivienda',
    },
    hmn: {
      ecm: 'Kev Txhim Kho Kev Pab Tswj Kev Tu Xyuas',
      communitySupports: 'Zej Zog Kev Pab Txhawb',
      housingTransitionNavigation: 'Tej Kev Pab Cuam Qhia Txog Kev Hloov Vaj Tsev Nyob',
      housingDeposits: 'Cov Nyiaj Tso Them Vaj Tsev Nyob',
      housingTenancySustaining: 'Kev Xauj Vaj Tsev Nyob thiab Kev Pab Cuam Kom Tau Nyob Ruaj Khov',
      soberingCenters: 'Cov Chaw Pab Cheem Kom Txhob Qaug',
      recuperativeCare: 'Kev Saib Xyuas Kom Rov Qab Zoo Los',
      shortTermPostHospitalizationHousing: 'Kev Pab Vaj Tsev Rau Nyob Ib Ntus Tom Qab Tawm Hauv Tsev Kho Mob',
      // Not its name for Medically Tailored Meals: that says "meals after the hospital", and would turn others away.
    },
  },
};
