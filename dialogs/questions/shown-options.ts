/** Which choices of a question are worth showing to one person: an adult is not shown one that is for children. */
import type { IsoDate } from '../../policy/calendar.ts';
import { heldOn } from '../../policy/derived.ts';
import { answersFrom, withoutRepliesTo } from '../answers.ts';
import type { Question, QuestionOption } from '../questions.ts';
import type { Replied } from '../reply.ts';

/**
 * Of a question with several answers, the choices that could still tell something: not those that other answers, or
 * the age, have settled. What was said to this very question does not count: it may be changed.
 */
export function shownOptions(
  { id, kind, options }: Question,
  replied: readonly Replied[],
  today: IsoDate,
): readonly QuestionOption[] {
  if (kind !== 'many') return options;
  const held: Readonly<Record<string, unknown>> = heldOn(today, answersFrom(withoutRepliesTo(replied, [id])));
  const open = options.filter(
    ({ gives }) =>
      gives.length === 0 || gives.some(({ fact, value }) => typeof value !== 'boolean' || held[fact] === undefined),
  );
  return open.length > 0 ? open : options;
}
