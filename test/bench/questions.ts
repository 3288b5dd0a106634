/** How many questions a screen takes, beside a fixed order and the best order found; and what one evaluation takes. */
import { catalogOn } from '../../policy/catalog.ts';
import { findings } from '../../policy/findings.ts';
import { answersFrom } from '../../dialogs/answers.ts';
import { screened, type Replying } from '../../server/cli/policy/persona-replies.ts';
import { readPersonas } from '../../server/cli/policy/personas.ts';
import { members } from './members.ts';
import { bestFound, inFixedOrder } from './orders.ts';

/** In questions asked; the evaluation of every programme in microseconds. */
export type QuestionFigures = {
  readonly personas: Spread & { readonly fixedOrderMedian: number; readonly bestMedian: number };
  readonly generated: Spread & { readonly fixedOrderMedian: number };
  readonly evaluationMicros: number;
};
type Spread = { readonly median: number; readonly p95: number };

/** `width`: how many ways of asking the search for the best order keeps at each question. */
export function benchQuestions({ generated, width }: { generated: number; width: number }): QuestionFigures {
  const personas = readPersonas().map(([, persona]) => persona);
  const people = members(generated);
  return {
    personas: {
      ...spread(personas.map(asked)),
      fixedOrderMedian: at(0.5, personas.map(inFixedOrder)),
      bestMedian: at(
        0.5,
        personas.map((each) => bestFound(each, width)),
      ),
    },
    generated: { ...spread(people.map(asked)), fixedOrderMedian: at(0.5, people.map(inFixedOrder)) },
    evaluationMicros: evaluation(personas),
  };
}

const asked = (who: Replying): number => screened(who).length;
const spread = (counts: readonly number[]): Spread => ({ median: at(0.5, counts), p95: at(0.95, counts) });

function at(share: number, counts: readonly number[]): number {
  const sorted = [...counts].sort((one, other) => one - other);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

const warmUps = 40;
const batches = 25;
const inABatch = 10;

/**
 * Over what each persona has told after each question, on average. Of each the quietest of many short batches counts:
 * whatever else this machine does can only add to them.
 */
function evaluation(personas: readonly Replying[]): number {
  const told = personas.flatMap((persona) => {
    const catalog = catalogOn(persona.today);
    const replied = screened(persona);
    return replied.map((_, end) => {
      const answers = answersFrom(replied.slice(0, end + 1));
      return () => findings(catalog, answers, persona.today);
    });
  });
  for (let round = 0; round < warmUps; round += 1) for (const evaluate of told) evaluate();
  const micros = told.map((evaluate) => Math.min(...Array.from({ length: batches }, () => batch(evaluate))));
  return Math.round((micros.reduce((sum, each) => sum + each, 0) / micros.length) * 10) / 10;
}

function batch(evaluate: () => unknown): number {
  const began = performance.now();
  for (let time = 0; time < inABatch; time += 1) evaluate();
  return ((performance.now() - began) / inABatch) * 1000;
}
