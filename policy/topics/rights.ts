/** Where members' rights are written. */
import type { Topic } from '../topics.ts';
import { calOptima, guide, lineOf, verified } from './cites.ts';
import type { TopicsOf } from './groups.ts';

const appeals = calOptima('GG.1510 (2025-02-01)');
const notices = calOptima('GG.1507 (2024-05-01)');
const hearings = calOptima('HH.1108 (2024-09-01)');
const grievances = calOptima('HH.1102, grievances');
const languages = calOptima('DD.2002 (2024-12-31)');

export const rights: Readonly<Record<TopicsOf<'rights'>, Topic>> = {
  voluntary: {
    cites: [
      guide('pp. 113-115'),
      verified('iehp2024', 'ECM Provider Roles and Responsibilities'),
      calOptima('GG.1355 (2024-09-01), II.C-E'),
    ],
  },
  letters: { cites: [guide('p. 104'), notices, appeals, hearings, grievances] },
  appeal: { cites: [appeals] },
  languageHelp: { cites: [languages] },
  planLetter: { cites: [guide('p. 104'), notices, appeals] },
  keepServices: { cites: [calOptima('GG.1510 (2025-02-01), II.J'), notices] },
  stateHearing: { cites: [hearings, appeals, lineOf('stateHearings')] },
  independentReview: { cites: [lineOf('managedHealthCare'), calOptima('GG.1510 (2025-02-01), IX, Glossary')] },
  grievance: { cites: [grievances, lineOf('ombudsman')] },
  appealHelp: { cites: [calOptima('GG.1510 (2025-02-01), II.D, II.L, II.R-T and II.V-X')] },
  unfairTreatment: {
    cites: [
      calOptima('HH.1102 (2024-09-01), II.I and III.B.1.f'),
      calOptima('GG.1507 (2024-05-01), III.A.3.f'),
      lineOf('ombudsman'),
    ],
  },
  changeCareManager: {
    cites: [guide('p. 113'), verified('iehp2024', 'ECM Provider Roles and Responsibilities'), guide('p. 112')],
    programme: 'ecm',
  },
  ownTeam: { cites: [guide('pp. 112-114')], programme: 'ecm' },
  stopping: { cites: [guide('pp. 114-116'), notices], programme: 'ecm' },
  signing: { cites: [guide('pp. 114-115'), calOptima('GG.1355 (2024-09-01), III.G.1.b')] },
  otherFormats: { cites: [languages] },
};
