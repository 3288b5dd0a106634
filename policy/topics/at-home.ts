/** Where it is written which Community Supports help at home, with health and with daily life. */
import type { Topic } from '../topics.ts';
import { calOptima, kaiserForm, verified } from './cites.ts';
import type { TopicsOf } from './groups.ts';

const summary = verified('cfpic2025', 'Community Supports Summary, Part 3');

export const atHome: Readonly<Record<TopicsOf<'atHome'>, Topic>> = {
  medicallyTailoredMeals: {
    cites: [
      verified('alliance2023', 'Medically Tailored Meals'),
      verified('cfpic2025', 'Community Supports Summary, Part 2'),
      kaiserForm('Medically Tailored Meals'),
      verified('laCare', 'Providers, Meals'),
      calOptima('GG.1355 (2024-09-01), Medically-Tailored Meals'),
      verified('contraCosta', 'Community Supports: Medically Supportive Food'),
    ],
    programme: 'medicallyTailoredMeals',
  },
  personalCareHomemaker: {
    cites: [
      verified('alliance2023', 'Personal Care and Homemaker Services'),
      verified('iehp2024', 'Personal Care and Homemaker Services'),
      kaiserForm('Personal Care and Homemaker Services'),
    ],
    programme: 'personalCareHomemaker',
  },
  respite: {
    cites: [
      verified('alliance2023', 'Respite Services for Caregivers'),
      kaiserForm('Respite Services'),
      summary,
      calOptima('GG.1355 (2024-09-01), Respite Services'),
    ],
    programme: 'respite',
  },
  homeModifications: {
    cites: [
      verified('laCare', 'Providers, Environmental Accessibility Adaptations'),
      verified('iehp2024', 'Home Modifications'),
      summary,
      kaiserForm('Environmental Accessibility Adaptations'),
      calOptima('GG.1355 (2024-09-01), home modifications'),
    ],
    programme: 'homeModifications',
  },
  asthmaRemediation: {
    cites: [
      verified('cfpic2025', 'Community Supports Summary, Part 2'),
      verified('iehp2024', 'Asthma Remediation'),
      kaiserForm('Asthma Remediation'),
      verified('sanMateo', 'Community Supports: Asthma Remediation'),
      calOptima('GG.1355 (2024-09-01), Asthma Remediation'),
    ],
    programme: 'asthmaRemediation',
  },
  dayHabilitation: {
    cites: [verified('laCare', 'Day Habilitation (node/76591)'), summary],
    programme: 'dayHabilitation',
  },
  assistedLivingTransitions: {
    cites: [summary, kaiserForm('Assisted Living Facility Transitions')],
    programme: 'assistedLivingTransitions',
  },
  homeTransition: {
    cites: [
      verified('iehp2024', 'Community Transition Services'),
      kaiserForm('Community or Home Transition Services'),
      summary,
      calOptima('GG.1355 (2024-09-01), Community Transition Services'),
    ],
    programme: 'homeTransition',
  },
  soberingCenters: {
    cites: [
      verified('iehp2024', 'Sobering Centers'),
      verified('alliance2023', 'Sobering Centers'),
      calOptima('GG.1355 (2024-09-01), Sobering Centers'),
      verified('closedLoopReferralFaq', 'Sobering Centers'),
    ],
    programme: 'soberingCenters',
  },
};
