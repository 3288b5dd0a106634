/** Where it is written what the help is, and what it is like day to day. */
import type { Topic } from '../topics.ts';
import { calOptima, guide, kaiserForm, verified } from './cites.ts';
import type { TopicsOf } from './groups.ts';

export const help: Readonly<Record<TopicsOf<'help'>, Topic>> = {
  ecm: {
    cites: [
      guide('p. 5'),
      verified('laCare', 'Members, Enhanced Care Management'),
      verified('iehp2024', 'What Services are Covered by ECM'),
    ],
    programme: 'ecm',
  },
  communitySupports: {
    cites: [
      verified('cfpic2025', 'Community Supports Summary'),
      verified('iehp2024', 'What are Community Supports?'),
      guide('p. 3'),
      verified('alliance', 'Members, Community Supports (Spanish page)'),
    ],
  },
  together: {
    cites: [
      guide('p. 3'),
      verified('dhcsToolkits2021', 'How Might Community Supports and ECM Work Together?'),
      verified('cfpic2025', 'Meet David: how can Community Supports help?'),
      guide('p. 62'),
    ],
  },
  calAim: {
    cites: [
      verified('cfpic2025', 'CalAIM: Medi-Cal Transformation'),
      verified('iehp2024', 'CalAIM Overview: Goals'),
      verified('alliance2023', 'Introduction'),
    ],
  },
  cost: {
    cites: [
      verified('dhcsToolkits2021', 'Tips for Talking to Members'),
      verified('laCare', 'Members, Enhanced Care Management'),
      verified('alliance', 'Members, Community Supports (Spanish page)'),
      calOptima('DD.2002 (2024-12-31)'),
    ],
  },
  doctorsAndPlan: {
    cites: [verified('dhcsToolkits2021', 'Tips for Talking to Members'), calOptima('GG.1355 (2024-09-01), II.C-E')],
  },
  leadCareManager: {
    cites: [
      verified('iehp2024', 'What Services are Covered by ECM; ECM Structure'),
      verified('dhcsToolkits2021', 'Tips for Talking to Members'),
      guide('p. 55 and pp. 112-114'),
    ],
    programme: 'ecm',
  },
  careTeam: {
    cites: [verified('iehp2024', 'ECM Structure'), guide('p. 55'), guide('p. 59'), guide('p. 18')],
    programme: 'ecm',
  },
  coreServices: {
    cites: [
      guide('pp. 55-62'),
      verified('iehp2024', 'ECM Services'),
      verified('dhcsToolkits2021', 'Tips for Talking to Members'),
    ],
    programme: 'ecm',
  },
  lasting: { cites: [guide('p. 103'), guide('pp. 115-116'), guide('p. 11')], programme: 'ecm' },
  goingOn: {
    cites: [
      guide('p. 5'),
      calOptima('GG.1355 (2024-09-01), III.A.2'),
      verified('cfpic2025', 'CalAIM and Community Supports'),
    ],
  },
  oldNames: {
    cites: [
      verified('alliance2023', 'Community Supports, previously known as In Lieu of Services'),
      guide('p. 5'),
      kaiserForm('Names of the supports'),
      verified('iehp2024', '14 Community Supports Benefits'),
    ],
  },
  coreOutreach: { cites: [guide('pp. 55-56, Outreach and Engagement'), guide('p. 115')], programme: 'ecm' },
  corePlan: {
    cites: [guide('pp. 56-58, Comprehensive Assessment and Care Management Plan'), guide('p. 55')],
    programme: 'ecm',
  },
  coreCoordination: { cites: [guide('pp. 58-59, Enhanced Coordination of Care')], programme: 'ecm' },
  coreHealth: { cites: [guide('p. 59, Health Promotion')], programme: 'ecm' },
  coreTransitions: { cites: [guide('pp. 60-61, Transitional Care Services')], programme: 'ecm' },
  coreFamily: { cites: [guide('pp. 61-62, Member and Family Supports')], programme: 'ecm' },
  coreCommunity: {
    cites: [guide('p. 62, Coordination of and Referral to Community and Social Support Services')],
    programme: 'ecm',
  },
};
