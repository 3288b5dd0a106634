/** Every persona played against the rules: `npm run policy -- personas`. */
import { answersFrom } from '../../../dialogs/answers.ts';
import { findingsInFocus } from '../../../dialogs/told-findings.ts';
import { catalogOn } from '../../../policy/catalog.ts';
import { heldOn } from '../../../policy/derived.ts';
import { findings, type Finding } from '../../../policy/findings.ts';
import { overlaps, overlapsIn } from '../../../policy/overlaps.ts';
import type { Replied } from '../../../dialogs/reply.ts';
import type { ProgrammeId } from '../../../policy/rule.ts';
import { screened, toldInFull } from './persona-replies.ts';
import { readPersonas, type Persona, type PersonaFile } from './personas.ts';

/** All of them, a line each, and below it what is not as expected. */
export function played(personas: readonly PersonaFile[] = readPersonas()): {
  readonly lines: readonly string[];
  readonly wrong: number;
} {
  const all = personas.map(([file, persona]) => {
    const asked = screened(persona).map(({ question }) => question);
    return { file, asked, found: notAsExpected(persona) };
  });
  return {
    lines: all.flatMap(({ file, asked, found }) => [
      `${found.length === 0 ? 'ok ' : 'NOT'} ${file}\t${asked.length}\t${asked.join(' ')}`,
      ...found.map((line) => `      ${line}`),
    ]),
    wrong: all.filter(({ found }) => found.length > 0).length,
  };
}

/** What differs from what is expected of one persona; nothing where all is well. */
export function notAsExpected(persona: Persona): readonly string[] {
  const replied = screened(persona);
  const over = replied.length - persona.questionsAtMost;
  return [
    ...inFull(persona).map((line) => `were everything asked: ${line}`),
    ...asScreened(persona, replied),
    ...(over > 0 ? [`${replied.length} questions, at most ${persona.questionsAtMost}`] : []),
  ];
}

/** By policy alone, with every question answered. */
function inFull(persona: Persona): readonly string[] {
  const { expected, today, says } = persona;
  const answers = answersFrom(toldInFull(persona));
  const all = findings(catalogOn(today), answers, today);
  const ecm = all.find(({ programme }) => programme === 'ecm');
  // Who has it, or had it with another plan, is not screened for it: the plan goes on with it.
  const looked = says.ecm === 'has' || says.ecm === 'hadWithFormerPlan' ? all.slice(1) : all;
  return [
    ...looked.flatMap((finding) => wrongTruth(finding, expected.findings[finding.programme])),
    ...notTheSame('populations', ecm?.populations ?? [], expected.populations),
    ...notTheSame(
      'lapsed',
      all.filter(({ lapsedOn }) => lapsedOn !== undefined).map(({ programme }) => programme),
      expected.lapsed,
    ),
    ...notTheSame(
      'overlaps',
      overlapsIn(heldOn(today, answers)).map(({ id }) => id),
      expected.overlaps,
    ),
  ];
}

const kindOf = new Map(overlaps.map(({ id, kind }) => [id, kind]));

/** By what the screen asked: all it was meant to find, and nothing more. */
function asScreened(persona: Persona, replied: readonly Replied[]): readonly string[] {
  const { expected, today, everything } = persona;
  const catalog = catalogOn(today);
  const told = findingsInFocus({ catalog, replied, everything, today });
  const populations = told.find(({ programme }) => programme === 'ecm')?.populations ?? [];
  const more = populations.filter((id) => !expected.populations.includes(id));
  const beside = overlapsIn(heldOn(today, answersFrom(replied))).map(({ id }) => id);
  // "You can have both" need not be found; what one must choose, or cannot have beside ECM, must.
  const missed = expected.overlaps.filter((id) => kindOf.get(id) !== 'both' && !beside.includes(id));
  const moreBeside = beside.filter((id) => !expected.overlaps.includes(id));
  return [
    ...told.flatMap((finding) => wrongTruth(finding, asFarAsAsked(finding, expected))),
    ...(more.length > 0 ? [`populations: ${more.join(', ')}, not expected`] : []),
    ...(everything ? notTheSame('populations', populations, expected.populations) : []),
    ...(missed.length > 0 ? [`overlaps: ${missed.join(', ')}, not found`] : []),
    ...(moreBeside.length > 0 ? [`overlaps: ${moreBeside.join(', ')}, not expected`] : []),
  ];
}

/** Nothing is asked of which the answer could only take away: a screen may leave open what all questions would deny. */
function asFarAsAsked({ programme, truth }: Finding, expected: Persona['expected']): Finding['truth'] | undefined {
  if (expected.leftOpen.includes(programme)) return 'unknown';
  const inFull = expected.findings[programme];
  return inFull === 'unmet' && truth === 'unknown' ? truth : inFull;
}

function wrongTruth({ programme, truth }: Finding, expected: Finding['truth'] | undefined): readonly string[] {
  if (expected === undefined) return truth === 'met' ? [wrong(programme, truth, 'anything else')] : [];
  return truth === expected ? [] : [wrong(programme, truth, expected)];
}

const wrong = (programme: ProgrammeId, truth: string, expected: string): string =>
  `${programme}: ${truth}, expected ${expected}`;

function notTheSame(what: string, some: readonly string[], expected: readonly string[]): readonly string[] {
  const same = some.length === expected.length && some.every((each) => expected.includes(each));
  return same ? [] : [`${what}: ${some.join(', ') || 'none'}, expected ${expected.join(', ') || 'none'}`];
}
