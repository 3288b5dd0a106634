/** Where the topics that are about no one support are written. */
import type { SupportId } from '../rule.ts';
import type { Topic, TopicId } from '../topics.ts';
import { guide, verified } from './cites.ts';

export const general: Readonly<Record<Exclude<TopicId, SupportId>, Topic>> = {
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
  leadCareManager: {
    cites: [
      verified('iehp2024', 'What Services are Covered by ECM; ECM Structure'),
      verified('dhcsToolkits2021', 'Tips for Talking to Members'),
      guide('p. 55 and pp. 112-114'),
    ],
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
  cost: {
    cites: [
      verified('dhcsToolkits2021', 'Tips for Talking to Members'),
      verified('laCare', 'Members, Enhanced Care Management'),
      verified('alliance', 'Members, Community Supports (Spanish page)'),
      verified('calOptima', 'DD.2002 (2024-12-31)'),
    ],
  },
  doctorsAndPlan: {
    cites: [
      verified('dhcsToolkits2021', 'Tips for Talking to Members'),
      verified('calOptima', 'GG.1355 (2024-09-01), II.C-E'),
    ],
  },
  voluntary: {
    cites: [
      guide('pp. 113-115'),
      verified('iehp2024', 'ECM Provider Roles and Responsibilities'),
      verified('calOptima', 'GG.1355 (2024-09-01), II.C-E'),
    ],
  },
  whoForEcm: { cites: [guide('pp. 10-11'), guide('pp. 11-52')], programme: 'ecm' },
  whoForSupports: {
    cites: [
      verified('cfpic2025', 'Community Supports Summary'),
      verified('healthNetCommunitySupports', 'Community Supports'),
      verified('laCare', 'Community Supports: Recuperative Care; Home Modifications'),
      verified('iehp2024', 'What are Community Supports?'),
      guide('p. 3'),
    ],
  },
  howToAsk: {
    cites: [
      guide('pp. 99-101'),
      verified('calOptima', 'GG.1355 (2024-09-01), II.P and III.D.1'),
      verified('alliance2023', 'Three ways members can access services'),
      verified('iehp2024', 'How to Refer'),
    ],
  },
  howLong: {
    cites: [
      guide('pp. 103-104'),
      guide('p. 112'),
      verified('calOptima', 'GG.1508 (2024-11-01)'),
      verified('alliance', 'Provider referral page'),
      verified('calOptima', 'GG.1355 (2024-09-01), home modifications'),
    ],
  },
  whatThen: {
    cites: [
      guide('p. 104'),
      verified('healthNetCommunitySupports', 'Notice 25-521 (2025-06-06)'),
      verified('calOptima', 'GG.1507 (2024-05-01)'),
      verified('alliance2023', 'Three possible outcomes'),
      guide('pp. 114-115'),
    ],
  },
  nobodyCalls: {
    cites: [guide('pp. 103-104'), guide('p. 112'), verified('calOptima', 'HH.1102, grievances')],
  },
  privacy: { cites: [guide('pp. 99-100'), guide('pp. 114-115')] },
  languageHelp: { cites: [verified('calOptima', 'DD.2002 (2024-12-31)')] },
  letters: {
    cites: [
      guide('p. 104'),
      verified('calOptima', 'GG.1507 (2024-05-01)'),
      verified('calOptima', 'GG.1510 (2025-02-01)'),
      verified('calOptima', 'HH.1108 (2024-09-01)'),
      verified('calOptima', 'HH.1102, grievances'),
    ],
  },
  helping: {
    cites: [
      guide('p. 15 and p. 100'),
      verified('calOptima', 'GG.1355 (2024-09-01), III.D.1'),
      guide('p. 114, note 76'),
    ],
  },
  otherPrograms: { cites: [guide('pp. 62-86')], programme: 'ecm' },
};
