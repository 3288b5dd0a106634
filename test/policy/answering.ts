/** Answers as a test writes them: fact by fact, all said on one day. */
import type { IsoDate } from '../../policy/calendar.ts';
import { Answers, CountFact, ChoiceFact, DateFact, type Count, type Fact } from '../../policy/facts.ts';

export const today: IsoDate = '2026-11-21';

/** A number stands for exactly so many; `notSure` and `declined` for themselves. */
export type Said = boolean | number | Count | string;

export function answering(said: Partial<Record<Fact, Said>>, on: IsoDate = today): Answers {
  const answers: Record<string, Record<string, unknown>> = { yesNo: {}, count: {}, date: {}, choice: {} };
  for (const [fact, value] of Object.entries(said)) {
    answers[kindOf(fact)]![fact] =
      value === 'notSure' || value === 'declined'
        ? { kind: value, on }
        : { kind: 'known', value: typeof value === 'number' ? { from: value, to: value } : value, on };
  }
  return Answers.parse(answers);
}

function kindOf(fact: string): 'yesNo' | 'count' | 'date' | 'choice' {
  if (CountFact.safeParse(fact).success) return 'count';
  if (ChoiceFact.safeParse(fact).success) return 'choice';
  return DateFact.safeParse(fact).success ? 'date' : 'yesNo';
}
