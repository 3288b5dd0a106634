/** A plan's own form for Community Supports, as the plan's file describes it: label by label, which value goes there. */
import { z } from 'zod';
import { Citation } from '../../policy/citation.ts';
import { SupportId } from '../../policy/rule.ts';
import { ValueId } from './values.ts';

/** A box that a value of the referral ticks. */
export const BoxId = z.enum(['asksForFast', 'standard', 'filedByMember', 'filedByFamily', 'filedByOrganization']);
export type BoxId = z.infer<typeof BoxId>;

const ValueLine = z.strictObject({ label: z.string().min(1), value: ValueId, wide: z.literal(true).optional() });
const TickLine = z.strictObject({ label: z.string().min(1), tick: z.union([BoxId, SupportId]) });
const Line = z.union([ValueLine, TickLine], { error: ({ input }) => faultIn(input) });
export type MapLine = z.infer<typeof Line>;

export const FieldMap = z.strictObject({
  /** As the plan names its form. */
  title: z.string().min(1),
  /** Where it was read what the plan asks for. */
  cite: Citation,
  /** Which supports are asked for on it. */
  supports: z.array(SupportId).min(1),
  /** In the plan's order. What a plan asks of providers alone (diagnosis codes, proof, NPI) has no line. */
  sections: z.array(z.strictObject({ title: z.string().min(1), lines: z.array(Line).min(1) })).min(1),
});
export type FieldMap = z.infer<typeof FieldMap>;

const fieldsOfLine: readonly string[] = ['label', 'value', 'tick', 'wide'];

/** What is wrong with a line, for the engineer who wrote it. */
function faultIn(line: unknown): string {
  const fields: Readonly<Record<string, unknown>> = typeof line === 'object' && line !== null ? { ...line } : {};
  const { label, value, tick } = fields;
  const unknown = Object.keys(fields).find((field) => !fieldsOfLine.includes(field));
  if (unknown !== undefined) return `"${unknown}" is no field of a line; there are ${fieldsOfLine.join(', ')}`;
  if (typeof label !== 'string' || label === '') return 'needs a "label"';
  const named = `"${label}"`;
  if ((value === undefined) === (tick === undefined)) return `${named} needs a "value" or a "tick", and not both`;
  if (value !== undefined && !ValueId.safeParse(value).success)
    return `${named}: there is no value ${JSON.stringify(value)}; there are ${ValueId.options.join(', ')}`;
  if (tick !== undefined && !TickLine.shape.tick.safeParse(tick).success)
    return `${named}: there is no box ${JSON.stringify(tick)}; there are ${BoxId.options.join(', ')}, and the supports`;
  return `${named}: "wide" is true or left out, and goes with a "value"`;
}
