/** Where it is written whom the help is for. */
import type { Topic } from '../topics.ts';
import { calOptima, guide, lineOf, verified } from './cites.ts';
import type { TopicsOf } from './groups.ts';

export const whoFor: Readonly<Record<TopicsOf<'whoFor'>, Topic>> = {
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
  shareOfCost: {
    cites: [
      guide('p. 10, note 6'),
      guide('p. 81'),
      verified('iehp2024', 'Contact Information'),
      lineOf('healthCareOptions'),
    ],
  },
  noExtraRules: {
    cites: [
      guide('pp. 10-11'),
      verified('iehp2024', 'Who can get ECM Services'),
      calOptima('GG.1355 (2024-09-01), II.F'),
    ],
    programme: 'ecm',
  },
  forHomelessness: { cites: [guide('pp. 11-15'), guide('p. 12, note 8, and p. 13, note 9')], programme: 'ecm' },
  forAvoidableUse: { cites: [guide('pp. 19-21')], programme: 'ecm' },
  forBehavioralHealth: { cites: [guide('pp. 23-27'), guide('Appendix B, pp. 127-129')], programme: 'ecm' },
  forJusticeInvolved: { cites: [guide('pp. 31-33'), guide('Appendix C, pp. 130-134')], programme: 'ecm' },
  forLongTermCareRisk: { cites: [guide('pp. 33-35')], programme: 'ecm' },
  forNursingFacilityTransition: { cites: [guide('pp. 37-40')], programme: 'ecm' },
  forCaliforniaChildrensServices: { cites: [guide('pp. 41-45')], programme: 'ecm' },
  forChildWelfare: { cites: [guide('pp. 45-47')], programme: 'ecm' },
  forBirthEquity: { cites: [guide('pp. 49-52')], programme: 'ecm' },
};
