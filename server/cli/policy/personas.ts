/** Invented people with what policy says of them, worked out by hand: `test/personas/*.json`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { questionIds } from '../../../dialogs/questions/shape.ts';
import { isIsoDate, type IsoDate } from '../../../policy/calendar.ts';
import { OverlapId } from '../../../policy/overlaps.ts';
import { PopulationId, ProgrammeId, SupportId } from '../../../policy/rule.ts';
import type { Truth } from '../../../policy/truth.ts';

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value), 'must be a date, YYYY-MM-DD');

/** A choice, several (none of them: an empty list), a number, or `notSure` / `declined`. */
export const Told = z.union([z.string(), z.array(z.string()), z.int().nonnegative()]);
export type Told = z.infer<typeof Told>;

export const Persona = z.strictObject({
  name: z.string().min(1),
  /** Who this is, in a sentence or two. */
  about: z.string().min(1),
  /** The lines of policy.md that they are there for: "1.4 POF 2, line 84: ...". */
  tests: z.array(z.string().min(1)).min(1),
  today: date,
  /** Somebody else asks for them. */
  helper: z.boolean().default(false),
  /** Asks to have everything looked into. */
  everything: z.boolean().default(false),
  says: z.partialRecord(z.enum(questionIds), Told),
  /** What they reply where nothing is listed: that it is not so with them, that they do not know, or will not say. */
  otherwise: z.enum(['none', 'notSure', 'declined']).default('none'),
  expected: z.strictObject({
    /** All that they belong to, were everything asked: the screen may tell fewer, as one is enough. */
    populations: z.array(PopulationId),
    /** Programmes that are not listed may come out as anything but `met`. */
    findings: z.partialRecord(ProgrammeId, z.enum(['met', 'unmet', 'unknown'] satisfies Truth[])),
    /** Met, were everything asked; left open by the usual screen, which ends for somebody who ticked no worry. */
    leftOpen: z.array(ProgrammeId).default([]),
    overlaps: z.array(OverlapId).default([]),
    lapsed: z.array(SupportId).default([]),
  }),
  questionsAtMost: z.int().positive(),
});
export type Persona = z.infer<typeof Persona>;

export type PersonaFile = readonly [file: string, persona: Persona];

const folder = new URL('../../../test/personas/', import.meta.url);

/** Every persona, by the name of its file. Throws with the file and the key at fault. */
export function readPersonas(): readonly PersonaFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => [file.replace('.json', ''), persona(file, readFileSync(new URL(file, folder), 'utf8'))] as const);
}

/** One persona out of its file. */
export function persona(file: string, json: string): Persona {
  const read = Persona.safeParse(JSON.parse(json));
  if (read.success) return read.data;
  throw new Error(`${file}: ${z.prettifyError(read.error)}`);
}
