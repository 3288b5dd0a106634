/**
 * What the screen found, with its reasons, as inputs of the Task. It helps whoever reaches out. It is not for the
 * decision, and so never a Condition, a diagnosis code or a proof.
 */
import type { CodeableConcept, TaskInput } from 'fhir/r4.js';
import type { Citation } from '../../policy/citation.ts';
import type { Criterion } from '../../policy/condition.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { sources } from '../../policy/sources.ts';
import { toldIn } from '../forms/told.ts';
import type { Referral, Request } from '../referral.ts';
import { coding, concept } from './elements.ts';
import { codes } from './systems.ts';
import { criterionWords, factWords, judgementWords, populationWords, programmeWords } from './wording.ts';

/** Nothing where the member asked without a screen. */
export function findingInputs(request: Request, referral: Referral): readonly TaskInput[] {
  if (!request.finding) return [];
  const { truth, populations, because, missing, planDecides, after } = request.finding;
  return [
    found('found', { ...concept(codes.truth, truth), text: told[truth] }),
    ...populations.map((id) => found('population', { ...concept(codes.population, id), text: populationWords(id) })),
    ...because.map((criterion) => found(standing(criterion, request, referral), reason(criterion))),
    ...missing.map((fact) => found('notKnown', { ...concept(codes.fact, fact), text: factWords(fact) })),
    ...planDecides.map(({ planDecides: id, cite }) =>
      found('planDecides', { ...concept(codes.planDecides, id), text: cited(judgementWords(id), cite) }),
    ),
    ...(after === null ? [] : [found('after', { ...concept(codes.programme, after), text: programmeWords(after) })]),
  ];
}

/** What an input of ours is. */
export const inputType = (kind: keyof typeof inputs): CodeableConcept => ({
  ...concept(codes.input, kind),
  text: inputs[kind],
});

const inputs = {
  request: 'The request',
  answers: 'The answers that bear on this request',
  planAsked: 'An answer to what the plan asked',
} as const;

const told = {
  met: 'By these answers the member may qualify',
  unmet: 'No match in these answers',
  unknown: 'These answers leave it open',
} as const;

const kinds = {
  found: 'what was found',
  population: 'population of focus',
  reasonMet: 'criterion that is met by the answers',
  reasonNotMet: 'criterion that is not met by the answers',
  reason: 'criterion that decided it, by an answer that is old or was left out',
  notKnown: 'what is not known and could settle it',
  planDecides: 'what only the plan can judge',
  after: 'comes together with or after',
} as const;

const found = (kind: keyof typeof kinds, valueCodeableConcept: CodeableConcept): TaskInput => ({
  type: { ...concept(codes.finding, kind), text: `For outreach, not for the decision: ${kinds[kind]}` },
  valueCodeableConcept,
});

/** A reason names what was asked: whether it holds must be told with it, or "not in a shelter" reads as "in a shelter". */
function standing(criterion: Criterion, request: Request, referral: Referral): keyof typeof kinds {
  const { answers, on } = toldIn(request, referral);
  return ({ met: 'reasonMet', unmet: 'reasonNotMet', unknown: 'reason' } as const)[
    evaluate(criterion, answers, on).truth
  ];
}

function reason(criterion: Criterion): CodeableConcept {
  return { coding: [coding(codes.fact, criterion.fact)], text: cited(criterionWords(criterion), criterion.cite) };
}

const cited = (text: string, { source, place, standing: read }: Citation): string =>
  `${text} (${sources[source].title}, ${place}; ${read})`;
