/** As much of a Task as is read of one, and of who may be named in it. */
import { z } from 'zod';

/** R4's list. */
export const TaskStatus = z.enum([
  'draft',
  'requested',
  'received',
  'accepted',
  'rejected',
  'ready',
  'cancelled',
  'in-progress',
  'on-hold',
  'failed',
  'completed',
  'entered-in-error',
]);
export type TaskStatus = z.infer<typeof TaskStatus>;

const text = z.string();
const Concept = z.looseObject({
  coding: z.array(z.looseObject({ system: text.optional(), code: text.optional() })).optional(),
});
export type Concept = z.infer<typeof Concept>;
const Reference = z.looseObject({ reference: text.optional(), display: text.optional() });
export type Reference = z.infer<typeof Reference>;

export const TaskShape = z.looseObject({
  resourceType: z.literal('Task'),
  id: text,
  meta: z.looseObject({ lastUpdated: text.optional() }).optional(),
  identifier: z.array(z.looseObject({ system: text.optional(), value: text.optional() })).optional(),
  contained: z.array(z.looseObject({ id: text.optional() })).optional(),
  status: TaskStatus,
  statusReason: Concept.optional(),
  businessStatus: Concept.optional(),
  focus: Reference.optional(),
  lastModified: text.optional(),
  owner: Reference.optional(),
  output: z
    .array(
      z.looseObject({
        type: Concept,
        valueDate: text.optional(),
        valueDateTime: text.optional(),
        valueReference: Reference.optional(),
      }),
    )
    .optional(),
});
export type TaskShape = z.infer<typeof TaskShape>;

/** Organization, PractitionerRole or HealthcareService. */
export const ProviderShape = z.looseObject({
  resourceType: z.enum(['Organization', 'PractitionerRole', 'HealthcareService']),
  name: text.optional(),
  organization: Reference.optional(),
  telecom: z.array(z.looseObject({ system: text.optional(), value: text.optional(), use: text.optional() })).optional(),
});
