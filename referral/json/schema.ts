/** The shape as JSON Schema, for readers who do not run our code. It is published as docs/referral-1.schema.json. */
import { z } from 'zod';
import { ChoiceFact, CountFact, DateFact, YesNoFact } from '../../policy/facts.ts';
import { PopulationId, ProgrammeId, SupportId } from '../../policy/rule.ts';
import { facts } from './request.ts';
import { ReferralJson, schemaId } from './shape.ts';

/**
 * JSON Schema, draft 2020-12. It is a reader's, and so open where a later referral may say more than today's: to fields
 * that are not known yet, and to names that policy may add. What we send is held to the shape itself, which is closed.
 */
export function referralSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...shape } = z.toJSONSchema(ReferralJson, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
      if (!isOpen(jsonSchema.enum)) return;
      jsonSchema.examples = jsonSchema.enum;
      delete jsonSchema.enum;
      jsonSchema.pattern = '^[A-Za-z][A-Za-z0-9]*$';
    },
  });
  return {
    $schema,
    $id: schemaId,
    title: 'Referral, version 1',
    description:
      'One referral of a Medi-Cal member to their managed care plan for Enhanced Care Management (ECM) and Community Supports.',
    ...shape,
  };
}

/** Names of things that policy knows. A list of any other kind is closed: one more value in it is another version. */
const openLists: readonly string[] = [
  facts,
  ...[YesNoFact, CountFact, DateFact, ChoiceFact, ProgrammeId, PopulationId, SupportId].map(({ options }) => options),
].map((names) => JSON.stringify(names));

const isOpen = (names: unknown): names is string[] => openLists.includes(JSON.stringify(names));
