/** What the screen found, with the documents by their titles. */
import type { Citation } from '../../policy/citation.ts';
import type { Criterion } from '../../policy/condition.ts';
import { sources } from '../../policy/sources.ts';
import type { FindingRecord } from '../referral.ts';
import type { ScreenJson } from './request.ts';

type Reason = ScreenJson['reasons'][number];

export function screenJson({ truth, populations, because, missing, planDecides, after }: FindingRecord): ScreenJson {
  return {
    use: 'outreachNotDecision',
    result: results[truth],
    populations,
    reasons: because.map(reason),
    notKnown: missing,
    planDecides: planDecides.map(({ planDecides: what, cite }) => ({ what, source: source(cite) })),
    after,
  };
}

const results = { met: 'mayQualify', unmet: 'noMatchInAnswers', unknown: 'moreNeeded' } as const;

function reason(criterion: Criterion): Reason {
  const { fact, test, cite } = criterion;
  return { fact, test, values: valuesOf(criterion), source: source(cite) };
}

function valuesOf(criterion: Criterion): Reason['values'] {
  switch (criterion.test) {
    case 'is':
      return [];
    case 'atLeast':
    case 'atMost':
      return [criterion.value];
    case 'oneOf':
      return criterion.values;
  }
}

function source({ source: id, place, standing }: Citation): Reason['source'] {
  const { title, date } = sources[id];
  return { document: title, dated: date, place, standing };
}
