/** Where it is written what helps in a situation that many members are in. */
import type { Topic } from '../topics.ts';
import { calOptima, guide, kaiserForm, lineOf, verified } from './cites.ts';
import type { TopicsOf } from './groups.ts';

export const situations: Readonly<Record<TopicsOf<'situations'>, Topic>> = {
  leavingHospital: {
    cites: [
      guide('pp. 60-61, Transitional Care Services'),
      verified('cfpic2025', 'Community Supports Summary, Parts 1 and 2'),
      verified('alliance2023', 'Recuperative Care; Medically Tailored Meals'),
      guide('p. 12'),
      guide('pp. 103-104'),
    ],
  },
  leavingJail: {
    cites: [
      guide('pp. 31-33'),
      guide('p. 106, note 74'),
      verified('dhcsStakeholderNews2026', 'Transitional Rent'),
      calOptima('GG.1354 (2024-08-01), III.B.6'),
    ],
    programme: 'ecm',
  },
  pregnancy: { cites: [guide('pp. 49-54'), guide('pp. 64-65 and p. 86'), guide('p. 13, note 9')], programme: 'ecm' },
  caregivers: {
    cites: [
      guide('p. 15 and p. 100'),
      verified('alliance2023', 'Respite Services for Caregivers; Personal Care and Homemaker Services'),
      kaiserForm('Respite Services'),
      guide('pp. 61-62, Member and Family Supports'),
    ],
  },
  fosterCare: {
    cites: [guide('pp. 45-47, with note 43'), guide('p. 49'), guide('p. 64'), lineOf('healthCareOptions')],
    programme: 'ecm',
  },
  youth: { cites: [guide('pp. 13-15'), guide('p. 100')], programme: 'ecm' },
  ccs: { cites: [guide('pp. 66-67'), guide('pp. 43-45'), guide('p. 113')], programme: 'ecm' },
  movingCounty: {
    cites: [
      lineOf('healthCareOptions'),
      verified('cfpic2025', 'Community Supports Summary'),
      verified('alliance2023', 'Community Supports by county'),
      guide('p. 111'),
    ],
  },
  changingPlan: {
    cites: [guide('p. 111'), calOptima('GG.1355 (2024-09-01), III.E.3'), lineOf('healthCareOptions')],
  },
  anotherPlan: {
    cites: [guide('p. 5'), verified('cfpic2025', 'CalAIM and Community Supports'), lineOf('healthCareOptions')],
  },
  noMediCal: { cites: [guide('p. 10'), lineOf('mediCal'), lineOf('healthCareOptions')] },
};
