/** Where it is written which Community Supports help with a place to live. */
import type { Topic } from '../topics.ts';
import { calOptima, guide, verified } from './cites.ts';
import type { TopicsOf } from './groups.ts';

const summary = verified('cfpic2025', 'Community Supports Summary, Part 1');
const housing = verified('healthNetCommunitySupports', 'Community Supports, housing');
const sixMonths = verified('healthNetCommunitySupports', 'Transitional Rent');

export const home: Readonly<Record<TopicsOf<'home'>, Topic>> = {
  housingTransitionNavigation: {
    cites: [
      summary,
      housing,
      verified('alliance2023', 'Housing Transition Navigation Services'),
      calOptima('GG.1355 (2024-09-01), III.I.1'),
    ],
    programme: 'housingTransitionNavigation',
  },
  housingDeposits: {
    cites: [
      verified('laCare', 'Members, Housing Deposits'),
      housing,
      verified('iehp2024', 'Housing Services'),
      summary,
      verified('alliance2023', 'Housing Deposits'),
    ],
    programme: 'housingDeposits',
  },
  housingTenancySustaining: {
    cites: [
      verified('alliance2023', 'Housing Tenancy and Sustaining Services'),
      housing,
      summary,
      calOptima('GG.1355 (2024-09-01), III.I'),
    ],
    programme: 'housingTenancySustaining',
  },
  transitionalRent: {
    cites: [
      verified('dhcsStakeholderNews2026', 'Transitional Rent'),
      verified('healthNetCommunitySupports', 'Transitional Rent'),
      guide('p. 13 and p. 18'),
      summary,
    ],
    programme: 'transitionalRent',
  },
  recuperativeCare: {
    cites: [
      verified('alliance2023', 'Recuperative Care'),
      verified('laCare', 'Recuperative Care (node/57556)'),
      summary,
      calOptima('GG.1355 (2024-09-01), Recuperative Care'),
      sixMonths,
    ],
    programme: 'recuperativeCare',
  },
  shortTermPostHospitalizationHousing: {
    cites: [
      verified('iehp2024', 'Short Term Post Hospitalization Housing'),
      summary,
      verified('alliance2023', 'Short-Term Post Hospitalization Housing'),
      sixMonths,
    ],
    programme: 'shortTermPostHospitalizationHousing',
  },
  sixMonthCap: { cites: [sixMonths, summary, calOptima('GG.1355 (2024-09-01), Recuperative Care')] },
};
