/** Where each Community Support that is screened for is explained. */
import type { SupportId } from '../rule.ts';
import type { Topic } from '../topics.ts';
import { secondhand, verified } from './cites.ts';

export const supports: Readonly<Record<SupportId, Topic>> = {
  housingTransitionNavigation: {
    cites: [
      verified('cfpic2025', 'Community Supports Summary, Part 1'),
      verified('healthNetCommunitySupports', 'Community Supports, housing'),
      verified('alliance2023', 'Housing Transition Navigation Services'),
      verified('calOptima', 'GG.1355 (2024-09-01), III.I.1'),
    ],
    programme: 'housingTransitionNavigation',
  },
  housingDeposits: {
    cites: [
      verified('laCare', 'Members, Housing Deposits'),
      verified('healthNetCommunitySupports', 'Community Supports, housing'),
      verified('iehp2024', 'Housing Services'),
      verified('cfpic2025', 'Community Supports Summary, Part 1'),
      verified('alliance2023', 'Housing Deposits'),
    ],
    programme: 'housingDeposits',
  },
  shortTermPostHospitalizationHousing: {
    cites: [
      verified('iehp2024', 'Short Term Post Hospitalization Housing'),
      verified('cfpic2025', 'Community Supports Summary, Part 1'),
      verified('alliance2023', 'Short-Term Post Hospitalization Housing'),
      verified('healthNetCommunitySupports', 'Transitional Rent'),
    ],
    programme: 'shortTermPostHospitalizationHousing',
  },
  recuperativeCare: {
    cites: [
      verified('alliance2023', 'Recuperative Care'),
      verified('laCare', 'Recuperative Care (node/57556)'),
      verified('cfpic2025', 'Community Supports Summary, Part 1'),
      verified('calOptima', 'GG.1355 (2024-09-01), Recuperative Care'),
      verified('healthNetCommunitySupports', 'Transitional Rent'),
    ],
    programme: 'recuperativeCare',
  },
  medicallyTailoredMeals: {
    cites: [
      verified('alliance2023', 'Medically Tailored Meals'),
      verified('cfpic2025', 'Community Supports Summary, Part 2'),
      secondhand('kaiserCommunitySupportsForm2026', 'Medically Tailored Meals'),
      verified('laCare', 'Providers, Meals'),
      verified('calOptima', 'GG.1355 (2024-09-01), Medically-Tailored Meals'),
    ],
    programme: 'medicallyTailoredMeals',
  },
  personalCareHomemaker: {
    cites: [
      verified('alliance2023', 'Personal Care and Homemaker Services'),
      verified('iehp2024', 'Personal Care and Homemaker Services'),
      secondhand('kaiserCommunitySupportsForm2026', 'Personal Care and Homemaker Services'),
    ],
    programme: 'personalCareHomemaker',
  },
  homeModifications: {
    cites: [
      verified('laCare', 'Providers, Environmental Accessibility Adaptations'),
      verified('iehp2024', 'Home Modifications'),
      verified('cfpic2025', 'Community Supports Summary, Part 3'),
      secondhand('kaiserCommunitySupportsForm2026', 'Environmental Accessibility Adaptations'),
      verified('calOptima', 'GG.1355 (2024-09-01), home modifications'),
    ],
    programme: 'homeModifications',
  },
};
