/** The documents that the Community Supports are cited to, each with how far it can be trusted. */
import type { Citation, SourceId, Standing } from '../citation.ts';

const from =
  (source: SourceId, standing: Standing) =>
  (place: string): Citation => ({ source, place, standing });

/** Not held in full: what is cited to these is general knowledge of them. */
export const volume1 = from('communitySupportsGuideVolume1', 'unverified');
export const volume2 = from('communitySupportsGuideVolume2', 'unverified');
/** Of the sister programme, and applied here by analogy. */
export const bhsa = from('bhsaManual', 'secondhand');
/** Read in another's transcription. */
export const kaiser = from('kaiserCommunitySupportsForm2026', 'secondhand');
export const guide = from('ecmPolicyGuide2026', 'verified');
export const stateNews = from('dhcsStakeholderNews2026', 'verified');
export const closedLoop = from('closedLoopReferralFaq', 'verified');
export const healthNet = from('healthNetCommunitySupports', 'verified');
export const laCare = from('laCare', 'verified');
export const calOptima = from('calOptima', 'verified');
export const santaClara = from('santaClara', 'verified');
export const sanMateo = from('sanMateo', 'verified');
export const contraCosta = from('contraCosta', 'verified');
export const iehp = from('iehp2024', 'verified');
export const cfpic = from('cfpic2025', 'verified');
export const alliance2023 = from('alliance2023', 'verified');
