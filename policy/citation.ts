import { z } from 'zod';

/** Where policy is written. Each has a title, a date and, where public, an address in `sources.ts`. */
export const SourceId = z.enum([
  'ecmPolicyGuide2026', // G26
  'communitySupportsGuideVolume1', // not held in full: what is cited to it is unverified
  'communitySupportsGuideVolume2',
  'kaiserCommunitySupportsForm2026', // KP
  'healthNetCommunitySupports', // HN
  'laCare', // LAC
  'calOptima', // CO
  'iehp2024', // S0
  'dhcsToolkits2021', // S2
  'cfpic2025', // S3
  'alliance2023', // S4
  'alliance', // ALL
  'santaClara', // a plan's provider page (policy.md 8.2.1 d)
  'sanMateo', // HPSM
  'contraCosta', // a plan's member page (policy.md 8.2.1 e)
  'bhsaManual', // BHSA County Policy Manual V1.2.0
  'dhcsStakeholderNews2026', // bulletin of 2026-01-05
  'closedLoopReferralFaq',
  'stateLines', // HCO, OPA, DMHC
]);
export type SourceId = z.infer<typeof SourceId>;

/**
 * How far a claim can be trusted: `verified`, read in the document that decides it or in a plan's own page;
 * `secondhand`, read in a copy or transcription; `unverified`, general knowledge not yet found in a document.
 */
export const Standing = z.enum(['verified', 'secondhand', 'unverified']);
export type Standing = z.infer<typeof Standing>;

/** Where a rule, an amount or a claim is written, and how far that can be trusted. */
export const Citation = z.strictObject({
  source: SourceId,
  /** Page, section or heading, as printed: "p. 12 (v)". */
  place: z.string().min(1),
  standing: Standing,
});
export type Citation = z.infer<typeof Citation>;
