/** Where it is written how the help goes together with other care and other programs. */
import type { Topic } from '../topics.ts';
import { calOptima, guide, kaiserForm, verified } from './cites.ts';
import type { TopicsOf } from './groups.ts';

const beside = guide('pp. 63-64, Figure 2');

export const otherCare: Readonly<Record<TopicsOf<'otherCare'>, Topic>> = {
  otherPrograms: { cites: [guide('pp. 62-86')], programme: 'ecm' },
  ihss: {
    cites: [
      guide('p. 64'),
      kaiserForm('Personal Care and Homemaker Services'),
      verified('iehp2024', 'Personal Care and Homemaker Services'),
      verified('cfpic2025', 'Meet David: how can ECM help?'),
    ],
  },
  medicare: { cites: [guide('p. 64'), guide('pp. 78-83'), calOptima('GG.1355 (2024-09-01), Medi-Cal and OneCare')] },
  rides: {
    cites: [
      verified('iehp2024', 'Resources: Medi-Cal Transportation Benefit'),
      verified('dhcsToolkits2021', 'Tips for Talking to Members'),
      guide('pp. 58-60'),
    ],
  },
  otherBenefits: {
    cites: [
      verified('dhcsToolkits2021', 'Tips for Talking to Members'),
      verified('cfpic2025', "David's Services; How can ECM help?"),
    ],
  },
  dental: {
    cites: [
      guide('pp. 55-58'),
      verified('dhcsToolkits2021', 'Tips for Talking to Members'),
      verified('cfpic2025', 'Enhanced Care Management'),
    ],
  },
  mentalHealthCare: {
    cites: [
      beside,
      guide('p. 70'),
      verified('dhcsToolkits2021', 'ECM & Behavioral Health'),
      guide('p. 114'),
      guide('p. 27'),
    ],
    programme: 'ecm',
  },
  drugCare: {
    cites: [beside, verified('dhcsToolkits2021', 'ECM & Behavioral Health'), guide('pp. 114-115'), guide('p. 27')],
    programme: 'ecm',
  },
  palliativeCare: { cites: [verified('dhcsToolkits2021', 'ECM & Adult Palliative Care'), guide('p. 64')] },
  hospiceAndPace: { cites: [guide('p. 64'), guide('pp. 78-83'), guide('p. 85')] },
  waivers: { cites: [guide('p. 63'), guide('pp. 65-66')] },
  regionalCenter: { cites: [guide('p. 85'), guide('p. 63')], programme: 'ecm' },
  targetedCaseManagement: { cites: [guide('pp. 67-70')], programme: 'ecm' },
  communityHealthWorkers: { cites: [verified('iehp2024', 'Community Health Worker Benefit; ECM Structure')] },
  careLadder: { cites: [guide('pp. 6-7')] },
  complexCare: { cites: [guide('p. 6'), guide('p. 64'), guide('pp. 115-116')] },
  transitionalCare: {
    cites: [
      guide('p. 7, Figure 1'),
      guide('pp. 60-61, Transitional Care Services'),
      verified('iehp2024', 'CalAIM 101'),
    ],
  },
};
