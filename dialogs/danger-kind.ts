import { z } from 'zod';

/** What kind of danger a message may tell of. Never inferred to be less by a model. */
export const DangerKind = z.enum([
  'suicide',
  'selfHarm',
  'medical',
  'overdose',
  'abuse',
  'harmToOthers',
  'childInDanger',
]);
export type DangerKind = z.infer<typeof DangerKind>;
