/** The shapes as JSON Schema, for readers who do not run our code. They are published beside docs/referral-json.md. */
import { z } from 'zod';
import { ChoiceFact, CountFact, DateFact, YesNoFact } from '../../policy/facts.ts';
import { PopulationId, ProgrammeId, SupportId } from '../../policy/rule.ts';
import { facts } from './request.ts';
import { FollowUpJson, followUpSchemaId } from './follow-up-shape.ts';
import { ReferralJson, schemaId } from './shape.ts';

/**
 * JSON Schema, draft 2020-12. It is a reader's, and so open where a later referral may say more than today's: to fields
 * that are not known yet, and to names that policy may add. What we send is held to the shape itself, which is closed.
 */
export function referralSchema(): Schema {
  return published(ReferralJson, {
    $id: schemaId,
    title: 'Referral, version 1',
    description:
      'One referral of a Medi-Cal member to their managed care plan for Enhanced Care Management (ECM) and Community Supports.',
  });
}

/** The same for what a member says after the filing. */
export function followUpSchema(): Schema {
  return published(FollowUpJson, {
    $id: followUpSchemaId,
    title: 'Follow-up, version 1',
    description:
      'What a Medi-Cal member says to their plan after a referral: it is taken back, a question of the plan is answered, or the plan is asked to go on.',
  });
}

type Schema = Readonly<Record<string, unknown>>;

function published(json: z.ZodType, head: Schema): Schema {
  const { $schema, ...shape } = z.toJSONSchema(json, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
      if (!isOpen(jsonSchema.enum)) return;
      jsonSchema.examples = jsonSchema.enum;
      delete jsonSchema.enum;
      jsonSchema.pattern = '^[A-Za-z][A-Za-z0-9]*$';
    },
  });
  return { $schema, ...head, ...shape };
}

/** Names of things that policy knows. A list of any other kind is closed: one more value in it is another version. */
const openLists: readonly string[] = [
  facts,
  ...[YesNoFact, CountFact, DateFact, ChoiceFact, ProgrammeId, PopulationId, SupportId].map(({ options }) => options),
].map((names) => JSON.stringify(names));

const isOpen = (names: unknown): names is string[] => openLists.includes(JSON.stringify(names));
