/** Where it is written how help is asked for, and what then happens. */
import type { Topic } from '../topics.ts';
import { calOptima, guide, verified } from './cites.ts';
import type { TopicsOf } from './groups.ts';

export const asking: Readonly<Record<TopicsOf<'asking'>, Topic>> = {
  howToAsk: {
    cites: [
      guide('pp. 99-101'),
      calOptima('GG.1355 (2024-09-01), II.P and III.D.1'),
      verified('alliance2023', 'Three ways members can access services'),
      verified('iehp2024', 'How to Refer'),
    ],
  },
  howLong: {
    cites: [
      guide('pp. 103-104'),
      guide('p. 112'),
      calOptima('GG.1508 (2024-11-01)'),
      verified('alliance', 'Provider referral page'),
      calOptima('GG.1355 (2024-09-01), home modifications'),
    ],
  },
  whatThen: {
    cites: [
      guide('p. 104'),
      verified('healthNetCommunitySupports', 'Notice 25-521 (2025-06-06)'),
      calOptima('GG.1507 (2024-05-01)'),
      verified('alliance2023', 'Three possible outcomes'),
      guide('pp. 114-115'),
    ],
  },
  nobodyCalls: {
    cites: [
      guide('pp. 103-104'),
      guide('p. 112'),
      calOptima('HH.1102 (2024-09-01), II.J'),
      calOptima('GG.1510 (2025-02-01), II.U'),
    ],
  },
  calledFirst: {
    cites: [
      verified('alliance2023', 'Three ways members can access services'),
      guide('p. 56'),
      guide('pp. 101-102'),
      guide('p. 115'),
    ],
  },
  moreAsked: { cites: [verified('alliance2023', 'Three possible outcomes'), guide('pp. 99-100')] },
  whoMayAsk: {
    cites: [
      guide('p. 15, p. 27, p. 43 and p. 100'),
      calOptima('GG.1354 (2024-08-01), II.E-F and III.B.6'),
      calOptima('GG.1355 (2024-09-01), II.P and III.D.1'),
      guide('p. 114, note 76'),
    ],
  },
  helping: {
    cites: [guide('p. 15 and p. 100'), calOptima('GG.1355 (2024-09-01), III.D.1'), guide('p. 114, note 76')],
  },
  noPhone: { cites: [guide('p. 15'), guide('p. 56'), guide('p. 100')], programme: 'ecm' },
  whatIsSent: { cites: [guide('pp. 99-100'), guide('pp. 114-115')] },
  privacy: { cites: [guide('pp. 99-100'), guide('pp. 114-115')] },
  fastAnswer: { cites: [calOptima('GG.1508 (2024-11-01)'), guide('pp. 103-104')] },
  startNow: { cites: [guide('pp. 103-108')], programme: 'ecm' },
  closedLoop: {
    cites: [
      guide('p. 100'),
      verified('healthNetCommunitySupports', 'Notice 25-521 (2025-06-06)'),
      verified('closedLoopReferralFaq', 'Sobering Centers; Referral Loop Closure'),
    ],
  },
  offered: {
    cites: [
      guide('p. 5'),
      verified('cfpic2025', 'CalAIM and Community Supports; Transitional Rent Populations of Focus'),
      verified('dhcsStakeholderNews2026', 'Transitional Rent'),
      verified('alliance2023', 'Community Supports by county'),
    ],
  },
  whoGivesIt: {
    cites: [
      verified('cfpic2025', 'Step One: Assessment; Administration and delivery'),
      verified('iehp2024', 'Who can provide ECM Services?'),
      guide('p. 112'),
    ],
  },
  whoWeAre: { cites: [guide('p. 101')] },
  becomeProvider: {
    cites: [
      verified('iehp2024', 'Who can provide ECM Services?; What is PATH?'),
      verified('dhcsToolkits2021', 'Expressing Interest and Applying to Become an ECM Provider'),
      verified('cfpic2025', 'Funding opportunities: IPP; PATH; CITED Round 4'),
    ],
  },
};
